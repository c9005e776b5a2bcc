"""What an import changed on each page: the finding before, and the finding after."""

from collections.abc import Callable
from dataclasses import dataclass

from analysis.errors import NotEnough
from queries.errors import StoreError
from views import campaigns, catalogue, effort, gaps, kano, overview, worth
from views.campaigns.options import Options as CampaignsOptions
from views.catalogue.options import Options as CatalogueOptions
from views.effort.options import Options as EffortOptions
from views.gaps.options import Options as GapsOptions
from views.kano.options import Options as KanoOptions
from views.view import Nothing, Options, View
from views.worth.options import Options as WorthOptions
from words.kano import class_label
from words.language import Language

PAGES: dict[str, tuple[Callable[..., View], type[Options]]] = {
    "overview": (overview.view, Options),
    "needs": (kano.view, KanoOptions),
    "gaps": (gaps.view, GapsOptions),
    "worth": (worth.view, WorthOptions),
    "catalogue": (catalogue.view, CatalogueOptions),
    "effort": (effort.view, EffortOptions),
    "campaigns": (campaigns.view, CampaignsOptions),
}
# by kind of file: the pages that rest on what it brings
TOUCHED = {
    "kano": ("needs", "catalogue"),
    "value": ("gaps", "worth", "catalogue"),
    "exit": ("effort",),
    "exits": ("effort",),
    "members": ("overview", "effort", "campaigns"),
    "events": ("overview", "worth", "campaigns"),
    "benefits": ("worth", "catalogue"),
    "campaigns": ("campaigns",),
    "assignments": ("campaigns",),
}


@dataclass(frozen=True)
class Said:
    """What a page says.

    Attributes
    ----------
    finding : str
        Its sentence; empty where it has nothing to show.
    n : int
        Whom it rests on.
    classes : dict of str to str
        Of the needs page: each benefit's class.
    """

    finding: str = ""
    n: int = 0
    classes: dict[str, str] | None = None


def said(make: Callable[..., View], kind: str, language: Language) -> dict[str, Said]:
    """Return what each page says now that a kind of file touches.

    Parameters
    ----------
    make : callable
        ``make(view, options)`` returns a page's view of everybody, made now or kept from before.
    kind : str
        Of the file.
    language : Language
        What the findings are said in; two sets of them are compared in one language.
    """
    return {name: _page(name, make, language) for name in TOUCHED.get(kind, ())}


def changes(
    before: dict[str, Said], after: dict[str, Said], language: Language
) -> list[tuple[str, str]]:
    """Return the pages that say something else, each with what it says now."""
    told = []
    for name, now in after.items():
        then = before[name]
        if now == then or not now.finding:
            continue
        sentences = [*_moved(then, now, language)]
        if _same_questions(then, now):
            sentences.insert(0, _more(now.n - then.n, language))
        if now.finding != then.finding:
            sentences.append(now.finding)
        told.append((name, " ".join(filter(None, sentences))))
    return told


def _page(name: str, make: Callable[..., View], language: Language) -> Said:
    view, options = PAGES[name]
    try:
        found = make(view, options(language))
    except (Nothing, NotEnough, StoreError):  # a page without an answer says nothing
        return Said()
    classes = None
    if name == "needs":
        classes = dict(zip(found.frame["label"], found.frame["category"], strict=True))
    return Said(found.finding, found.n, classes)


def _same_questions(then: Said, now: Said) -> bool:
    """Say whether two answers of the needs page are of one survey: another's n is no change."""
    return set(then.classes or {}) == set(now.classes or {})


def _more(n: int, language: Language) -> str:
    if n == 0:
        return ""
    if n > 0:
        return language.say_n("{n} more.", "{n} more.", n)
    return language.say_n("{n} fewer.", "{n} fewer.", -n)


def _moved(then: Said, now: Said, language: Language) -> list[str]:
    """Say which benefits are in another class."""
    before = then.classes or {}
    return [
        language.say(
            "{benefit} is now «{group}».", benefit=benefit, group=class_label(language, code)
        )
        for benefit, code in (now.classes or {}).items()
        if benefit in before and before[benefit] != code
    ]
