"""Kano's classes in groups: who wants what, and how two groups, or two waves, differ."""

from dataclasses import dataclass, field, replace
from itertools import combinations

import pandas as pd

from views.kano.answers import Survey, answered, answers, classed
from views.kano.contrasts import Contrast, Group, arrows, contrast, distance
from views.kano.options import WAVE, Options
from views.kano.waves import waves
from views.scope import Scope, respondent_groups, value_label
from views.view import Ask
from words.labels import dimension
from words.language import Language

CURRENT = ("active", "in_notice", "in_arrears")
FORMER = ("recently_left", "former")


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of a breakdown.

    Attributes
    ----------
    by_code : dict
        `Group` by the dimension's value, only those that may be shown.
    contrast : Contrast or None
        The two groups that were chosen; else former against current members, the wave before
        against this one, or the two groups that differ most.
    arrows : pandas.DataFrame
        See `views.kano.contrasts.arrows`.
    notes : tuple of str
        Groups that can't be shown, and why.
    of_waves : bool
        Whether the groups are surveys, one after the other.
    """

    by_code: dict[str, Group] = field(default_factory=dict)
    contrast: Contrast | None = None
    arrows: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: tuple[str, ...] = ()
    of_waves: bool = False


NO_GROUPS = Groups()


def groups(asked: Survey, scope: Scope, options: Options, ask: Ask) -> Groups:
    """Return the groups of the options' breakdown within a filter.

    Parameters
    ----------
    asked : Survey
    scope : Scope
        Whom the page speaks of; a filter on the breakdown's own dimension is let go here.
    options : Options
    ask : callable
    """
    if options.by is None:
        return NO_GROUPS
    if options.by == WAVE:
        return _waves(asked, scope, options, ask)
    say, by = options.language, options.by
    table = respondent_groups(asked.survey_id, by, scope, ask).drop(index="", errors="ignore")
    if table.empty:
        return Groups(notes=(_no_groups(by, say, ask),))
    names = {code: value_label(say, by, code, ask) for code in table.index}
    rows = {
        code: answers(asked, replace(scope.filters, **{by: code}), options, ask)
        for code in table.index[table["visible"]]
    }
    by_code = _shown(names, rows, options)
    held = _picked(by_code, options)
    if held is None:
        held = _members(rows, options) if by == "status" else _furthest(by_code)
    hidden = [names[code] for code in table.index if code not in by_code]
    return _drawn(by_code, held, _hidden(hidden, say))


def _waves(asked: Survey, scope: Scope, options: Options, ask: Ask) -> Groups:
    """Hold this survey against the one before it, or the two that were picked."""
    names = ask("kano_surveys").set_index("survey_id")["label"].astype(str)
    by_code = _shown(names.to_dict(), waves(asked, scope, options, ask), options)
    before = [code for code in by_code if code != asked.survey_id]
    if not before or asked.survey_id not in by_code:
        say = options.language
        return Groups(by_code, notes=(say.say("There is no other needs survey to compare with."),))
    held = _picked(by_code, options)
    if held is None:
        held = contrast(by_code[before[0]], by_code[asked.survey_id])
    both = options.language.say(
        "Whoever answered both surveys counts as two people, so the doubt shown is rather too"
        " large."
    )
    return replace(_drawn(by_code, held, (both,)), of_waves=True)


def _drawn(by_code: dict[str, Group], held: Contrast | None, notes: tuple[str, ...]) -> Groups:
    return Groups(by_code, held, arrows(held) if held else pd.DataFrame(), notes)


def _shown(
    names: dict[str, str], rows: dict[str, pd.DataFrame], options: Options
) -> dict[str, Group]:
    found = {code: _group(names[code], of, options) for code, of in rows.items()}
    return {code: group for code, group in found.items() if group is not None}


def _no_groups(by: str, language: Language, ask: Ask) -> str:
    if by == "segment" and ask("segments").empty:
        return language.say("No segments are saved yet, so there are no groups to compare.")
    return language.say(
        "This survey does not know {what}, so there are no groups to compare.",
        what=dimension(language, by).lower(),
    )


def _group(label: str, rows: pd.DataFrame, options: Options) -> Group | None:
    result = classed(rows, options, "exact")
    if result is None:
        return None
    shown = answered(result, options.limit)
    return Group(label, result, shown) if len(shown) else None


def _picked(by_code: dict[str, Group], options: Options) -> Contrast | None:
    """Hold the two groups against each other that the reader chose, where both may be shown."""
    first, second = by_code.get(options.first), by_code.get(options.second)
    if first is None or second is None or first is second:
        return None
    return contrast(first, second)


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
    return contrast(*sides)


def _furthest(by_code: dict[str, Group]) -> Contrast | None:
    """Hold the two groups against each other whose benefits lie furthest apart."""
    pairs = list(combinations(by_code.values(), 2))
    return contrast(*max(pairs, key=lambda pair: distance(*pair))) if pairs else None


def _hidden(names: list[str], language: Language) -> tuple[str, ...]:
    if not names:
        return ()
    sentence = language.say("Too few answers to show: {groups}.", groups=language.listed(names))
    return (sentence,)
