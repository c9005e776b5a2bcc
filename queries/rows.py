"""Rows of a register beside those stored: told apart by a key, compared, superseded.

Names of tables and columns come from the code and the schema, never from a file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from queries.store import Store
from queries.transaction import Transaction

_ANY = "select exists (select 1 from {table} where replaced_by is null) as there"


@dataclass(frozen=True)
class Compared:
    """How many rows of a frame are not stored, are as they are, and are with other values."""

    new: int
    known: int
    changed: int


def compared(store: Store, table: str, frame: pd.DataFrame, keys: Sequence[str]) -> Compared:
    """Count a frame's rows against those that are stored and current.

    Parameters
    ----------
    store : Store
    table : str
    frame : pandas.DataFrame
        Its columns are the table's.
    keys : sequence of str
        What tells rows apart; none = rows are events, known where an equal one is stored.
    """
    if frame.empty or _nothing_stored(store.sql(_ANY.format(table=table), frame.head(0))):
        return Compared(len(frame), 0, 0)
    text = f"""
        select count(*) filter (not there) as new, count(*) filter (there and same) as known,
               count(*) filter (there and not same) as changed
        from ({_beside(table, frame, keys)})
    """
    counts = store.sql(text, frame).iloc[0]
    return Compared(int(counts["new"]), int(counts["known"]), int(counts["changed"]))


def store_rows(
    transaction: Transaction, table: str, frame: pd.DataFrame, keys: Sequence[str]
) -> None:
    """Insert what is new or changed, and supersede the rows that it takes the place of.

    What a row says of columns that this file doesn't have is taken from the row before it.
    """
    if frame.empty:
        return
    if _nothing_stored(transaction.sql(_ANY.format(table=table))):
        transaction.insert(table, frame)
        return
    text = f"select position from ({_beside(table, frame, keys)}) where not (there and same)"
    fresh = frame.iloc[transaction.sql(text, frame)["position"].sort_values()]
    if fresh.empty:
        return
    if keys:
        fresh = _filled(transaction, table, fresh, keys)
        supersede(transaction, table, fresh, keys)
    transaction.insert(table, fresh)


def supersede(
    transaction: Transaction, table: str, frame: pd.DataFrame, keys: Sequence[str]
) -> None:
    """Mark the current rows of a table that have the keys of a frame's."""
    matches = " and ".join(f"{table}.{_quoted(name)} = incoming.{_quoted(name)}" for name in keys)
    transaction.sql(
        f"update {table} set replaced_by = $import_id from incoming"
        f" where {table}.replaced_by is null and {matches}",
        frame[list(keys)].drop_duplicates(),
        import_id=transaction.import_id,
    )


def _nothing_stored(found: pd.DataFrame) -> bool:
    """A table's first rows need no comparing, which takes most of a large import's memory."""
    return not bool(found["there"].iloc[0])


def _beside(table: str, frame: pd.DataFrame, keys: Sequence[str]) -> str:
    """Return SQL that says of each row whether it is there, and the same; events by their count."""
    columns = [_quoted(name) for name in frame.columns]
    if not keys:
        listed = ", ".join(columns)
        alike = " and ".join(f"fresh.{one} is not distinct from stored.{one}" for one in columns)
        return f"""
            select position, true as same, stored.copy is not null as there
            from (select *, row_number() over (partition by {listed}) as copy
                  from ({_typed(table, frame)})) fresh
            left join (select {listed}, row_number() over (partition by {listed}) as copy
                       from {table} where replaced_by is null) stored
              on fresh.copy = stored.copy
             and {alike}
        """
    on = " and ".join(f"fresh.{_quoted(name)} = stored.{_quoted(name)}" for name in keys)
    told = [name for name in frame.columns if name not in keys]
    same = " and ".join(
        f"(fresh.{_quoted(name)} is null or fresh.{_quoted(name)} is not distinct from"
        f" stored.{_quoted(name)})"
        for name in told
    )
    return f"""
        select position, {same or "true"} as same, stored.import_id is not null as there
        from ({_typed(table, frame)}) fresh
        left join {table} stored on {on} and stored.replaced_by is null
    """


def _typed(table: str, frame: pd.DataFrame) -> str:
    """Return SQL that gives a frame's columns the types of the table's, by a union with no row."""
    listed = ", ".join(_quoted(name) for name in frame.columns)
    return f"""
        select {listed}, cast(null as bigint) as position from {table} where false
        union all
        select {listed}, row_number() over () - 1 as position from incoming
    """


def _filled(
    transaction: Transaction, table: str, frame: pd.DataFrame, keys: Sequence[str]
) -> pd.DataFrame:
    """Complete rows by what the ones that they replace say."""
    on = " and ".join(f"stored.{_quoted(name)} = incoming.{_quoted(name)}" for name in keys)
    before = transaction.sql(
        f"select stored.* exclude (import_id, replaced_by) from {table} stored"
        f" join incoming on {on} where stored.replaced_by is null",
        frame[list(keys)].drop_duplicates(),
    )
    if before.empty:
        return frame
    kept = before.set_index(list(keys))
    filled = frame.set_index(list(keys))
    for name in kept.columns:
        old = kept[name].reindex(filled.index)
        filled[name] = filled[name].where(filled[name].notna(), old) if name in filled else old
    return filled.reset_index()


def _quoted(name: str) -> str:
    return f'"{name}"'
