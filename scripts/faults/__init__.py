"""What the store bears: killed writers, and many who write and read at one time; for ``scripts/soak.py``."""
