"""Templates: a file that is filled in as its example row is read as the kind it is for."""

from datetime import date

import pytest

from uploads.context import Context
from uploads.kinds import read_file
from uploads.pseudonyms import Pseudonyms
from uploads.templates import KINDS, as_csv, as_workbook, template
from words.language import NAMES, language

CONTEXT = Context(date(2026, 10, 31), Pseudonyms(b"test"))


@pytest.mark.parametrize("code", list(NAMES))
@pytest.mark.parametrize("kind", KINDS)
def test_a_template_comes_back_as_its_kind_with_its_row_stored(kind: str, code: str) -> None:
    say = language(code)
    rows = template(kind, say)
    reading = read_file(as_csv([*rows, *_more(kind, rows[1])], say), CONTEXT)
    assert reading.understood.kind == kind
    assert reading.checked.rows_stored == reading.checked.rows_in


def _more(kind: str, example: list[str]) -> list[list[str]]:
    """Some kinds are told by several rows: the arms of a campaign by its control."""
    if kind == "assignments":
        others = {"call": "none", "10234": "10235"}
        return [[others.get(cell, cell) for cell in example[:-2]] + example[-2:]]
    return []


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_template_is_the_same_table(kind: str) -> None:
    rows = template(kind, language("en"))
    reading = read_file(as_workbook(rows), CONTEXT)
    assert reading.understood.kind == kind
