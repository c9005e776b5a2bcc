"""A list by pseudonym gets its member numbers back, from an extract that is never stored."""

import csv
from dataclasses import dataclass
from io import StringIO

import pandas as pd

from uploads.fields import matched
from uploads.gate import read
from uploads.members import MEMBER
from uploads.national_ids import found_in, hashed
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.reasons import led
from uploads.table import Table

_PSEUDONYM = "member_id"


@dataclass(frozen=True)
class NamedList:
    """A list with member numbers.

    Attributes
    ----------
    data : bytes
        CSV with semicolons, UTF-8 with a byte order mark.
    found, missing : int
        Rows whose member is in the extract, and those whose is not.
    """

    data: bytes
    found: int
    missing: int


def named_list(listed: bytes, extract: bytes, pseudonyms: Pseudonyms) -> NamedList:
    """Put member numbers, and all else that the extract has, beside each row of a list.

    Parameters
    ----------
    listed : bytes
        A file of this app's with a column ``member_id``.
    extract : bytes
        This week's extract of the membership system: a column of member numbers, and names or
        telephone numbers where they are wanted.
    pseudonyms : Pseudonyms
        The union's key.

    Raises
    ------
    Refused
        ``no_pseudonyms`` or ``no_member_numbers`` where a column is missing; ``other_key`` where
        nobody of the list is in the extract; and what the files themselves say.
    """
    rows, table = read(listed).frame, read(extract)
    if _PSEUDONYM not in rows:
        raise Refused("no_pseudonyms")
    numbers, told_apart = _member_numbers(table, pseudonyms)
    there = told_apart.str.strip() != ""
    people = table.frame[there]
    people.index = pseudonyms.of(told_apart[there]).astype("str")
    people = people[~people.index.duplicated()]
    beside = people.reindex(rows[_PSEUDONYM].str.strip().str.lstrip("'"))
    there = beside[numbers].notna().to_numpy()
    if not there.any():
        raise Refused("other_key")
    return NamedList(_written(rows, beside.fillna("")), int(there.sum()), int((~there).sum()))


def _member_numbers(table: Table, pseudonyms: Pseudonyms) -> tuple[str, pd.Series]:
    """Return the column that tells members apart, and what pseudonyms are made of."""
    ids = found_in(table).columns
    named = next(iter(matched(table.frame.columns, (MEMBER,))), None)
    column = named or (ids[0] if len(ids) == 1 else None)
    if column is None:
        raise Refused("no_member_numbers")
    numbers = table.frame[column]
    return column, hashed(numbers, pseudonyms) if column in ids else numbers


def _written(rows: pd.DataFrame, beside: pd.DataFrame) -> bytes:
    kept = rows.drop(columns=_PSEUDONYM)
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*map(led, beside.columns), *map(led, kept.columns)])
    for ours, theirs in zip(
        beside.itertuples(index=False), kept.itertuples(index=False), strict=True
    ):
        writer.writerow([led(cell.strip()) for cell in (*ours, *theirs)])
    return text.getvalue().encode("utf-8-sig")
