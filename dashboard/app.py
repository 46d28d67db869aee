"""Navigation, the shared choices, and nothing else: the script that Streamlit runs for every visitor."""

from pathlib import Path

import streamlit as st

from dashboard import frame, sentences
from dashboard.markup import draw, paragraph

HERE = Path(__file__).resolve().parent
# File, title and address. The first is the front page and answers at «/».
PAGES = (
    ("views/overview.py", "Oversikt", "oversikt"),
    ("views/unit.py", "Enhet", "enhet"),
    ("views/strategy.py", "Strategi", "strategi"),
)
SIDEBAR_PIXELS = 256


def main() -> None:
    """Draw one page with the menu beside it."""
    st.set_page_config(
        page_title="Målbilde",
        page_icon=str(HERE / "static" / "mark.svg"),
        layout="wide",
        initial_sidebar_state=SIDEBAR_PIXELS,
    )
    st.logo(str(HERE / "static" / "mark.svg"), size="large")
    pages = [st.Page(file, title=title, url_path=path, default=i == 0) for i, (file, title, path) in enumerate(PAGES)]
    page = st.navigation(pages)
    with st.sidebar:
        reading = frame.choose_reading()
        if reading is not None and reading.board.invented:
            draw(paragraph(sentences.INVENTED, class_="footer"))
    with frame.showing(reading):
        page.run()


main()
