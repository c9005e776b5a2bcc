"""The value picture as rows: a benefit each, what stands ready, what is used, what is known."""

import pandas as pd

from views.view import Column
from views.worth.figures import Worth
from words.language import Language

SHARES = ("need", "known", "important", "satisfied")


def frame(found: Worth, limit: int) -> pd.DataFrame:
    """Return the frame of the value picture, what stands ready and is unknown first.

    Returns
    -------
    pandas.DataFrame
        Indexed from 0: ``item_id``, ``label``, ``kind`` and the columns of
        `analysis.value.Picture.benefits`; what rests on fewer answers than may be shown is missing.
        Benefits that are rated and never priced come last, the most important first.
    """
    rows = found.picture.benefits.copy()
    for name in SHARES:
        few = rows[f"n_{name}"].fillna(0) < limit
        rows.loc[few, [name, f"{name}_low", f"{name}_high"]] = float("nan")
    thin = rows["need"].isna()
    rows.loc[thin, ["insured", "insured_low", "insured_high"]] = float("nan")
    rows.loc[thin | rows["known"].isna(), "ready_unknown"] = float("nan")
    if not found.any_use:
        rows[["uses", "used", "used_low", "used_high"]] = float("nan")
    rows.insert(0, "label", found.labels)
    rows.insert(1, "kind", found.kinds)
    rows["priced"] = (rows["part"] == "priced") & rows[["insured", "used"]].notna().any(axis=1)
    order = ["priced", "ready_unknown", "used", "important"]
    rows = rows.sort_values(order, ascending=False, na_position="last", kind="stable")
    return rows.rename_axis("item_id").reset_index()


def columns(say: Language) -> tuple[Column, ...]:
    """Return the frame's columns that a reader sees."""
    shares = {
        "need": say.say("Needed it in a year"),
        "known": say.say("Know of it"),
        "important": say.say("Important (4–5)"),
        "satisfied": say.say("Satisfied (4–5)"),
    }
    return (
        Column("label", say.say("Benefit")),
        _money("insured", say.say("Stands ready, DKK a person and year")),
        Column("ready_unknown", say.say("Of this unknown, DKK"), "money"),
        _money("used", say.say("Used, DKK a person and year")),
        *(column for name, label in shares.items() for column in _share(name, label, say)),
    )


def _money(name: str, label: str) -> Column:
    return Column(name, label, "money", f"{name}_low", f"{name}_high")


def _share(name: str, label: str, say: Language) -> tuple[Column, Column]:
    return (
        Column(name, label, "share", f"{name}_low", f"{name}_high"),
        Column(f"n_{name}", say.say("{what}: answers", what=label), "count"),
    )
