"""The page that ``streamlit run app.py -- --db PATH`` serves; everything it does is in comms_tracker.app."""

import sys

from comms_tracker.app.main import main

main(sys.argv[1:])
