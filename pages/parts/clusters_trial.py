"""Why latent classes are the usual method: a sentence, and how it was measured."""

import streamlit as st

from pages.parts.reader import Reader
from pages.parts.text import plain
from views.clusters.trial import as_shown, how_tried, why_latent_classes


def why_this_method(place, reader: Reader) -> None:
    """Draw what each method found where the true groups were known."""
    say = reader.language
    row = place.container(horizontal=True, vertical_alignment="center")
    row.caption(plain(why_latent_classes(say)), width="stretch")
    with row.popover(say.say("How was this measured?"), width="content"):
        st.dataframe(as_shown(say), hide_index=True, width="stretch")
        st.write(plain(how_tried(say)))
