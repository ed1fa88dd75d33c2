"""What people and other programs are given: plain words, tables, rows, pictures. No SQL and no Streamlit."""
