"""Who reads the page: language, light or dark, at a desk or in front of a room."""

from dataclasses import dataclass

import streamlit as st

from analysis.disclosure import LIMIT, STRICT_LIMIT
from words.language import NAMES, Language, language


@dataclass(frozen=True)
class Reader:
    """What a page needs to know of its reader.

    Attributes
    ----------
    language : Language
        Of every word on the page.
    present : bool
        In front of a room: no sidebar, larger type, the stricter small-group limit.
    dark : bool
        Whether the page's background is dark.
    """

    language: Language
    present: bool
    dark: bool

    @property
    def limit(self) -> int:
        """The least number of people that a shown group may have."""
        return STRICT_LIMIT if self.present else LIMIT


def reader() -> Reader:
    """Return the reader of this script run, from the address and the browser."""
    code = st.session_state.get("lang") or _browser_language()
    present = st.session_state.get("present") == "1"
    return Reader(language(code), present, st.context.theme.type == "dark")


def _browser_language() -> str:
    """Take the browser's language where it is one of ours."""
    code = (st.context.locale or "en").split("-")[0].lower()
    code = {"no": "nb", "nn": "nb"}.get(code, code)
    return code if code in NAMES else "en"
