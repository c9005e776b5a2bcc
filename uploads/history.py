"""A register of members against the history that is stored: who is new, came back, is gone.

History is never overwritten: a spell whose end became known is a new row in the place of the old.
"""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from uploads.spells import PHASE, exits_of, numbered, phases_of, spells_of

STILL_IN = ("active", "in_notice", "in_arrears")


@dataclass(frozen=True, eq=False)
class Stored:
    """The history before the import.

    Attributes
    ----------
    spells, phases : pandas.DataFrame
        Of `history_spells` and `history_phases`.
    as_of : datetime.date
        The day that it is as of.
    """

    spells: pd.DataFrame
    phases: pd.DataFrame
    as_of: date


@dataclass(frozen=True, eq=False)
class Changes:
    """What an import does to the history.

    Attributes
    ----------
    frames : dict of str to pandas.DataFrame
        Rows to insert: ``spell``, ``spell_phase``, ``exit``.
    new, known, changed : int
        Members of the file that are not stored, are as they are, and are otherwise.
    returned : int
        Those of them who came back.
    missing : int
        Members who are stored as in and are not in the file.
    end_unknown : int
        Those who came back and whose earlier end nobody recorded; the day of the extract before
        stands for it.
    earlier : int
        Spells of the file from before what is stored, which are left out.
    """

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    new: int = 0
    known: int = 0
    changed: int = 0
    returned: int = 0
    missing: int = 0
    end_unknown: int = 0
    earlier: int = 0


def changes(history: pd.DataFrame, stored: Stored, day: date, *, everyone: bool) -> Changes:
    """Compare a register with what is stored.

    Parameters
    ----------
    history : pandas.DataFrame
        Of `uploads.members.check`.
    stored : Stored
        The history before.
    day : datetime.date
        The register's date.
    everyone : bool
        Whether whoever is not in the register has left; a part of it makes nobody leave.
    """
    dated = _dated(history, stored, pd.Timestamp(day))
    rows = numbered(dated)
    spells = _placed(spells_of(rows), stored)
    fresh = spells["stored_no"].isna()
    ended = ~fresh & _differ(spells["ended_on"], spells["stored_end"])
    ended &= "ended_on" in dated  # a register without ends says nothing of them
    closed = _closed_by_return(spells[fresh], stored)
    gone = _gone(rows, stored, pd.Timestamp(day))
    left = gone.assign(ended_on=pd.Timestamp(day)) if everyone else gone.iloc[:0]
    columns = ["member_id", "spell_no", "started_on", "ended_on"]
    written = pd.concat([spells.loc[fresh | ended, columns], closed[columns], left[columns]])
    phases = _phases(rows, spells, stored, pd.Timestamp(day))
    exits = exits_of(rows).merge(spells[["member_id", "place", "spell_no"]])
    known_before = rows["member_id"].isin(stored.spells["member_id"])
    members = rows["member_id"].nunique()
    new = rows.loc[~known_before, "member_id"].nunique()
    touched = pd.concat([written["member_id"], phases["member_id"]])
    changed = touched[touched.isin(rows.loc[known_before, "member_id"])].nunique()
    return Changes(
        frames={
            "spell": written,
            "spell_phase": phases,
            "exit": exits.drop(columns="place"),
        },
        new=new,
        known=members - new - changed,
        changed=changed,
        returned=int((fresh & spells["member_id"].isin(stored.spells["member_id"])).sum()),
        missing=len(gone),
        end_unknown=len(closed),
        earlier=int(spells.attrs["earlier"]),
    )


def _dated(history: pd.DataFrame, stored: Stored, day: pd.Timestamp) -> pd.DataFrame:
    """Give rows that say no more than a status the dates that follow from what is stored."""
    rows = history.copy()
    if "started_on" not in rows:
        open_ = stored.spells[_open(stored.spells, day)]
        begun = open_.drop_duplicates("member_id", keep="last").set_index("member_id")["started_on"]
        known = _looked_up(rows["member_id"], begun)
        rows["started_on"] = known.where(known.notna(), day)
        rows = rows[known.notna() | (rows["status"] != "former")]
    if "status" in rows:
        former = (rows["status"] == "former").fillna(False)
        ended = rows["ended_on"] if "ended_on" in rows else pd.Series(pd.NaT, rows.index)
        rows["ended_on"] = pd.to_datetime(ended.where(~(former & ended.isna()), day))
    return rows


