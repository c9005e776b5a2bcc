"""Campaigns as rows: a treated arm (of a group) against its control group, with its money."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from analysis.campaign_strata import clear, compare_strata
from views.campaigns.drawn import (
    COUNTS,
    SIDES,
    Drawn,
    Row,
    by_stratum,
    may_be_shown,
    totals,
)


def rows(drawn: Drawn) -> tuple[Row, ...]:
    """Compare every treated arm, within each group of the breakdown."""
    found = []
    for campaign in drawn.campaigns.itertuples():
        cells = drawn.cells[drawn.cells["campaign_id"] == campaign.campaign_id]
        arms = drawn.arms[drawn.arms["campaign_id"] == campaign.campaign_id]
        if arms.empty:
            found.append(_row(campaign, campaign.label, None, "no_treated"))
            continue
        visible = may_be_shown(drawn, cells)
        for arm in arms.itertuples():
            of_arm = _of_arm(drawn, campaign, arm, len(arms), (drawn.within(cells), visible))
            ends = not pd.isna(arm.offer_ends_on)
            found += [replace(row, offer_ends=ends) for row in of_arm]
    return _judged_together(tuple(found)) if drawn.by != "none" else tuple(found)


def channels(drawn: Drawn, shown: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put the campaigns of a channel and goal together, each compared by itself first."""
    usable = _whole(shown)
    of_members = drawn.campaigns["success"] == ""
    known = drawn.campaigns[drawn.campaigns["campaign_id"].isin(usable) & of_members]
    known = known.fillna({"channel": ""})
    found = []
    for (channel, goal), campaigns in known.groupby(["channel", "goal"], sort=True):
        cells = drawn.cells[drawn.cells["campaign_id"].isin(campaigns["campaign_id"])]
        found.append(_added_up(drawn, drawn.within(cells), (goal, channel)))
    return _judged_together(tuple(found))


def together(drawn: Drawn, shown: tuple[Row, ...]) -> Row | None:
    """Add up the campaigns that could be compared, of those that are about members."""
    usable = {row.campaign_id for row in shown if not row.success} & _whole(shown)
    cells = drawn.within(drawn.cells[drawn.cells["campaign_id"].isin(usable)])
    if cells.empty:
        return None
    return _added_up(drawn, cells, ("", None))


def _added_up(drawn: Drawn, cells: pd.DataFrame, what: tuple[str, str | None]) -> Row:
    goal, channel = what
    counts = totals(cells[cells["role"] == "treated"])
    return _with_effect(drawn, Row("", "", goal, channel or "", channel, "works", counts), cells)


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
    counts = totals(treated)
    row = _row(campaign, *named, "works", counts)
    shown = {(cell.role, cell.arm, cell.grp) for cell in cells[cells["n"] > 0].itertuples()}
    if counts["n"] and not shown <= visible:
        return replace(row, verdict="too_few", counts=totals(treated.iloc[:0]))
    if not counts["n"] and counts["waiting"]:
        first = pd.Timestamp(treated["first_result"].min()).date()
        early = campaign.linked > 0
        return replace(row, verdict="too_early" if early else "no_outcome", first_result=first)
    if campaign.holdout == 0:
        return replace(row, verdict="no_control", cost=float(treated["cost"].sum()))
    if not counts["n"] or not holdout["n"].sum():
        return replace(row, verdict="too_few", counts=totals(treated.iloc[:0]))
    return _with_effect(drawn, row, cells)


def _row(campaign, name: str, group: str | None, verdict: str, counts: dict | None = None) -> Row:
    counts = counts or dict.fromkeys(COUNTS, 0)
    channel = campaign.channel if isinstance(campaign.channel, str) else ""
    return Row(
        campaign.campaign_id, name, campaign.goal, channel, group, verdict, counts,
        success=campaign.success,
    )  # fmt: skip


def _with_effect(drawn: Drawn, row: Row, cells: pd.DataFrame) -> Row:
    sides = by_stratum(cells)
    values = [drawn.worth.of(campaign_id) for campaign_id in sides["campaign_id"]]
    valued = not row.success and all(value is not None for value in values)
    cost = float(cells["cost"].sum())
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
