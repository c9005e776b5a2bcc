"""What changes about a saved segment: its name, its description, its people, and that it goes."""

from collections.abc import Mapping, Sequence

import pandas as pd

from queries.errors import StoreError
from queries.names import usable_name
from queries.overlaps import refuse_giving_away
from queries.store import Store


def put_in(store: Store, members: Mapping[str, Sequence[int]], limit: int, user: str) -> int:
    """Put people into saved segments; who is in one of its solution's already stays there.

    Parameters
    ----------
    store : Store
        The union's database.
    members : mapping
        Member ids by segment id; all segments are of one solution, or it is one by itself.
    limit : int
        The least number of people by which a segment may come to differ from another that it lies
        in or holds.
    user : str
        Who does it; kept in the audit trail.

    Returns
    -------
    int
        People who were put in.

    Raises
    ------
    StoreError
        ``segment_unknown``, ``segment_gives_away``; ``database_busy``.
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
        for segment_id in rows["segment_id"].unique():
            refuse_giving_away(transaction, str(segment_id), limit)
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
        saved = transaction.run("saved_segments")
        others = saved.loc[saved["segment_id"] != segment_id, "name"]
        name = usable_name(name, others, "segment")
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


def _known(rows: pd.DataFrame) -> None:
    if rows.empty:
        raise StoreError("segment_unknown")
