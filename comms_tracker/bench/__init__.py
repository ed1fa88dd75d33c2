"""Measures how fast the program is, on the machine that it runs on; for ``comms-tracker bench``."""
