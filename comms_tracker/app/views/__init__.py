"""What the pages show, as plain records made from a comparison; no Streamlit and no HTML."""
