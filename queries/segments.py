"""Saved segments: groups of members with a name, each a filter on every page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pandas as pd

from queries.errors import StoreError
from queries.names import usable_name
from queries.store import Store
from queries.transaction import Transaction


@dataclass(frozen=True, eq=False)
class NewSegment:
    """A group to save.

    Attributes
    ----------
    name : str
        What people call it; unique, at most 80 signs.
    member_ids : sequence of int
        Who is in it.
    definition : dict
        How it was made, as JSON. Groups of one partition share ``solution``, and each is there
        once under its ``class``.
    """

    name: str
    member_ids: Sequence[int]
    definition: dict[str, object] = field(default_factory=dict)


def save(store: Store, segments: Sequence[NewSegment], origin: str, user: str) -> list[str]:
    """Save groups, all of them or none.

    Parameters
    ----------
    store : Store
        The union's database.
    segments : sequence of NewSegment
        In the order in which they shall be listed.
    origin : str
        ``"cluster"``, ``"rule"`` or ``"upload"``.
    user : str
        Who saves; kept in the audit trail.

    Returns
    -------
    list of str
        The segments' ids.

    Raises
    ------
    StoreError
        ``segment_name_missing``, ``segment_name_long``, ``segment_name_taken``,
        ``segment_empty``, ``segment_saved_already``; ``database_busy``.
    """
    with store.writing(user, "save_segments", origin) as transaction:
        return [save_segment(transaction, segment, origin) for segment in segments]


def save_rule(
    store: Store, name: str, cells: pd.DataFrame, definition: dict[str, object], user: str
) -> str:
    """Save the people of chosen cells of the membership as a segment.

    Parameters
    ----------
    store : Store
        The union's database.
    name : str
        As of `NewSegment`.
    cells : pandas.DataFrame
        A column a dimension of the filter but the segment, values as text, null in those that
        the rule doesn't name.
    definition : dict
        How it was made, as JSON.
    user : str
        Who saves; kept in the audit trail.

    Returns
    -------
    str
        The segment's id.

    Raises
    ------
    StoreError
        As `save`.
    """
    with store.writing(user, "save_segments", "rule") as transaction:
        transaction.register("rule_cells", cells.astype("string"))
        members = transaction.run("members_of_cells")["member_id"]
        return save_segment(transaction, NewSegment(name, members, definition), "rule")


def save_fitting(store: Store, segment: NewSegment, limit: int, user: str) -> str:
    """Save the people who fit rules over their answers as a segment.

    Parameters
    ----------
    store : Store
        The union's database.
    segment : NewSegment
        As of `save`.
    limit : int
        The least number of people that a segment may have, and by which it may differ from
        another one that it lies in or holds.
    user : str
        Who saves; kept in the audit trail.

    Returns
    -------
    str
        The segment's id.

    Raises
    ------
    StoreError
        As `save`; ``segment_too_small``, ``segment_gives_away``.
    """
    with store.writing(user, "save_segments", "rule") as transaction:
        members = pd.DataFrame(
            {"member_id": pd.unique(pd.Series(segment.member_ids, dtype="int64"))}
        )
        if 0 < len(members) < limit:
            raise StoreError("segment_too_small", limit=limit)
        transaction.register("rule_members", members)
        others = transaction.run("segment_overlaps")
        beside = pd.DataFrame(
            {"ours": len(members) - others["common"], "theirs": others["n"] - others["common"]}
        )
        few = beside.max(axis=1).between(1, limit - 1) & (beside.min(axis=1) == 0)
        if few.any():
            raise StoreError("segment_gives_away", name=others.loc[few, "name"].iloc[0])
        return save_segment(transaction, segment, "rule")


def put_in(store: Store, members: Mapping[str, Sequence[int]], user: str) -> int:
    """Put people into saved segments; who is in one of its solution's already stays there.

    Parameters
    ----------
    store : Store
        The union's database.
    members : mapping
        Member ids by segment id; all segments are of one solution, or it is one by itself.
    user : str
        Who does it; kept in the audit trail.

    Returns
    -------
    int
        People who were put in.

    Raises
    ------
    StoreError
        ``segment_unknown``; ``database_busy``.
    """
    with store.writing(user, "put_into_segments", ".".join(members)) as transaction:
        known = transaction.run("saved_segments").set_index("segment_id")
        if not set(members) <= set(known.index):
            raise StoreError("segment_unknown")
        together = transaction.run("segment_members", segment=next(iter(members)))
        placed = set(together["member_id"])
        rows = pd.DataFrame(
            [
                (int(segment_id), int(member))
                for segment_id, ids in members.items()
                for member in dict.fromkeys(ids)
                if member not in placed
            ],
            columns=["segment_id", "member_id"],
        )
        if len(rows):
            transaction.insert("segment_member", rows)
        return len(rows)


def rename(store: Store, segment_id: str, name: str, user: str) -> None:
    """Give a segment another name.

    Raises
    ------
    StoreError
        ``segment_name_missing``, ``segment_name_long``, ``segment_name_taken``,
        ``segment_unknown``.
    """
    with store.writing(user, "rename_segment", segment_id) as transaction:
        name = _usable_name(transaction, name, besides=segment_id)
        _known(transaction.run("rename_segment", segment_id=segment_id, new_name=name))


def describe(store: Store, segment_id: str, text: str, user: str) -> None:
    """Say in words what a segment is.

    Raises
    ------
    StoreError
        ``segment_unknown``.
    """
    with store.writing(user, "describe_segment", segment_id) as transaction:
        text = " ".join(text.split())
        _known(transaction.run("describe_segment", segment_id=segment_id, text=text))


def delete(store: Store, segment_id: str, user: str) -> None:
    """Let go of a segment; the people in it stay as they are.

    Raises
    ------
    StoreError
        ``segment_unknown``.
    """
    with store.writing(user, "delete_segment", segment_id) as transaction:
        transaction.run("delete_segment_members", segment_id=segment_id)
        _known(transaction.run("delete_segment", segment_id=segment_id))


def save_segment(transaction: Transaction, segment: NewSegment, origin: str) -> str:
    """Save a group within a transaction; see `save`."""
    name = _usable_name(transaction, segment.name)
    members = pd.unique(pd.Series(segment.member_ids, dtype="int64"))
    if not len(members):
        raise StoreError("segment_empty", name=name)
    _refuse_again(transaction, segment.definition)
    segment_id = int(transaction.run("next_segment_id")["segment_id"].iloc[0])
    row = {
        "segment_id": segment_id,
        "name": name,
        "origin": origin,
        "definition": json.dumps(segment.definition, ensure_ascii=False),
        "created_at": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
    }
    transaction.insert("segment", pd.DataFrame([row]))
    transaction.insert(
        "segment_member", pd.DataFrame({"segment_id": segment_id, "member_id": members})
    )
    return str(segment_id)


def _usable_name(transaction: Transaction, name: str, besides: str = "") -> str:
    saved = transaction.run("saved_segments")
    return usable_name(name, saved.loc[saved["segment_id"] != besides, "name"], "segment")


def _refuse_again(transaction: Transaction, definition: dict[str, object]) -> None:
    """A class is saved once: as two segments, its people would be in the first of them only."""
    saved = transaction.run("saved_segments")
    same = saved[
        (saved["solution"] == definition.get("solution"))
        & (saved["class"] == definition.get("class"))
    ]
    if len(same):
        raise StoreError("segment_saved_already", name=same["name"].iloc[0])


def _known(rows: pd.DataFrame) -> None:
    if rows.empty:
        raise StoreError("segment_unknown")
