"""A value survey as it is asked for: what it asks about, who answers, for how many they stand."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analysis.disclosure import groups
from queries.filters import Filters
from views.scope import Scope, people, respondents
from views.surveys import labels_in, picked
from views.theme import narrowed, theme, within
from views.view import Ask, Nothing, Options
from views.weighting import like_membership
from words.language import Language

CURRENT = ("active", "in_notice", "in_arrears")
FORMER = ("recently_left", "former")
ANSWERS = ["importance", "satisfaction", "aware", "needed", "used", "solved"]


@dataclass(frozen=True, eq=False)
class Survey:
    """A value survey and the benefits that it asks about.

    Attributes
    ----------
    survey_id, label : str
    fielded_on : datetime.date or None
    items : pandas.DataFrame
        Indexed by item id, in the survey's order: ``label`` (in the reader's language), ``kind``
        (null where the catalogue does not know it), ``collective``, ``unmet`` (a need that no
        benefit meets), ``subject`` (the benefit's id, or the need's).
    weights : {"survey", "membership", "none"}
        Whether its answers are weighted to the membership.
    """

    survey_id: str
    label: str
    fielded_on: date | None
    items: pd.DataFrame
    weights: str = "survey"


@dataclass(frozen=True, eq=False)
class Asked:
    """Those whom the page speaks of.

    Attributes
    ----------
    survey : Survey
    scope : Scope
        Of the survey's respondents; its filter is what can be honoured.
    statuses : tuple of str
        The statuses that may be shown and are spoken of; empty where the survey knows none.
    who : str or None
        A status, or ``"respondents"`` where nobody is known to stand behind them, or None for
        members.
    rows : pandas.DataFrame
        Their answers: ``respondent_id, item_id``, `ANSWERS`, ``weight``, ``status``, ``branch``,
        ``segment``.
    n : int
        Respondents with an answer.
    members : int or None
        People whom they stand for; None where the membership is not known.
    """

    survey: Survey
    scope: Scope
    statuses: tuple[str, ...]
    who: str | None
    rows: pd.DataFrame
    n: int
    members: int | None

    @property
    def weights(self) -> str | None:
        """The weights' column, where the survey has weights."""
        return "weight" if (self.rows["weight"] != 1).any() else None


def survey(
    survey_id: str | None, language: Language, ask: Ask, theme_id: str | None = None
) -> Survey:
    """Return a value survey; the newest when none is named.

    Parameters
    ----------
    survey_id : str or None
    language : Language
    ask : callable
    theme_id : str, optional
        A saved theme: only what is in it.

    Raises
    ------
    Nothing
        When there is no such survey, nobody answered it, or it asks about nothing of the theme.
    """
    texts = (
        language.say("There is no value survey yet. Upload one to see where members are lost."),
        language.say("This value survey is no longer here."),
    )
    found = picked(ask("gaps_surveys"), survey_id, texts, language, ask)
    items = ask("gaps_items", survey_id=found.survey_id).set_index("item_id")
    items["label"] = labels_in(items, language)
    items = within(items, items["subject"], theme(theme_id, ask), language)
    return Survey(
        survey_id=found.survey_id,
        label=found.label,
        fielded_on=found.fielded_on,
        items=items[["label", "kind", "collective", "unmet", "subject"]],
    )


def asked(
    survey_id: str | None,
    filters: Filters,
    options: Options,
    ask: Ask,
    *,
    weights: str = "survey",
    theme_id: str | None = None,
) -> Asked:
    """Return those whom the page speaks of: members, unless the filter asks for somebody else.

    Raises
    ------
    Nothing
        When there is no survey, or nobody or too few are left in the filter.
    """
    say = options.language
    of = replace(survey(survey_id, say, ask, theme_id), weights=weights)
    scope = narrowed(respondents(of.survey_id, filters, options, ask), theme_id, say, ask)
    statuses = shown_statuses(scope)
    if not statuses and not scope.profiles["status"].isna().all():
        raise Nothing(say.say("Too few members in this survey to show."), "filters")
    rows = answers(of, scope.filters, ask)
    if statuses:
        rows = rows[rows["status"].isin(statuses)]
    if not rows["importance"].notna().any():
        raise Nothing(say.say("Nobody here said how important any benefit is."), "filters")
    members = _members(scope, options, ask)
    who = "respondents" if members is None else scope.filters.status
    return Asked(of, scope, statuses, who, rows, rows["respondent_id"].nunique(), members)


def answers(of: Survey, within: Filters, ask: Ask, solution: str | None = None) -> pd.DataFrame:
    """Return answers within a filter, one row a respondent and benefit, with their groups.

    Parameters
    ----------
    of : Survey
    within : Filters
    ask : callable
    solution : str, optional
        Id of a segment whose solution places people in segments.
    """
    rows = ask("gaps_answers", within, survey_id=of.survey_id, of_solution=solution)
    rows = rows[rows["item_id"].isin(of.items.index)]
    if of.weights == "none":
        return rows.assign(weight=1.0)
    return like_membership(rows, of.survey_id, ask) if of.weights == "membership" else rows


def basis(of: Asked, say: Language) -> str:
    """Say on how many answers figures rest, and for how many people they stand."""
    fielded = of.survey.fielded_on
    facts = {
        "n": say.number(of.n),
        "survey": of.survey.label,
        "month": f" · {say.month(fielded)}" if fielded else "",
    }
    if of.members is None:
        return say.say("n = {n} · {survey}{month} · 95% intervals", **facts)
    return say.say(
        "n = {n} · {survey}{month} · scaled to {members} people · 95% intervals",
        members=say.number(of.members),
        **facts,
    )


def shown_statuses(scope: Scope) -> tuple[str, ...]:
    """Return the statuses that the page speaks of, those only whose group may be shown.

    Without a filter on status that is everyone who is in; none where statuses are not known.
    """
    wanted = (scope.filters.status,) if scope.filters.status else CURRENT
    visible = scope.groups("status").query("visible").index
    return tuple(status for status in wanted if status in visible)


def cells(scope: Scope, by: str) -> pd.DataFrame:
    """Count a breakdown's groups by status within the filter: ``status``, ``group``, ``visible``.

    A group of members is put together of its statuses, and each of these must be large enough to
    be shown by itself, since another page may show it.
    """
    active = scope.filters.without(by, "status").active()
    dimensions = tuple(dict.fromkeys((*active, "status", by)))
    table = groups(scope.profiles, dimensions, scope.limit).reset_index()
    for name, value in active.items():
        table = table[table[name] == value]
    return table.assign(group=table[by])[["status", "group", "n", "visible"]]


def _members(scope: Scope, options: Options, ask: Ask) -> int | None:
    """Count the people who are meant: those of the same filter in the membership."""
    try:
        meant = people(scope.filters, options, ask)
    except Nothing:
        return None
    statuses = shown_statuses(replace(meant, filters=scope.filters))
    n = int(meant.groups("status")["n"].reindex(statuses, fill_value=0).sum())
    return n or None
