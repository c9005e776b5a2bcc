"""Saved segments: groups of members with a name, each a filter on every page."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pandas as pd

from queries.errors import StoreError
from queries.names import usable_name
from queries.overlaps import refuse_giving_away
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


def save(
    store: Store, segments: Sequence[NewSegment], origin: str, limit: int, user: str
) -> list[str]:
    """Save groups, all of them or none.

    Parameters
    ----------
    store : Store
        The union's database.
    segments : sequence of NewSegment
        In the order in which they shall be listed.
    origin : str
        ``"cluster"``, ``"rule"`` or ``"upload"``.
    limit : int
        The least number of people that a segment by a rule may have, and by which one may differ
        from another that it lies in or holds.
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
        ``segment_empty``, ``segment_too_small``, ``segment_saved_already``,
        ``segment_gives_away``; ``database_busy``.
    """
    with store.writing(user, "save_segments", origin) as transaction:
        return [save_segment(transaction, segment, origin, limit) for segment in segments]


def save_rule(store: Store, segment: NewSegment, cells: pd.DataFrame, limit: int, user: str) -> str:
    """Save the people of chosen cells of the membership as a segment, and return its id.

    Parameters
    ----------
    store, limit, user
        As of `save`.
    segment : NewSegment
        Without people: they are those of the cells.
    cells : pandas.DataFrame
        A column a dimension of the filter but the segment, values as text, null in those that
        the rule doesn't name.

    Raises
    ------
    StoreError
        As `save`.
    """
    with store.writing(user, "save_segments", "rule") as transaction:
        transaction.register("rule_cells", cells.astype("string"))
        members = transaction.run("members_of_cells")["member_id"]
        return save_segment(transaction, replace(segment, member_ids=members), "rule", limit)


def save_segment(transaction: Transaction, segment: NewSegment, origin: str, limit: int) -> str:
    """Save a group within a transaction; every segment goes through here. See `save`."""
    name = usable_name(segment.name, transaction.run("saved_segments")["name"], "segment")
    members = pd.unique(pd.Series(segment.member_ids, dtype="int64"))
    if not len(members):
        raise StoreError("segment_empty", name=name)
    # A class may be of few: it shows nothing until more people are put into it.
    if origin == "rule" and len(members) < limit:
        raise StoreError("segment_too_small", limit=limit)
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
    refuse_giving_away(transaction, str(segment_id), limit)
    return str(segment_id)


def _refuse_again(transaction: Transaction, definition: dict[str, object]) -> None:
    """A class is saved once: as two segments, its people would be in the first of them only."""
    saved = transaction.run("saved_segments")
    same = saved[
        (saved["solution"] == definition.get("solution"))
        & (saved["class"] == definition.get("class"))
    ]
    if len(same):
        raise StoreError("segment_saved_already", name=same["name"].iloc[0])
