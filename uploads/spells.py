"""Rows of a register of members become spells and the stretches of one type within them."""

import pandas as pd

PHASE = ("member_type", "product", "monthly_fee", "branch_id", "workplace_id")
EXIT = ("route", "reason", "reason_text", "notice_on", "destination_type")
_WORDS = ("member_type", "product", "branch_id")
OPEN = pd.Timestamp("9999-12-31")
_ROUTE_OF = {"death": "death", "arrears": "arrears", "retired": "retired", "excluded": "excluded"}


def numbered(history: pd.DataFrame) -> pd.DataFrame:
    """Sort rows by person and time, and number the spells that they make.

    Parameters
    ----------
    history : pandas.DataFrame
        ``member_id, started_on, ended_on`` (missing = still in) and what else the file says.

    Returns
    -------
    pandas.DataFrame
        With ``place``, 0 for a person's first spell in the file. A row that begins on the day on
        which the one before it ended, or before that one has ended at all, is a change of type
        within the same spell; a gap makes a new one.
    """
    rows = history.sort_values(["member_id", "started_on"], kind="stable").reset_index(drop=True)
    if "ended_on" not in rows:
        rows["ended_on"] = pd.Series(pd.NaT, rows.index, dtype="datetime64[s]")
    end = rows["ended_on"].astype("datetime64[s]").fillna(OPEN)
    before = end.groupby(rows["member_id"]).cummax().groupby(rows["member_id"]).shift()
    gap = (rows["started_on"] > before).fillna(False)
    rows["place"] = gap.astype(int).groupby(rows["member_id"]).cumsum()
    return rows


def spells_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a row a spell: ``member_id, place, started_on, ended_on``."""
    of_spell = ["member_id", "place"]
    first, last = (~rows.duplicated(of_spell, keep=which) for which in ("first", "last"))
    spells = rows.loc[first, [*of_spell, "started_on"]].reset_index(drop=True)
    spells["ended_on"] = rows.loc[last, "ended_on"].to_numpy()
    return spells


def phases_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a row a stretch of one type: ``from_on``, ``to_on`` and what is known of it."""
    phases = rows.reindex(columns=["member_id", "place", "started_on", "ended_on", *PHASE])
    phases[list(_WORDS)] = phases[list(_WORDS)].astype(object)
    following = phases.groupby(["member_id", "place"])["started_on"].shift(-1)
    phases["to_on"] = following.fillna(phases["ended_on"])
    return phases.rename(columns={"started_on": "from_on"}).drop(columns="ended_on")


def exits_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a row a spell that ended, or will, and of which the file says why or how."""
    named = rows.reindex(columns=["member_id", "place", "ended_on", *EXIT])
    named[["route", "reason"]] = named[["route", "reason"]].astype(object)
    told = named["ended_on"].notna() & named[list(EXIT)].notna().any(axis=1)
    exits = named[told].drop_duplicates(["member_id", "place"], keep="last")
    by_reason = exits["reason"].map(_ROUTE_OF).fillna("resigned")
    exits["route"] = exits["route"].fillna(by_reason)
    return exits.drop(columns="ended_on")
