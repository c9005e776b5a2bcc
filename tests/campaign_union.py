"""Small unions with campaigns whose outcomes are known, made on the spot."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd

from queries.store import Store
from tests.planted import database

DAY = date(2025, 6, 1)
WINDOW = 100


@dataclass(frozen=True)
class Arm:
    """People of an arm: how many, how many hits, how many of these are gone again soon.

    ``complaint`` is true or false for a complaint resolved or not, None for none; ``day`` is
    that on which they were drawn.
    """

    campaign_id: str
    role: str
    n: int
    hits: int
    arm: str = ""
    gone_again: int = 0
    stratum: str = "all"
    complaint: bool | None = None
    day: date = DAY
    sector: str = "state"


@dataclass
class Plan:
    """Campaigns with their arms; ``more`` holds further tables."""

    campaigns: dict[str, dict[str, object]]
    arms: list[Arm]
    more: dict[str, pd.DataFrame] = field(default_factory=dict)
    fee: float | None = 400.0


def union_of(path: Path, plan: Plan) -> Store:
    """Make the database; 200 returners of long ago, 150 of whom stayed the year, say what lasts."""
    people = [_person(plan, arm, place) for arm in plan.arms for place in range(arm.n)]
    drawn = pd.DataFrame([person | {"member_id": place} for place, person in enumerate(people, 1)])
    of_drawn = [spell for row in drawn.itertuples() for spell in _spells(row)]
    columns = ["member_id", "spell_no", "started_on", "ended_on"]
    spell = pd.DataFrame(of_drawn + _old_returners(), columns=columns)
    tables = {
        "member": pd.DataFrame({"member_id": spell["member_id"].unique()}).merge(
            drawn[["member_id", "sector"]], on="member_id", how="left"
        ),
        "spell": spell,
        "campaign": _campaigns(plan),
        "assignment": drawn[
            ["campaign_id", "member_id", "arm", "role", "stratum", "randomised_at"]
        ],
        "complaint": drawn.loc[drawn["resolved"].notna(), ["member_id", "resolved"]].assign(
            at=date(2019, 1, 1)
        ),
    }
    if plan.fee is not None:
        tables["spell_phase"] = spell[["member_id", "spell_no"]].assign(
            from_on=spell["started_on"], member_type="full", product="both", monthly_fee=plan.fee
        )
    return database(path, tables | plan.more)


def _person(plan: Plan, arm: Arm, place: int) -> dict[str, object]:
    return {
        "campaign_id": arm.campaign_id,
        "arm": arm.arm or arm.role,
        "role": arm.role,
        "stratum": arm.stratum,
        "randomised_at": datetime.combine(arm.day, datetime.min.time()),
        "day": arm.day,
        "hit": place < arm.hits,
        "gone": place < arm.gone_again,
        "resolved": arm.complaint,
        "sector": arm.sector,
        "goal": plan.campaigns[arm.campaign_id].get("goal", "return"),
    }


def _spells(row) -> list[tuple[int, int, date, date | None]]:
    soon = row.day + timedelta(days=30)
    first_out = date(2020, 1, 1) if row.goal == "return" else None if row.hit else soon
    spells = [(row.member_id, 1, date(2010, 1, 1), first_out)]
    if row.goal == "return" and row.hit:
        spells.append((row.member_id, 2, soon, soon + timedelta(days=60) if row.gone else None))
    return spells


def _old_returners() -> list[tuple[int, int, date, date | None]]:
    ids = range(900_001, 900_201)
    first = [(member_id, 1, date(2008, 1, 1), date(2016, 1, 1)) for member_id in ids]
    gone = date(2018, 6, 1)
    again = [
        (member_id, 2, date(2018, 1, 1), gone if place < 50 else None)
        for place, member_id in enumerate(ids)
    ]
    return first + again


def _campaigns(plan: Plan) -> pd.DataFrame:
    usual = {"goal": "return", "window_days": WINDOW, "started_on": DAY, "channel": "email"}
    rows = [
        usual | {"campaign_id": code, "label": code.title()} | own
        for code, own in plan.campaigns.items()
    ]
    return pd.DataFrame(rows)