def _placed(spells: pd.DataFrame, stored: Stored) -> pd.DataFrame:
    """Find each spell among those stored, by its first day; number the others after them."""
    before = stored.spells.rename(columns={"spell_no": "stored_no", "ended_on": "stored_end"})
    placed = spells.merge(before, how="left", on=["member_id", "started_on"])
    last = stored.spells.groupby("member_id").agg(
        highest=("spell_no", "max"), latest=("started_on", "max")
    )
    placed = placed.join(last, on="member_id")
    earlier = placed["stored_no"].isna() & (placed["started_on"] < placed["latest"])
    placed = placed[~earlier.fillna(False)].copy()
    fresh = placed["stored_no"].isna()
    rank = fresh.astype(int).groupby(placed["member_id"]).cumsum()
    following = placed["highest"].fillna(0) + rank
    placed["spell_no"] = placed["stored_no"].where(~fresh, following).astype(int)
    placed.attrs["earlier"] = int(earlier.sum())
    return placed


def _closed_by_return(fresh: pd.DataFrame, stored: Stored) -> pd.DataFrame:
    """End the spells that a return shows to have ended, though nobody said when.

    The person was still in as of the extract before; that day, or the return itself where it is
    earlier, is the last that is known.
    """
    back = fresh.drop_duplicates("member_id").set_index("member_id")["started_on"]
    last = stored.spells.drop_duplicates("member_id", keep="last")
    open_ = last[last["member_id"].isin(back.index) & last["ended_on"].isna()].copy()
    seen = pd.Series(pd.Timestamp(stored.as_of), open_.index)
    returned = _looked_up(open_["member_id"], back)
    end = pd.concat([seen, returned], axis=1).min(axis=1)
    return open_.assign(ended_on=pd.concat([end, open_["started_on"]], axis=1).max(axis=1))


def _open(spells: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    return spells["ended_on"].isna() | (spells["ended_on"] > day)


def _gone(rows: pd.DataFrame, stored: Stored, day: pd.Timestamp) -> pd.DataFrame:
    open_ = stored.spells[_open(stored.spells, day)]
    return open_[~open_["member_id"].isin(rows["member_id"])]


def _phases(
    rows: pd.DataFrame, spells: pd.DataFrame, stored: Stored, day: pd.Timestamp
) -> pd.DataFrame:
    """Return phases to insert: all of a new spell; of a known one, a change as of the day."""
    phases = phases_of(rows).merge(
        spells[["member_id", "place", "spell_no", "stored_no", "ended_on"]]
    )
    fresh = phases[phases["stored_no"].isna()]
    known = phases[phases["stored_no"].notna()].drop_duplicates(
        ["member_id", "spell_no"], keep="last"
    )
    beside = known.merge(
        stored.phases, how="left", on=["member_id", "spell_no"], suffixes=("", "_stored")
    )
    unknown = beside["from_on_stored"].isna()
    moved = ~unknown & _moved(beside)
    written = pd.concat(
        [fresh, beside[unknown], beside[moved].assign(from_on=day, to_on=beside["ended_on"])]
    )[["member_id", "spell_no", "from_on", "to_on", *PHASE]]
    told = written[list(PHASE)].notna().any(axis=1)
    return written[told].fillna({"member_type": "", "product": "union"})


def _moved(beside: pd.DataFrame) -> pd.Series:
    """Say where the register says something else of a spell than its last phase does."""
    return pd.concat(
        [beside[name].notna() & _differ(beside[name], beside[f"{name}_stored"]) for name in PHASE],
        axis=1,
    ).any(axis=1)


def _looked_up(members: pd.Series, days: pd.Series) -> pd.Series:
    """Return each member's day; `days` is by member."""
    return pd.Series(pd.to_datetime(days.reindex(members).to_numpy()), members.index)


def _differ(ours: pd.Series, theirs: pd.Series) -> pd.Series:
    """Say where two values differ; two missing ones do not."""
    if ours.dtype.kind == "M" or theirs.dtype.kind == "M":
        ours, theirs = pd.to_datetime(ours), pd.to_datetime(theirs)
    same = (ours == theirs).fillna(False).astype(bool)
    return ~(same | (ours.isna() & theirs.isna()))
