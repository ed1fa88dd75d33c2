"""What ``streamlit run app.py -- --db PATH`` serves; everything it does is in comms_tracker.app."""

import streamlit as st

from comms_tracker.app import serving

app = st.App(
    serving.SCRIPT, middleware=serving.middleware(), routes=serving.routes(), on_script_error=serving.on_script_error
)
