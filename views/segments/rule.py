"""Segments by a rule: people of chosen sectors, branches, ages; never a group too small to show.

A rule keeps whole cells of the table over the dimensions that it names, and only those that the
small-group rule shows. So two rules, or a rule and a filter, never differ by a hidden cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.disclosure import groups
from queries.filters import DIMENSIONS
from views.scope import value_label
from views.view import Ask, Options
from words.language import Language

RULE_DIMENSIONS = tuple(name for name in DIMENSIONS if name != "segment")


@dataclass(frozen=True, eq=False)
class Rule:
    """What a rule keeps.

    Attributes
    ----------
    chosen : dict
        Values by dimension, of the dimensions that are named.
    cells : pandas.DataFrame
        The cells that are kept: a column a dimension (those that aren't named are null), values
        as text, unknown ones empty.
    n : int
        People in them.
    left_out : bool
        Whether cells fit the rule but are too small to show, and so aren't kept.
    """

    chosen: dict[str, tuple[str, ...]]
    cells: pd.DataFrame
    n: int
    left_out: bool

    @property
    def definition(self) -> dict[str, object]:
        """How the segment was made."""
        return {"rule": {name: list(values) for name, values in self.chosen.items()}}


def rule(chosen: Mapping[str, tuple[str, ...]], options: Options, ask: Ask) -> Rule:
    """Return what a rule keeps.

    Parameters
    ----------
    chosen : mapping
        Values by dimension of `RULE_DIMENSIONS`; a dimension without values is not named.
    options : Options
        Its limit is the least number of people of a cell.
    ask : Ask
    """
    named = {name: tuple(values) for name, values in chosen.items() if values}
    profiles = ask("people_profiles", segment=None)
    table = groups(profiles, tuple(named), options.limit).reset_index()
    fitting = pd.Series(True, index=table.index)
    for name, values in named.items():
        fitting &= table[name].isin(values)
    kept = table[fitting & table["visible"]]
    cells = kept[list(named)].reindex(columns=list(RULE_DIMENSIONS)).astype(object)
    return Rule(named, cells, int(kept["n"].sum()), bool((fitting & ~table["visible"]).any()))


def values_of(name: str, options: Options, ask: Ask) -> dict[str, str]:
    """Return a dimension's values that may be chosen: what they are called, by code."""
    table = groups(ask("people_profiles", segment=None), (name,), options.limit)
    shown = table.index[table["visible"]]
    return {str(value): value_label(options.language, name, str(value), ask) for value in shown}


def in_words(found: Rule, language: Language, ask: Ask) -> str:
    """Say a rule in words, as a name for its segment: ``Industry or State, 25–34``."""
    parts = [
        " / ".join(value_label(language, name, value, ask) for value in values)
        for name, values in found.chosen.items()
    ]
    return ", ".join(parts)
