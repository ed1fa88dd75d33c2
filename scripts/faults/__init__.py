"""What the store bears: killed writers, many who write and read at one time, a full disk, and a text in one long line.

For ``scripts/soak.py``, which prints it.
"""
