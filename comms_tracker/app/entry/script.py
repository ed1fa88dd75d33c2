"""The script that Streamlit runs for every look and every click."""

import sys

from comms_tracker.app.main import main

main(sys.argv[1:])
