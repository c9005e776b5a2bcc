"""Where do we stand? Members now, who came and went, and what changed since last year."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from queries.filters import STATUSES, Filters
from queries.named import named
from views.overview.periods import PERIODS, by_period
from views.overview.words import finding, meaning, metrics
from views.scope import Scope, people
from views.view import Ask, Chart, Column, Computed, Nothing, Options, View

MONTHS_SHOWN = 36


@dataclass(frozen=True)
class Standing:
    """What the overview found.

    Attributes
    ----------
    day : datetime.date
        The day that the figures are as of.
    members, members_year_before : int
        Members on the day and a year before it.
    years : pandas.DataFrame
        Indexed by years back (0 = the year that ends on the day): joined, returned, gone.
        Only years that the history covers whole.
    status : pandas.DataFrame
        Indexed by status: n, visible, inactive, use_known.
    branches : pandas.DataFrame
        Indexed by branch id: members, members_year_before, visible groups only.
    exits : pandas.DataFrame
        Indexed by route: this_year, last_year.
    """

    day: date
    members: int
    members_year_before: int
    years: pd.DataFrame
    status: pd.DataFrame
    branches: pd.DataFrame
    exits: pd.DataFrame


def view(filters: Filters, options: Options, ask: Ask) -> View:
    """Return the overview within a filter.

    Raises
    ------
    Nothing
        When there is no membership history, or nobody, or too few in the filter.
    """
    say = options.language
    meta = ask("meta").iloc[0]
    if ask("people_count")["n"].iloc[0] == 0:
        raise Nothing(
            say.say("There is no membership history yet. Upload your members first."), "upload"
        )
    scope = people(filters, options, ask)
    day = _day(filters, _as_date(meta["as_of"]))
    standing = _standing(scope, day, ask)
    since = filters.since or _months_before(day, MONTHS_SHOWN) + timedelta(days=1)
    flow, grain = by_period(
        ask("flow", scope.filters.without("since", "until"), day=day), since, scope.limit
    )
    return View(
        name="overview",
        title=say.say("Where do we stand?"),
        finding=finding(standing, scope, say),
        metrics=metrics(standing, scope, say),
        meaning=meaning(standing, scope, say, ask),
        frame=flow,
        columns=(
            Column("month", say.say(PERIODS[grain][0]), "month"),
            Column("joined", say.say("Joined"), "count"),
            Column("returned", say.say("Came back"), "count"),
            Column("left", say.say("Left"), "count"),
            Column("net", say.say("Net"), "count"),
        ),
        chart=Chart(
            "columns",
            x="month",
            y=("joined", "returned", "left"),
            label="month",
            y_title=say.say(PERIODS[grain][1]),
        ),
        n=scope.n,
        basis=say.say(
            "n = {n} people ever a member · as of {day} · counted, not sampled",
            n=say.number(scope.n),
            day=say.day(day),
        ),
        alt=say.say(
            "Bars by month: who joined and who came back above zero, who left below it, with the"
            " net as a line."
        ),
        notes=(*scope.notes, say.say("People are grouped by where they are now, or were last.")),
        filters=scope.chips,
        computed=Computed(
            say.say(
                "A membership counts on a day when it began on or before that day and its first"
                " day out is after it. Somebody who left and begins again came back; the first"
                " time is joining."
            ),
            queries=tuple(
                named(name, scope.filters.condition(), {})
                for name in ("flow", "members_by_branch", "status_strip")
            ),
        ),
        result=standing,
    )


def _standing(scope: Scope, day: date, ask: Ask) -> Standing:
    within = scope.filters.without("since", "until")
    year_before = _months_before(day, 12)
    before_that = _months_before(day, 24)
    members = ask("members_by_branch", within, day=day, year_before=year_before)
    exits = ask(
        "yearly_exits", within, day=day, year_before=year_before, two_years_before=before_that
    )
    flow = ask("flow", within, day=day)
    years = flow.groupby("years_back")[["joined", "returned", "gone"]].sum()
    return Standing(
        day=day,
        members=int(members["members"].sum()),
        members_year_before=int(members["members_year_before"].sum()),
        years=years.reindex(range(max(_whole_years(day, ask), 1)), fill_value=0),
        status=_status(scope, ask),
        branches=_shown_branches(scope, members.dropna(subset="branch")),
        exits=exits.set_index("route"),
    )


def _status(scope: Scope, ask: Ask) -> pd.DataFrame:
    counted = ask("status_strip", scope.filters.without("since", "until")).set_index("status")
    visible = scope.groups("status")["visible"]
    in_order = [status for status in STATUSES if status in counted.index]
    return counted.assign(visible=visible.reindex(counted.index, fill_value=False)).loc[in_order]


def _shown_branches(scope: Scope, change: pd.DataFrame) -> pd.DataFrame:
    """Keep branches that may be shown, and whose members then and now are enough to compare."""
    visible = scope.groups("branch")["visible"]
    change = change.set_index("branch")
    enough = (change[["members", "members_year_before"]] >= scope.limit).all(axis=1)
    return change[enough & visible.reindex(change.index, fill_value=False)]


def _whole_years(day: date, ask: Ask) -> int:
    """Years before the day in which coming and going was recorded whole."""
    first_day = ask("history_begins")["first_day"].iloc[0]
    return 0 if pd.isna(first_day) else (day - _as_date(first_day)).days // 365


def _day(filters: Filters, as_of: date) -> date:
    """The period's last day, where it ends before the extract."""
    return min(as_of, filters.until - timedelta(days=1)) if filters.until else as_of


def _months_before(day: date, months: int) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(months=months)).date()


def _as_date(value: object) -> date:
    return pd.Timestamp(value).date()
