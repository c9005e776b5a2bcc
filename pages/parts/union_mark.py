"""The mark on every page: whose figures these are, and as of when."""

from streamlit.delta_generator import DeltaGenerator

from pages.parts.databases import store
from pages.parts.text import plain
from words.language import Language


def union_mark(place: DeltaGenerator, language: Language) -> bool:
    """Say whose data this is, sample data as what it is; return whether it is the sample."""
    meta = store().ask("meta").iloc[0]
    day = language.day(meta["as_of"])
    if meta["is_sample"]:
        text = language.say("Sample union, invented · as of {day}", day=day)
    else:
        union = meta["union_name"] or language.say("Our own union")
        text = language.say("{union} · as of {day}", union=union, day=day)
    place.badge(plain(text), color="orange" if meta["is_sample"] else "gray")
    return bool(meta["is_sample"])
