"""Facts put into sentences: numbers, days and lists as the language writes them."""

from collections.abc import Sequence
from datetime import date, datetime
from math import isnan
from numbers import Real
from string import Formatter

from words.language import Language

SHOWN = 5


def filled(language: Language, message: str, facts: dict[str, object]) -> str:
    """Say a sentence with its facts; one that is not known is a dash, never an error."""
    names = [name for _, name, _, _ in Formatter().parse(message) if name]
    known = {name: written(language, facts[name]) for name in names if name in facts}
    return language.say(message, **dict.fromkeys(names, "–") | known) if message else ""


def written(language: Language, fact: object) -> str:
    """Write one fact."""
    if isinstance(fact, datetime):
        return language.moment(fact)
    if isinstance(fact, date):
        return language.day(fact)
    if isinstance(fact, bool) or fact is None:
        return "–"
    if isinstance(fact, Real):
        return language.number(float(fact), 0 if float(fact).is_integer() else 2)
    if isinstance(fact, Sequence) and not isinstance(fact, str):
        return first_of(language, fact)
    return str(fact)


def first_of(language: Language, items: Sequence[object]) -> str:
    """Write a list, at most five of it, and how many more there are."""
    texts = [written(language, item) for item in items[:SHOWN]]
    if len(items) > SHOWN:
        texts.append(language.say("{n} more", n=language.number(len(items) - SHOWN)))
    return language.listed(texts)


def share_with_interval(language: Language, share: float, low: float, high: float) -> str:
    """Write a share and its interval, ``38% (35–41%)``; without one where it isn't known."""
    if isnan(low):
        return language.share(share)
    return f"{language.share(share)} ({language.share_interval(low, high)})"
