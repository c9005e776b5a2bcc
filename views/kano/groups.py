"""Kano's classes in groups: who wants what, and how former members differ from current ones."""

from dataclasses import dataclass, field, replace
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.kano import Comparison, KanoResult, compare
from views.kano.answers import Survey, answered, answers, classed
from views.kano.options import Options
from views.scope import Scope, value_label
from views.view import Ask
from words.labels import dimension
from words.language import Language

CURRENT = ("active", "in_notice", "in_arrears")
FORMER = ("recently_left", "former")
COEFFICIENTS = ["cs_minus", "cs_plus"]


@dataclass(frozen=True, eq=False)
class Group:
    """One group: its name in words, its Kano result, and answers by benefit that may be shown."""

    label: str
    result: KanoResult
    answered: pd.Series

    @property
    def shown(self) -> pd.Index:
        """Benefits that enough of the group answered to be shown."""
        return self.answered.index


@dataclass(frozen=True, eq=False)
class Contrast:
    """Two groups held against each other: the first less the second."""

    first: Group
    second: Group
    comparison: Comparison


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of a breakdown.

    Attributes
    ----------
    by_code : dict
        `Group` by the dimension's value, only those that may be shown.
    contrast : Contrast or None
        Former against current members, or the two segments that differ most.
    arrows : pandas.DataFrame
        By item id, from former to current members where they differ beyond chance:
        ``from_worse``, ``from_better``, ``to_worse``, ``to_better`` (0–1).
    notes : tuple of str
        Groups that can't be shown, and why.
    """

    by_code: dict[str, Group] = field(default_factory=dict)
    contrast: Contrast | None = None
    arrows: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: tuple[str, ...] = ()


NO_GROUPS = Groups()


def groups(asked: Survey, by: str | None, scope: Scope, options: Options, ask: Ask) -> Groups:
    """Return the groups of a breakdown within a filter.

    Parameters
    ----------
    asked : Survey
    by : {"status", "segment"} or None
        The breakdown; a filter on the same dimension is let go here.
    scope : Scope
        Whom the page speaks of.
    options : Options
    ask : callable
    """
    if by is None:
        return NO_GROUPS
    say = options.language
    table = _counted(asked, by, scope, ask).drop(index="", errors="ignore")
    if table.empty:
        return Groups(notes=(_no_groups(by, say, ask),))
    names = {code: value_label(say, by, code, ask) for code in table.index}
    rows = {
        code: answers(asked, replace(scope.filters, **{by: code}), ask)
        for code in table.index[table["visible"]]
    }
    found = {code: _group(names[code], of, options) for code, of in rows.items()}
    by_code = {code: group for code, group in found.items() if group is not None}
    contrast = _members(rows, options) if by == "status" else _furthest(by_code)
    arrows = _arrows(contrast) if by == "status" and contrast else pd.DataFrame()
    hidden = [names[code] for code in table.index if code not in by_code]
    return Groups(by_code, contrast, arrows, _hidden(hidden, say))


def _no_groups(by: str, language: Language, ask: Ask) -> str:
    if by == "segment" and ask("segments").empty:
        return language.say("No segments are saved yet, so there are no groups to compare.")
    return language.say(
        "This survey does not know {what}, so there are no groups to compare.",
        what=dimension(language, by).lower(),
    )


def _counted(asked: Survey, by: str, scope: Scope, ask: Ask) -> pd.DataFrame:
    """Count the groups; without a chosen segment, those of the newest solution."""
    if by != "segment" or scope.filters.segment:
        return scope.groups(by)
    known = ask("segments")
    newest = None if known.empty else str(known["segment_id"].iloc[-1])
    profiles = ask("respondent_profiles", survey_id=asked.survey_id, segment=newest)
    return replace(scope, profiles=profiles).groups(by)


def _group(label: str, rows: pd.DataFrame, options: Options) -> Group | None:
    result = classed(rows, options.table, "exact")
    if result is None:
        return None
    shown = answered(result, options.limit)
    return Group(label, result, shown) if len(shown) else None


def _members(rows: dict[str, pd.DataFrame], options: Options) -> Contrast | None:
    """Hold former against current members, each put together of groups that may be shown."""
    say = options.language
    sides = []
    for codes, label in ((FORMER, say.say("former members")), (CURRENT, say.say("members"))):
        parts = [rows[code] for code in codes if code in rows]
        group = _group(label, pd.concat(parts), options) if parts else None
        if group is None:
            return None
        sides.append(group)
    return _contrast(*sides)


def _furthest(by_code: dict[str, Group]) -> Contrast | None:
    """Hold the two groups against each other whose benefits lie furthest apart."""
    pairs = list(combinations(by_code.values(), 2))
    if not pairs:
        return None
    return _contrast(*max(pairs, key=lambda pair: _distance(*pair)))


def _distance(first: Group, second: Group) -> float:
    apart = first.result.features[COEFFICIENTS] - second.result.features[COEFFICIENTS]
    return float(np.hypot(apart["cs_minus"], apart["cs_plus"]).mean())


def _common(first: Group, second: Group) -> pd.Index:
    """Return the benefits that may be shown of both."""
    return first.shown.intersection(second.shown)


def _contrast(first: Group, second: Group) -> Contrast | None:
    if _common(first, second).empty:
        return None
    return Contrast(first, second, compare(first.result, second.result))


def differing(contrast: Contrast) -> pd.DataFrame:
    """Return the comparison's rows that may be shown and differ beyond chance, surest first."""
    both = _common(contrast.first, contrast.second)
    rows = contrast.comparison.features
    rows = rows[rows.index.isin(both)]
    apart = pd.concat(
        [rows[f"{name}_difference_low"] * rows[f"{name}_difference_high"] for name in COEFFICIENTS],
        axis=1,
    )
    sure = (apart > 0).any(axis=1) & (rows["p_adjusted"] < 0.05)
    return rows[sure].sort_values("p_adjusted", kind="stable")


def _arrows(contrast: Contrast) -> pd.DataFrame:
    common = differing(contrast).index
    former = contrast.first.result.features.loc[common]
    current = contrast.second.result.features.loc[common]
    return pd.DataFrame(
        {
            "from_worse": -former["cs_minus"],
            "from_better": former["cs_plus"],
            "to_worse": -current["cs_minus"],
            "to_better": current["cs_plus"],
        }
    )


def _hidden(names: list[str], language: Language) -> tuple[str, ...]:
    if not names:
        return ()
    sentence = language.say("Too few answers to show: {groups}.", groups=language.listed(names))
    return (sentence,)
