"""What segments are called on screen."""

from math import isnan

from words.language import N_, Language

ORIGINS = {
    "cluster": N_("from classes"),
    "rule": N_("by a rule"),
    "upload": N_("uploaded"),
}


def origin_label(language: Language, code: str, right: float | None = None) -> str:
    """Return how a segment was made.

    Parameters
    ----------
    language : Language
    code : str
        ``"cluster"``, ``"rule"`` or ``"upload"``.
    right : float, optional
        Of a class in plain rules, the share of those who fit who are in the class; null for others.
    """
    if right is None or isnan(right):
        return language.say(ORIGINS[code])
    return language.say("by rule, {share} right", share=language.share(right))
