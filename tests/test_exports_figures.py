"""Workbook and table: typed figures, in the reader's language, and nothing that runs."""

import csv
import zipfile
from datetime import date
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pandas as pd
import pytest

from exports.table import cell, table
from exports.workbook import sheet_name, workbook
from queries.named import NamedQuery
from views.view import Chart, Column, Computed, Metric, View
from words.language import language

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ATTACKS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.example")']


def a_view(labels=("Pay check", "Legal help")):
    frame = pd.DataFrame(
        {
            "label": labels,
            "month": pd.Timestamp("2026-10-01"),
            "n": 1284,
            "known": 0.38125,
            "low": 0.35,
            "high": 0.41,
            "change": [-1234.5, None],
        }
    )
    shown = (
        Column("label", "Benefit"),
        Column("month", "Month", "month"),
        Column("n", "Answers", "count"),
        Column("known", "Known", "share", "low", "high"),
        Column("change", "Change", "money"),
    )
    query = NamedQuery("people_count", "select 1\nfrom t", "People.", {"status": "former"})
    return View(
        name="made",
        title="What is known?",
        finding="Four in ten know it.",
        frame=frame,
        columns=shown,
        chart=Chart("bars", "known", ("known",), "label"),
        n=1284,
        basis="n = 1,284 · as of 31 Oct 2026",
        alt="",
        computed=Computed("Counted.", "x^2", "Wilson (1927)", (query,)),
        metrics=(Metric("Know it", "38%", "35–41%"),),
        notes=("Too few in one group.",),
        filters=("Status: Former",),
    )


def rows(view, code="en", is_sample=False):
    text = table(view, language(code), is_sample).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter="," if code == "en" else ";"))


def sheets(view, is_sample=False):
    """Read both sheets as lists of rows of (type, value); strings by their text."""
    with zipfile.ZipFile(BytesIO(workbook(view, language("en"), is_sample))) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - our own
        strings = ["".join(part.text or "" for part in si.iter(f"{MAIN}t")) for si in shared]
        read = []
        for number in (1, 2):
            sheet = ElementTree.fromstring(  # noqa: S314 - our own file
                book.read(f"xl/worksheets/sheet{number}.xml")
            )
            assert not list(sheet.iter(f"{MAIN}f")), "no cell holds a formula"
            assert not list(sheet.iter(f"{MAIN}hyperlink"))
            read.append([[_read(one, strings) for one in row] for row in sheet.iter(f"{MAIN}row")])
    return read


def _read(one, strings):
    value = one.find(f"{MAIN}v")
    if value is None:
        return None
    return strings[int(value.text)] if one.get("t") == "s" else float(value.text)


def test_table_has_headings_intervals_and_plain_numbers():
    assert rows(a_view()) == [
        ["Benefit", "Month", "Answers", "Known", "Known, from", "Known, to", "Change"],
        ["Pay check", "2026-10-01", "1284", "0.38125", "0.35", "0.41", "-1234.5"],
        ["Legal help", "2026-10-01", "1284", "0.38125", "0.35", "0.41", ""],
    ]


@pytest.mark.parametrize("code", ["da", "nb", "nl"])
def test_table_for_a_decimal_comma(code):
    first = rows(a_view(), code)[1]
    assert first[3] == "0,38125"
    assert first[-1] == "-1234,5"


def test_table_begins_with_the_mark_that_excel_looks_for():
    assert table(a_view(), language("da")).startswith(b"\xef\xbb\xbf")


def test_table_of_invented_people_says_so_in_each_row():
    assert all(row[-1] == "Sample data" for row in rows(a_view(), is_sample=True))


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("code", ["en", "da"])
def test_no_text_of_the_table_runs(attack, code):
    assert rows(a_view((attack, "Legal help")), code)[1][0] == "'" + attack


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-5, "-5"),
        (-0.25, "-0,25"),
        (12345678.9, "12345678,9"),
        (1e-9, "0"),
        (None, ""),
        (date(2026, 10, 1), "2026-10-01"),
        ("a-b", "a-b"),
        ("-5", "'-5"),
    ],
)
def test_cells(value, written):
    assert cell(value, ",") == written


def test_workbook_holds_numbers_as_numbers():
    head, first, second = sheets(a_view())[0]
    assert head[3:6] == ["Known", "Known, from", "Known, to"]
    assert first[0] == "Pay check"
    assert first[1:] == [46296.0, 1284.0, 0.38125, 0.35, 0.41, -1234.5]
    assert second[-1] is None


@pytest.mark.parametrize("attack", [*ATTACKS, "http://x.example", "{=1+1}"])
def test_no_text_of_the_workbook_runs(attack):
    written = sheets(a_view((attack, "Legal help")))[0][1][0]
    assert written == attack.replace("\r", "_x000D_")


def test_workbook_says_where_its_figures_come_from():
    about = dict(sheets(a_view())[1])
    assert about["Finding"] == "Four in ten know it."
    assert about["Filters"] == "Status: Former"
    assert about["n"] == "1,284"
    assert about["Source of the method"] == "Wilson (1927)"
    assert about["Know it"] == "38% 35–41%"
    assert about["SQL: people_count"] == "-- People.\n-- $status = former\nselect 1\nfrom t"
    assert "Sample data" not in about


def test_workbook_of_invented_people_says_so():
    assert "Sample data" in dict(sheets(a_view(), is_sample=True)[1])


@pytest.mark.parametrize(
    ("text", "name"), [("A/B: [c]?", "A B   c"), ("x" * 40, "x" * 31), ("Om tallene", "Om tallene")]
)
def test_sheet_names_are_what_excel_takes(text, name):
    assert sheet_name(text) == name
