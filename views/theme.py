"""The saved theme that a page about benefits is narrowed to."""

import json
from dataclasses import dataclass, replace

import pandas as pd

from views.scope import Scope
from views.view import Ask, Nothing
from words.language import Language


@dataclass(frozen=True)
class Theme:
    """Benefits and needs under a name.

    Attributes
    ----------
    theme_id, name : str
    subjects : frozenset of str
        Benefit ids and need ids.
    """

    theme_id: str
    name: str
    subjects: frozenset[str]


def saved_themes(ask: Ask) -> dict[str, Theme]:
    """Return the saved themes by id, the oldest first."""
    return {
        row.theme_id: Theme(row.theme_id, row.name, frozenset(json.loads(row.subjects)))
        for row in ask("themes").itertuples(index=False)
    }


def theme(theme_id: str | None, ask: Ask) -> Theme | None:
    """Return a saved theme; None for none, and for one that is gone."""
    return saved_themes(ask).get(theme_id) if theme_id else None


def narrowed(scope: Scope, theme_id: str | None, say: Language, ask: Ask) -> Scope:
    """Say the theme among the filters in words."""
    of = theme(theme_id, ask)
    if of is None:
        return scope
    return replace(scope, chips=(*scope.chips, say.say("Theme: {name}", name=of.name)))


def within(
    items: pd.DataFrame, subjects: pd.Series, of: Theme | None, say: Language
) -> pd.DataFrame:
    """Keep a survey's items that belong to a theme.

    Parameters
    ----------
    items : DataFrame
        A row an item.
    subjects : Series
        The benefit or need of each.
    of : Theme or None
        None keeps all.
    say : Language

    Raises
    ------
    Nothing
        When the survey asks about nothing of the theme.
    """
    if of is None:
        return items
    kept = items[subjects.isin(of.subjects).to_numpy()]
    if kept.empty:
        raise Nothing(
            say.say("This survey asks about nothing in the theme «{name}».", name=of.name),
            "filters",
        )
    return kept
