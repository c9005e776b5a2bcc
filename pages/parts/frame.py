"""The page's frame: its language, its type, and the room it leaves around things."""

import streamlit as st

from pages.parts.headers import language_script
from pages.parts.reader import Reader

STYLE = """
<style>
h1 { font-size: 1.85rem !important; line-height: 1.25 !important; font-weight: 600 !important;
     max-width: 60rem; padding: 0 0 .5rem 0 !important; }
h3 { font-size: 1.1rem !important; }
[data-testid="stMetricValue"] { font-size: 1.6rem; font-variant-numeric: tabular-nums; }
[data-testid="stMainBlockContainer"] { padding: 2rem 3rem 3rem; }
.st-key-frame { display: none; }
</style>
"""

PRESENT = """
<style>
html { font-size: 130% !important; }
[data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"],
[data-testid="stExpandSidebarButton"], [data-testid="stHeader"] { display: none !important; }
[data-testid="stMainBlockContainer"] { padding: .75rem 2rem; }
h1 { font-size: 1.6rem !important; max-width: none; }
</style>
"""


def frame(reader: Reader) -> None:
    """Set the page's language and type; larger type and no sidebar in front of a room."""
    with st.container(key="frame", height=1, border=False):
        script = language_script(reader.language.code)
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
        st.html(STYLE + (PRESENT if reader.present else ""))
