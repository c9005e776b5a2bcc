"""Campaigns as the frame that picture, table, slide and workbook are drawn from."""

import pandas as pd

from analysis.intervals import wilson
from views.campaigns.drawn import Row
from views.view import Column
from words.campaigns import GOALS, verdict
from words.language import Language


def frame(rows: tuple[Row, ...], names: tuple[str, ...], limit: int, say: Language) -> pd.DataFrame:
    """Return a line a row.

    Parameters
    ----------
    rows : tuple of Row
        What is shown, in its order.
    names : tuple of str
        What each row is called, in the reader's language.
    limit : int
        The least number of returners whose leaving again is shown as a share.
    say : Language
        Of the verdicts.
    """
    lines = [
        {
            "mark": name,
            "verdict": verdict(say, "at_a_loss" if at_a_loss(row) else row.verdict),
            "code": row.verdict,
            "success": row.success or say.say(GOALS[row.goal]),
        }
        | _shares(row)
        | _effect(row)
        | _money(row)
        | _gone_again(row, limit)
        for row, name in zip(rows, names, strict=True)
    ]
    return pd.DataFrame(lines)


def columns(say: Language) -> tuple[Column, ...]:
    """Return the frame's columns as a reader sees them."""
    return (
        Column("mark", say.say("Campaign")),
        Column("verdict", say.say("Verdict")),
        Column("success", say.say("What counts")),
        Column("treated_n", say.say("Contacted group"), "count"),
        Column("treated", say.say("Share, contacted"), "share", "treated_low", "treated_high"),
        Column("holdout_n", say.say("Control group"), "count"),
        Column("holdout", say.say("Share, control"), "share", "holdout_low", "holdout_high"),
        Column("lift", say.say("Difference"), "share", "lift_low", "lift_high"),
        Column("more", say.say("More because of it"), "count", "more_low", "more_high"),
        Column("cost", say.say("Cost"), "money"),
        Column("cost_each", say.say("Cost of one more member"), "money"),
        Column("roi", say.say("Return on cost"), "share", "roi_low", "roi_high"),
        Column("naive_roi", say.say("Return without a control group"), "share"),
        Column("gone", say.say("Left again within 90 days"), "share", "gone_low", "gone_high"),
    )


def roi(row: Row) -> tuple[float, float, float] | None:
    """Return the return on cost with its interval; only members who stayed count."""
    if row.stayed is None or not row.cost or not row.valued:
        return None
    return row.stayed.effect.incremental_roi, row.stayed.roi_low, row.stayed.roi_high


def lost_money(row: Row) -> bool:
    """Say whether those whom a campaign brought, and who stayed, surely cost more than they pay."""
    money = roi(row)
    return money is not None and money[2] < 0


def at_a_loss(row: Row) -> bool:
    """Say whether a campaign works, and lost money."""
    return row.verdict == "works" and lost_money(row)


def gone_again(row: Row) -> tuple[float, float, float]:
    """Return the share who left again within 90 days, of those whose 90 days are over."""
    followed, gone = row.counts["followed"], row.counts["gone_again"]
    low, high = wilson(gone, followed)
    return gone / followed, float(low), float(high)


def _shares(row: Row) -> dict[str, float]:
    seen = {"treated_n": row.counts["n"] or None, "holdout_n": None}
    if row.compared is None:
        return seen | _lone_share(row) | dict.fromkeys(("holdout", "holdout_low", "holdout_high"))
    names = ("treated", "treated_low", "treated_high", "holdout", "holdout_low", "holdout_high")
    return {
        "treated_n": row.compared.treated_n,
        "holdout_n": row.compared.holdout_n,
        **{name: getattr(row.compared, name) for name in names},
    }


def _lone_share(row: Row) -> dict[str, float | None]:
    """Return the treated arm's share where there is nobody to compare it with."""
    n, hits = row.counts["n"], row.counts["hits"]
    if not n:
        return dict.fromkeys(("treated", "treated_low", "treated_high"))
    low, high = wilson(hits, n)
    return {"treated": hits / n, "treated_low": float(low), "treated_high": float(high)}


def _effect(row: Row) -> dict[str, float | None]:
    names = ("lift", "lift_low", "lift_high", "more", "more_low", "more_high")
    if row.compared is None:
        return dict.fromkeys(names)
    effect = row.compared.effect
    figures = (effect.lift, effect.low, effect.high)
    members = (effect.incremental, effect.incremental_low, effect.incremental_high)
    return dict(zip(names, (*figures, *members), strict=True))


def _money(row: Row) -> dict[str, float | None]:
    found = roi(row) or (None, None, None)
    of_all = row.compared.effect if row.compared else None
    return {
        "cost": row.cost if row.counts["n"] else None,
        "cost_each": of_all.cost_per_incremental if of_all else None,
        **dict(zip(("roi", "roi_low", "roi_high"), found, strict=True)),
        "naive_roi": of_all.naive_roi if of_all and row.valued else None,
    }


def _gone_again(row: Row, limit: int) -> dict[str, float | None]:
    names = ("gone", "gone_low", "gone_high")
    enough = row.counts["followed"] >= limit
    return dict(zip(names, gone_again(row), strict=True)) if enough else dict.fromkeys(names)
