"""Campaigns as rows: a treated arm (of a group) against its control group, with its money."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analysis.campaign_strata import StrataComparison, clear, compare_strata
from analysis.disclosure import groups
from queries.filters import Filters
from views.campaigns_worth import Worth

COUNTS = ["n", "waiting", "contacted", "hits", "stayed", "followed", "gone_again"]
SIDES = {"treated": ["n", "hits", "stayed"], "holdout": ["n", "hits", "stayed"]}


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
    offer_ends: bool = False


@dataclass(frozen=True)
class Drawn:
    """What was asked of the database, and the rules that it is read by.

    Attributes
    ----------
    campaigns, arms, cells : pandas.DataFrame
        Of the queries ``campaigns``, ``campaign_arms`` and ``campaign_outcomes``.
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


def ungrouped(cells: pd.DataFrame) -> pd.DataFrame:
    """Add up the groups of a breakdown in which everyone has a place."""
    keys = [name for name in cells.columns if name not in (*COUNTS, "grp", "first_result")]
    sums = dict.fromkeys(COUNTS, "sum") | {"first_result": "min"}
    return cells.groupby(keys, as_index=False, dropna=False).agg(sums).assign(grp="")


def in_force(filters: Filters) -> dict[str, str]:
    """Return the filter as values of the cells' columns."""
    period = {"period": "true"} if filters.since or filters.until else {}
    return filters.active() | period


def rows(drawn: Drawn) -> tuple[Row, ...]:
    """Compare every treated arm, within each group of the breakdown."""
    found = []
    for campaign in drawn.campaigns.itertuples():
        cells = drawn.cells[drawn.cells["campaign_id"] == campaign.campaign_id]
        arms = drawn.arms[drawn.arms["campaign_id"] == campaign.campaign_id]
        if arms.empty:
            found.append(_row(campaign, campaign.label, None, "no_treated"))
            continue
        visible = _visible(drawn, cells)
        for arm in arms.itertuples():
            of_arm = _of_arm(drawn, campaign, arm, len(arms), (drawn.within(cells), visible))
            ends = not pd.isna(arm.offer_ends_on)
            found += [replace(row, offer_ends=ends) for row in of_arm]
    return _judged_together(tuple(found)) if drawn.by != "none" else tuple(found)


