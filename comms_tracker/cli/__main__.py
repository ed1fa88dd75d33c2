"""``python -m comms_tracker.cli``: the same as the console script."""

from comms_tracker.cli import main

main()
