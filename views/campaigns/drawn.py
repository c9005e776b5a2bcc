"""What was drawn: the rows of a campaign, whom the filter keeps, and what may be shown."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.campaign_strata import StrataComparison
from analysis.disclosure import groups
from queries.filters import Filters
from views.campaigns.worth import Worth

COUNTS = ["n", "waiting", "contacted", "hits", "stayed", "followed", "gone_again"]
PRICES = [
    "campaign_id", "arm", "role", "fixed_cost", "treated", "contacts_known", "unit_cost",
    "cost_per_hit",
]  # fmt: skip
SIDES = ("treated", "holdout")
# outcomes of a file that say that somebody is a member
OF_MEMBERSHIP = frozenset(
    {"returned", "rejoined", "stayed", "joined", "genindmeldt", "blev", "gjeninnmeldt"}
    | {"teruggekeerd", "gebleven"}
)


@dataclass(frozen=True)
class Row:
    """One comparison, or why there is none.

    Attributes
    ----------
    campaign_id, name, goal, channel, group : str
        ``group`` is a code of the breakdown; None without one.
    verdict : str
        A code of `words.campaigns.VERDICTS`.
    counts : dict of str to int
        Of the treated arm: n, waiting, contacted, hits, stayed, followed (hits whose next 90
        days are over) and gone_again (of them).
    compared, stayed : StrataComparison or None
        Hits, and hits who stayed; the money of the latter is the one that counts.
    cost : float
        DKK.
    valued : bool
        Whether the members' worth is known, and so the return on the cost.
    first_result : datetime.date or None
        Of those who are waiting.
    success : str
        What a hit is, where it is something else than being a member: ``"visit"``.
    offer_ends : bool
        Whether there was an offer with an end, from which leaving again is counted.
    """

    campaign_id: str
    name: str
    goal: str
    channel: str
    group: str | None
    verdict: str
    counts: dict[str, int]
    compared: StrataComparison | None = None
    stayed: StrataComparison | None = None
    cost: float = 0.0
    valued: bool = False
    first_result: date | None = None
    success: str = ""
    offer_ends: bool = False


@dataclass(frozen=True)
class Drawn:
    """What was asked of the database, and the rules that it is read by.

    Attributes
    ----------
    campaigns, arms, cells : pandas.DataFrame
        Of the queries ``campaigns``, ``campaign_arms`` and ``campaign_outcomes``, the last
        `priced`.
    worth : Worth
        What a regained member is worth.
    active : dict of str to str
        The filter in force, the period among them as ``"true"``.
    limit : int
        The least number of people that a shown arm may have.
    by : str
        The breakdown, or ``"none"``.
    """

    campaigns: pd.DataFrame
    arms: pd.DataFrame
    cells: pd.DataFrame
    worth: Worth
    active: dict[str, str]
    limit: int
    by: str

    def within(self, cells: pd.DataFrame) -> pd.DataFrame:
        """Keep the cells that the filter keeps."""
        for name, value in self.active.items():
            cells = cells[cells[name] == value]
        return cells


def successes(campaigns: pd.DataFrame, chosen: str | None) -> pd.DataFrame:
    """Add ``success``: what a hit of each campaign is; empty where it is being a member.

    Parameters
    ----------
    campaigns : pandas.DataFrame
        See `Drawn`.
    chosen : str or None
        The outcome that the reader asks for, of campaigns whose file has it.
    """
    return campaigns.assign(
        success=[
            _success(outcomes, own if chosen is None else chosen)
            for outcomes, own in zip(
                campaigns["outcomes"], campaigns["success_action"], strict=True
            )
        ]
    )


def _success(outcomes: str, asked: str) -> str:
    there = sorted(filter(None, outcomes.split("/")))
    counted = [asked] if asked in there else there  # any of them, as the query has it
    return "" if OF_MEMBERSHIP.issuperset(counted) else " / ".join(counted)


def priced(cells: pd.DataFrame, campaigns: pd.DataFrame, arms: pd.DataFrame) -> pd.DataFrame:
    """Add ``cost``: each cell's part of the fixed cost, its contacts and the offers paid out.

    Parameters
    ----------
    cells, campaigns, arms : pandas.DataFrame
        See `Drawn`.
    """
    prices = arms.merge(campaigns, on="campaign_id").assign(role="treated")
    cells = cells.merge(prices[PRICES], on=["campaign_id", "arm", "role"], how="left")
    paid_for = cells["n"].where(cells["contacts_known"].ne(True), cells["contacted"])
    fixed = cells["fixed_cost"] * cells["n"] / cells["treated"]
    cost = fixed + cells["unit_cost"] * paid_for + cells["cost_per_hit"] * cells["hits"]
    texts = dict.fromkeys(cells.select_dtypes("str"), object)
    return cells.assign(cost=cost.fillna(0.0)).astype(texts)


def ungrouped(cells: pd.DataFrame) -> pd.DataFrame:
    """Add up the groups of a breakdown in which everyone has a place."""
    keys = [name for name in cells.columns if name not in (*COUNTS, "grp", "first_result")]
    sums = dict.fromkeys(COUNTS, "sum") | {"first_result": "min"}
    return cells.groupby(keys, as_index=False, dropna=False).agg(sums).assign(grp="")


def in_force(filters: Filters) -> dict[str, str]:
    """Return the filter as values of the cells' columns."""
    period = {"period": "true"} if filters.since or filters.until else {}
    return filters.active() | period


def totals(cells: pd.DataFrame) -> dict[str, int]:
    return {name: int(cells[name].sum()) for name in COUNTS}


def may_be_shown(drawn: Drawn, cells: pd.DataFrame) -> set[tuple[str, str, str]]:
    """Return the (role, arm, group) of a campaign that the small-group rule lets be shown."""
    counted = cells[cells["n"] > 0].assign(side=cells["role"] + "/" + cells["arm"])
    if counted.empty:
        return set()
    dimensions = (*drawn.active, "side", "grp")
    table = groups(counted, dimensions, drawn.limit).reset_index()
    table = drawn.within(table[table["visible"]])
    sides = table["side"].str.split("/", n=1)
    return {(role, arm, grp) for (role, arm), grp in zip(sides, table["grp"], strict=True)}


def by_stratum(cells: pd.DataFrame) -> pd.DataFrame:
    """Return a row a campaign and stratum: both sides' people, hits (won) and those who stayed."""
    summed = cells.groupby(["campaign_id", "stratum", "role"])[["n", "hits", "stayed"]].sum()
    wide = summed.rename(columns={"hits": "won"}).unstack("role", fill_value=0)
    wide.columns = [f"{role}_{name}" for name, role in wide.columns]
    return wide.reset_index()
