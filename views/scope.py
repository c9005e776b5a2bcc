"""Whom a page speaks of: the filter, checked against the small-group rule and the survey."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pandas as pd

from analysis.disclosure import LIMIT, groups
from queries.filters import Filters
from views.view import Ask, Nothing, Options
from words.labels import dimension, label
from words.language import Language


@dataclass(frozen=True)
class Scope:
    """The people that a page's figures rest on.

    Attributes
    ----------
    filters : Filters
        What can be honoured of the filter that was asked for.
    n : int
        People that it keeps.
    profiles : pandas.DataFrame
        People per combination of filter values, everyone's.
    limit : int
        The least number of people that a shown group may have.
    chips, notes : tuple of str
        The filter in words; what can't be honoured, and why.
    """

    filters: Filters
    n: int
    profiles: pd.DataFrame
    limit: int
    chips: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def groups(self, by: str) -> pd.DataFrame:
        """Count the groups of a breakdown within the filter.

        Parameters
        ----------
        by : str
            A dimension of the filter.

        Returns
        -------
        pandas.DataFrame
            Indexed by the dimension's values (unknown as an empty string): ``n`` and ``visible``.
        """
        active = self.filters.without(by).active()
        table = groups(self.profiles, (*active, by), self.limit).reset_index()
        for name, value in active.items():
            table = table[table[name] == value]
        return table.set_index(by)[["n", "visible"]]


def people(filters: Filters, options: Options, ask: Ask) -> Scope:
    """Check a filter on everyone ever a member.

    Raises
    ------
    Nothing
        When the filter keeps nobody, or a group too small to show.
    """
    profiles = ask("people_profiles", segment=filters.segment)
    chips = chips_of(filters, options.language, ask)
    return _checked(Scope(filters, 0, profiles, options.limit, chips), options.language)


def respondents(survey_id: str, filters: Filters, options: Options, ask: Ask) -> Scope:
    """Check a filter on a survey's respondents; what the survey can't honour is let go and named.

    Raises
    ------
    Nothing
        When the filter keeps nobody, or a group too small to show.
    """
    profiles = ask("respondent_profiles", survey_id=survey_id, segment=filters.segment)
    say = options.language
    unknown = [name for name in filters.active() if profiles[name].isna().all()]
    honoured = filters.without(*unknown)
    names = [dimension(say, name) for name in unknown]
    if filters.since or filters.until:
        honoured = replace(honoured, since=None, until=None)
        names.append(dimension(say, "period"))
    notes = ()
    if names:
        sentence = say.say(
            "This survey does not know {what}, so that filter is not used here.",
            what=say.listed([name.lower() for name in names]),
        )
        notes = (sentence,)
    notes += tuple(_coverage(profiles, honoured, say))
    chips = chips_of(honoured, say, ask)
    return _checked(Scope(honoured, 0, profiles, options.limit, chips, notes), say)


def respondent_groups(survey_id: str, by: str, scope: Scope, ask: Ask) -> pd.DataFrame:
    """Count the groups of a survey's respondents as `Scope.groups` does.

    Segments without a chosen one among the filters are those of the newest solution.
    """
    if by != "segment" or scope.filters.segment:
        return scope.groups(by)
    profiles = ask("respondent_profiles", survey_id=survey_id, segment=newest_solution(ask))
    return replace(scope, profiles=profiles).groups(by)


def parted(ask: Ask) -> bool:
    """Say whether saved segments part people, so that they can be held against each other."""
    return bool((ask("segments")["parting"] > 1).any())


def newest_solution(ask: Ask) -> str | None:
    """Return a segment of the newest solution that parts people; without any, the newest segment.

    A segment made by a rule parts nobody from anybody, and there would be nothing to compare.
    """
    known = ask("segments")
    parting = known[known["parting"] > 1]
    newest = known if parting.empty else parting
    return None if newest.empty else str(newest["segment_id"].iloc[-1])


def chips_of(filters: Filters, language: Language, ask: Ask) -> tuple[str, ...]:
    """Say each active filter in words: ``Status: Former``."""
    chips = [
        f"{dimension(language, name)}: {value_label(language, name, value, ask)}"
        for name, value in filters.active().items()
    ]
    if filters.since or filters.until:
        chips.append(period_label(filters, language))
    return tuple(chips)


def value_label(language: Language, name: str, value: str, ask: Ask) -> str:
    """Say a filter's value in words; branches and segments have names of their own."""
    if name == "branch":
        names = ask("branches").set_index("branch_id")["label"]
        return str(names.get(value, value))
    if name == "segment":
        names = ask("segments").set_index("segment_id")["name"]
        return str(names.get(value, value))
    return label(language, name, value)


def period_label(filters: Filters, language: Language) -> str:
    """Say the period in words: ``Period: Jan 2025–Dec 2025``, its last month included."""
    since = language.month(filters.since) if filters.since else ""
    until = language.month(filters.until - timedelta(days=1)) if filters.until else ""
    return f"{dimension(language, 'period')}: {since}–{until}"


def _coverage(profiles: pd.DataFrame, filters: Filters, language: Language) -> list[str]:
    """Say of how many respondents a filter in force knows nothing."""
    total = int(profiles["n"].sum())
    sentences = []
    for name in filters.active():
        missing = int(profiles.loc[profiles[name].isna(), "n"].sum())
        if missing >= LIMIT:
            sentence = language.say(
                "{n} of {total} respondents are not classified by {what} and are left out.",
                n=language.number(missing),
                total=language.number(total),
                what=dimension(language, name).lower(),
            )
            sentences.append(sentence)
    return sentences


def _checked(scope: Scope, language: Language) -> Scope:
    """Find the filter's own group in its table, and refuse it where it may not be shown."""
    active = scope.filters.active()
    table = groups(scope.profiles, tuple(active), scope.limit)
    for name, value in active.items():
        table = table[table.index.get_level_values(name) == value]
    if table.empty or int(table["n"].iloc[0]) == 0:
        raise Nothing(language.say("Nobody matches this filter."), "filters")
    if not bool(table["visible"].iloc[0]):
        raise Nothing(
            language.say(
                "Too few to show. Groups under {limit} people, and groups that would give one"
                " away by subtraction, show nothing.",
                limit=scope.limit,
            ),
            "filters",
        )
    return replace(scope, n=int(table["n"].iloc[0]))
