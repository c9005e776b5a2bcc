"""A list by pseudonym gets its member numbers back, from an extract that is never stored."""

import csv
from dataclasses import dataclass
from io import StringIO

import pandas as pd

from uploads.fields import matched
from uploads.gate import read
from uploads.members import MEMBER
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.reasons import led

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
    rows, people = read(listed).frame, read(extract).frame
    if _PSEUDONYM not in rows:
        raise Refused("no_pseudonyms")
    numbers = next((name for name in matched(people.columns, (MEMBER,))), None)
    if numbers is None:
        raise Refused("no_member_numbers")
    people = people[people[numbers].str.strip() != ""].drop_duplicates(numbers)
    people.index = pseudonyms.of(people[numbers]).astype("str")
    beside = people.reindex(rows[_PSEUDONYM].str.strip().str.lstrip("'"))
    there = beside[numbers].notna().to_numpy()
    if not there.any():
        raise Refused("other_key")
    return NamedList(_written(rows, beside.fillna("")), int(there.sum()), int((~there).sum()))


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
