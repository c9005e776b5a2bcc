"""Why latent classes are the usual method: a sentence, and how it was measured."""

import streamlit as st

from pages.parts.reader import Reader
from pages.parts.text import plain
from views.clusters.trial import as_shown, how_tried, why_latent_classes


def why_this_method(reader: Reader) -> None:
    """Draw what each method found where the true groups were known."""
    say = reader.language
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.caption(plain(why_latent_classes(say)))
    with right.popover(say.say("How was this measured?"), width="content"):
        st.dataframe(as_shown(say), hide_index=True, width="stretch")
        st.write(plain(how_tried(say)))
