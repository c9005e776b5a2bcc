"""What segments are called on screen."""

from words.language import N_, Language

ORIGINS = {
    "cluster": N_("from classes"),
    "rule": N_("by a rule"),
    "upload": N_("uploaded"),
}


def origin_label(language: Language, code: str) -> str:
    """Return how a segment was made."""
    return language.say(ORIGINS[code])
