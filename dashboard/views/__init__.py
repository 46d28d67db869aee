"""The pages: one page, one file, run by Streamlit."""
