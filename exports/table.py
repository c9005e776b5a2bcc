"""A view's figures as CSV that opens well in the reader's own spreadsheet."""

import csv
from datetime import date
from io import StringIO

import numpy as np

from exports.cells import Value, figures
from views.view import View
from words.language import Language

# A spreadsheet takes a cell that begins like this for a formula, or looks for one after it.
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(view: View, language: Language, is_sample: bool = False) -> bytes:
    """Write a view's figures as CSV.

    Parameters
    ----------
    view : View
        Made with ``limit=STRICT_LIMIT``: what leaves the product shows no group under 10.
    language : Language
        English gets commas; Danish, Norwegian and Dutch semicolons and decimal commas, as their
        spreadsheets expect.
    is_sample : bool
        Whether the people are invented; each row then says so.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark, so that Excel reads it as such. Shares run from 0 to 1.
    """
    columns = figures(view, language)
    rows = [[column.heading for column in columns]]
    rows += [list(row) for row in zip(*(column.values for column in columns), strict=True)]
    if is_sample:
        rows = [[*row, language.say("Sample data")] for row in rows]
    decimal = language.separators()[0]
    text = StringIO()
    writer = csv.writer(text, delimiter=";" if decimal == "," else ",", lineterminator="\r\n")
    writer.writerows([cell(value, decimal) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def cell(value: Value, decimal: str) -> str:
    """Write one cell; a text that a spreadsheet would run as a formula is led by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA_BEGINS) else value
    plain = np.format_float_positional(value, precision=6, trim="-")
    return plain.replace(".", decimal)
