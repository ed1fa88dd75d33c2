"""How well the program reads a corpus of one's own: a sheet to code by hand, and what comes of it."""
