"""Files made at random, of whose rows everything is known: none is lost, shifted or changed.

The truth is what the generator meant, not what another reader makes of the file.
"""

import csv
import io
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np
import pytest

from uploads.choices import Choices
from uploads.gate import read
from uploads.problems import reported_lines

WORDS = (
    "a", "Ja", "nej", "17", "1.234,50", "-3", "æøå", "Søren", "x;y", "x,y", "x\ty", "x|y",
    'say "hi"', "two\nlines", "  padded ", "", "=1+1", "<b>bold</b>", "don't", "2026-03-14",
    "31-12-9999", "Total", "€ 5", "naïve", "[link](x)", "0007", "1.2E+11", "null", "ß", "ÆØÅ",
)  # fmt: skip
DAMAGES = ("none", "none", "none", "short", "long", "blank", "title")


@dataclass(frozen=True)
class Made:
    """A file and the truth about it: the rows that must come out, by their first cell."""

    data: bytes
    delimiter: str
    rows: dict[str, list[str]]
    bad: set[str]
    records: int


def made(rng: np.random.Generator) -> Made:
    width, n = int(rng.integers(2, 7)), int(rng.choice([3, 8, 24, 120]))
    delimiter = str(rng.choice(list(",;\t|")))
    names = [f"column {place}" for place in range(width)]
    rows, bad, lines = {}, set(), []
    for number in range(n):
        cells = [f"id{number}", *(str(rng.choice(WORDS)) for _ in range(width - 1))]
        damage = str(rng.choice(DAMAGES)) if number else "none"
        lines.append(_damaged(cells, damage, width))
        (bad.add(cells[0]) if damage in ("short", "long") else rows.update({cells[0]: cells}))
        if damage == "blank":
            lines.append([""] * width)
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if rng.random() < 0.3 else csv.QUOTE_MINIMAL
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting,
                        lineterminator=str(rng.choice(["\n", "\r\n"])))  # fmt: skip
    writer.writerows([names, *lines])
    return Made(_encoded(text.getvalue(), rng), delimiter, rows, bad, len(lines))


def _damaged(cells: list[str], damage: str, width: int) -> list[str]:
    if damage == "short":
        return cells[: max(width - 1, 1)]
    return [*cells, "too", "long"] if damage == "long" else cells


def _encoded(text: str, rng: np.random.Generator) -> bytes:
    codec = str(rng.choice(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return text.encode("utf-8")


def conserved(seed: int) -> None:
    """Make a file and read it: every row is there as it was meant, or is reported.

    Pieces are small, so that rows are met in all places of one, and read whole or row by row.
    """
    rng = np.random.default_rng(seed)
    made_file = made(rng)
    choices = Choices(delimiter=made_file.delimiter, header_line=1, answers={"total_row": "keep"})
    with patch("uploads.lines._PIECE", int(rng.integers(20, 400))):
        table = read(made_file.data, choices)
    reported = reported_lines(table.problems)
    assert table.rows_in == len(table.frame) + len(reported) == made_file.records, seed
    out = {row[0]: list(row) for row in table.frame.itertuples(index=False, name=None)}
    assert not out.keys() & made_file.bad, seed
    for name, cells in out.items():
        assert [cell.rstrip("\r") for cell in cells] == made_file.rows[name], seed
    assert out.keys() == made_file.rows.keys(), seed


@pytest.mark.parametrize("block", range(10))
def test_rows_are_conserved(block: int) -> None:
    for seed in range(block * 40, block * 40 + 40):
        conserved(seed)


@pytest.mark.prove
def test_rows_of_ten_thousand_files_are_conserved() -> None:
    for seed in range(1_000, 11_000):
        conserved(seed)
