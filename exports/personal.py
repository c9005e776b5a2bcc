"""Which benefits to tell each member of, as CSV by pseudonym: names stay with the union."""

import csv
from io import StringIO

import pandas as pd

from exports.table import cell
from words.language import Language

MOST = 3


def personal_list(
    rows: pd.DataFrame, names: pd.Series, language: Language, is_sample: bool = False
) -> bytes:
    """Write a row a member.

    Parameters
    ----------
    rows : DataFrame
        ``member_id`` and ``benefits``, a list of at most three ids.
    names : Series
        Benefits' names by id.
    language : Language
        English gets commas; the others semicolons, as their spreadsheets expect.
    is_sample : bool
        Whether the people are invented; each row then says so.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark. The heading ``member_id`` is what the list of member numbers
        is matched by.
    """
    text = StringIO()
    delimiter = ";" if language.separators()[0] == "," else ","
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    numbered = [language.say("Benefit {n}", n=n) for n in range(1, MOST + 1)]
    mark = [language.say("Sample data")] if is_sample else []
    writer.writerow(["member_id", *numbered, *mark])
    for member, benefits in zip(rows["member_id"], rows["benefits"], strict=True):
        told = [cell(str(names.get(one, one)), ".") for one in benefits]
        writer.writerow([str(member), *told, *[""] * (MOST - len(told)), *mark])
    return text.getvalue().encode("utf-8-sig")
