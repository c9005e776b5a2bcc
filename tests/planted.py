"""Small unions with known figures, made on the spot."""

from datetime import date
from pathlib import Path

import pandas as pd

from queries import store
from queries.building import building

AS_OF = date(2026, 10, 31)


def membership(rows: list[tuple[int, str, date, date | None]]) -> dict[str, pd.DataFrame]:
    """Make people and spells from (how many, sector, first day in, first day out or None)."""
    spells = [(sector, started, ended) for n, sector, started, ended in rows for _ in range(n)]
    frame = pd.DataFrame(spells, columns=["sector", "started_on", "ended_on"])
    frame["member_id"] = range(1, len(frame) + 1)
    return {
        "member": frame[["member_id", "sector"]].assign(birth_year=1980),
        "spell": frame[["member_id", "started_on", "ended_on"]].assign(spell_no=1),
    }


def database(path: Path, tables: dict[str, pd.DataFrame]) -> store.Store:
    """Make a database that holds the tables."""
    with building(path, as_of=AS_OF, is_sample=False, union_name="Test") as build:
        for name, frame in tables.items():
            build.insert(name, frame)
    return store.Store(path)
