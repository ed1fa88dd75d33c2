"""Pieces of the page that run in the browser: a script and a style of our own, and the function that draws them."""