def channels(drawn: Drawn, shown: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put the campaigns of a channel and goal together, each compared by itself first."""
    usable = _whole(shown)
    known = drawn.campaigns[drawn.campaigns["campaign_id"].isin(usable)].fillna({"channel": ""})
    found = []
    for (channel, goal), campaigns in known.groupby(["channel", "goal"], sort=True):
        cells = drawn.cells[drawn.cells["campaign_id"].isin(campaigns["campaign_id"])]
        treated = cells[cells["role"] == "treated"]
        row = Row("", "", goal, channel, channel, "works", _counts(treated))
        found.append(_with_effect(drawn, row, drawn.within(cells)))
    return _judged_together(tuple(found))


def together(drawn: Drawn, shown: tuple[Row, ...]) -> Row | None:
    """Add up the campaigns that could be compared."""
    cells = drawn.within(drawn.cells[drawn.cells["campaign_id"].isin(_whole(shown))])
    if cells.empty:
        return None
    row = Row("", "", "", "", None, "works", _counts(cells[cells["role"] == "treated"]))
    return _with_effect(drawn, row, cells)


def _whole(shown: tuple[Row, ...]) -> set[str]:
    """Return the campaigns compared in full: a sum would give a single hidden arm away."""
    hidden = {row.campaign_id for row in shown if row.verdict == "too_few"}
    return {row.campaign_id for row in shown if row.compared} - hidden


def _of_arm(drawn: Drawn, campaign, arm, arms: int, found: tuple) -> Iterator[Row]:
    cells, visible = found
    name = _name(campaign, arm, arms)
    mine = cells[(cells["role"] == "holdout") | (cells["arm"] == arm.arm)]
    if drawn.by == "none":
        yield _judged(drawn, campaign, (name, None), mine, visible)
        return
    for code, group in mine.groupby("grp", sort=True):
        yield _judged(drawn, campaign, (name, str(code)), group, visible)


def _name(campaign, arm, arms: int) -> str:
    if arms == 1:
        return campaign.label
    return arm.label if arm.label != arm.arm else f"{campaign.label} · {arm.label}"


def _judged(drawn: Drawn, campaign, named: tuple, cells: pd.DataFrame, visible: set) -> Row:
    """Say why there is no comparison, or compare."""
    treated, holdout = (cells[cells["role"] == role] for role in ("treated", "holdout"))
    counts = _counts(treated)
    row = _row(campaign, *named, "works", counts)
    shown = {(cell.role, cell.arm, cell.grp) for cell in cells[cells["n"] > 0].itertuples()}
    if counts["n"] and not shown <= visible:
        return replace(row, verdict="too_few", counts=_counts(treated.iloc[:0]))
    if not counts["n"] and counts["waiting"]:
        first = pd.Timestamp(treated["first_result"].min()).date()
        early = campaign.linked > 0
        return replace(row, verdict="too_early" if early else "no_outcome", first_result=first)
    if campaign.holdout == 0:
        return replace(row, verdict="no_control", cost=_cost(drawn, treated))
    if not counts["n"] or not holdout["n"].sum():
        return replace(row, verdict="too_few", counts=_counts(treated.iloc[:0]))
    return _with_effect(drawn, row, cells)


def _row(campaign, name: str, group: str | None, verdict: str, counts: dict | None = None) -> Row:
    counts = counts or dict.fromkeys(COUNTS, 0)
    channel = campaign.channel if isinstance(campaign.channel, str) else ""
    return Row(campaign.campaign_id, name, campaign.goal, channel, group, verdict, counts)


def _with_effect(drawn: Drawn, row: Row, cells: pd.DataFrame) -> Row:
    sides = _sides(cells)
    values = [drawn.worth.of(campaign_id) for campaign_id in sides["campaign_id"]]
    valued = all(value is not None for value in values)
    cost = _cost(drawn, cells[cells["role"] == "treated"])
    compared, stayed = (
        compare_strata(
            sides.rename(columns={f"{side}_{what}": f"{side}_hits" for side in SIDES}),
            cost=cost,
            value_per_hit=values if valued else 0.0,
        )
        for what in ("won", "stayed")
    )
    verdict = "works" if compared.effect.shown_to_work else "not_shown"
    verdict = "harms" if compared.effect.harmful else verdict
    return replace(
        row,
        verdict=verdict,
        compared=compared,
        stayed=stayed,
        cost=cost,
        valued=valued,
    )


def _sides(cells: pd.DataFrame) -> pd.DataFrame:
    """Return a row a campaign and stratum: both sides' people, hits (won) and those who stayed."""
    summed = cells.groupby(["campaign_id", "stratum", "role"])[["n", "hits", "stayed"]].sum()
    wide = summed.rename(columns={"hits": "won"}).unstack("role", fill_value=0)
    wide.columns = [f"{role}_{name}" for name, role in wide.columns]
    return wide.reset_index()


def _cost(drawn: Drawn, treated: pd.DataFrame) -> float:
    """Add the fixed cost's part, contacts and offers of the people in the cells."""
    priced = treated.merge(drawn.arms, on=["campaign_id", "arm"]).merge(
        drawn.campaigns[["campaign_id", "fixed_cost", "treated", "contacts_known"]],
        on="campaign_id",
    )
    paid_for = priced["contacted"].where(priced["contacts_known"], priced["n"])
    fixed = priced["fixed_cost"] * priced["n"] / priced["treated"]
    spent = fixed + priced["unit_cost"] * paid_for + priced["cost_per_hit"] * priced["hits"]
    return float(spent.sum())


def _counts(cells: pd.DataFrame) -> dict[str, int]:
    return {name: int(cells[name].sum()) for name in COUNTS}


def _visible(drawn: Drawn, cells: pd.DataFrame) -> set[tuple[str, str, str]]:
    """Return the (role, arm, group) of a campaign that the small-group rule lets be shown."""
    counted = cells[cells["n"] > 0].assign(side=cells["role"] + "/" + cells["arm"])
    if counted.empty:
        return set()
    dimensions = (*drawn.active, "side", "grp")
    table = groups(counted, dimensions, drawn.limit).reset_index()
    table = drawn.within(table[table["visible"]])
    sides = table["side"].str.split("/", n=1)
    return {(role, arm, grp) for (role, arm), grp in zip(sides, table["grp"], strict=True)}


def _judged_together(found: tuple[Row, ...]) -> tuple[Row, ...]:
    """Take back what is no longer clear once all the groups have been looked at."""
    places = [place for place, row in enumerate(found) if row.compared]
    sure = dict(zip(places, clear([found[place].compared for place in places]), strict=True))
    return tuple(
        replace(row, verdict="too_close")
        if row.verdict in ("works", "harms") and not sure[place]
        else row
        for place, row in enumerate(found)
    )
