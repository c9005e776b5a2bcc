"""The way in: what each kind of file becomes, and that no row is lost, shifted or merged."""

import csv
import gzip
import io
import zipfile
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from uploads import body, gate, limits
from uploads.choices import Choices
from uploads.gate import read
from uploads.problems import Refused, reported_lines


def codes(table):
    return [problem.code for problem in table.problems]


def lines_of(table, code):
    return [line for problem in table.problems if problem.code == code for line in problem.lines]


def asked(table):
    return [question.code for question in table.questions]


def rows(table):
    return table.frame.to_numpy().tolist()


def workbook():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


WIDE = "id,a,b\n" + "".join(f"p{n},x,y\n" for n in range(1, 501))

REFUSED = {
    "an empty file": (b"", "empty", None),
    "nothing but a mark": (b"\xef\xbb\xbf", "empty", None),
    "nothing but blank lines": (b"\n \n\n", "empty", None),
    "a header alone": (b"id,a,b\n", "no_rows", None),
    "UTF-16 without its mark": ("id,navn\n1,x\n".encode("utf-16-le"), "utf16_without_mark", None),
    "UTF-16, the other way round": ("id,a\n1,x\n".encode("utf-16-be"), "utf16_without_mark", None),
    "UTF-32": ("id,navn\n1,x\n".encode("utf-32"), "utf32", None),
    "UTF-32 without its mark": ("id,a\n1,x\n".encode("utf-32-le"), "utf32", None),
    "UTF-16 cut in half": ("id,a\n1,x\n".encode("utf-16")[:-1], "damaged_utf16", None),
    "nothing but NULs": (b"\0" * 1000, "not_text", None),
    "a NUL in a field": (b"id,a\n1,x\n2,y\0z\n" + b"3,x\n" * 9, "nul_character", 3),
    "two encodings": ("id,a\n1,ø\n2,å\n".encode() + b"3,S\xf8ren\n", "mixed_encodings", 4),
    "two encodings in one line": (b"id,a\n1,\xc3\xb8 \xf8\n", "mixed_encodings", 2),
    "letters of no encoding": (b"id,a\n1,\x81\n", "unknown_encoding", 2),
    "a quote never closed": (b'id,a\n1,x\n2,"y\n3,z\n', "unclosed_quote", 3),
    "the second quote of a row": (b'id,a,b\n1,"x\ny","z\n2,u,v\n', "unclosed_quote", 3),
    "doubled quotes before it": (b'id,a\n1,"x ""y"" z\n2,u\n', "unclosed_quote", 2),
    "text after a closing quote": (b'id,a\n1,x\n2,"y"z\n', "text_after_quote", 3),
    "gzip": (gzip.compress(b"id,a\n1,x\n"), "is_archive", None),
    "an Excel workbook": (workbook(), "damaged_workbook", None),
    "an old Excel workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "is_old_workbook", None),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "is_pdf", None),
    "JSON": (b'[{"id": 1, "a": "x"}]', "is_json", None),
    "a JSON object": (b' {"rows": []}', "is_json", None),
    "a login page": (b"<!DOCTYPE html><html><body>Log in</body></html>", "is_web_page", None),
    "an SPSS file": (b"$FL2@(#) SPSS DATA FILE", "damaged_spss", None),
    "a picture": (b"\x89PNG\r\n\x1a\n", "not_text", None),
    "501 columns": ((",".join(f"c{n}" for n in range(501)) + "\n").encode() * 2,
                    "too_many_columns", 1),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code", "line"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_named(data, code, line):
    with pytest.raises(Refused) as refused:
        read(data)
    assert (refused.value.code, refused.value.line) == (code, line)


READ = {
    "plain": (b"id,a\n1,x\n2,y\n", [["1", "x"], ["2", "y"]]),
    "no line end at the end": (b"id,a\n1,x", [["1", "x"]]),
    "UTF-8 with its mark": (b"\xef\xbb\xbfid,a\n1,\xc3\xb8\n", [["1", "ø"]]),
    "UTF-16 with its mark": ("id,a\n1,ø\n".encode("utf-16"), [["1", "ø"]]),
    "Windows-1252": ("id;navn\n1;Søren Ærø\n".encode("cp1252"), [["1", "Søren Ærø"]]),
    "a line break in quotes": (b'id,a\n1,"x\ny"\n2,z\n', [["1", "x\ny"], ["2", "z"]]),
    "CRLF with LF in a cell": (b'id,a\r\n1,"x\ny"\r\n2,z\r\n', [["1", "x\ny"], ["2", "z"]]),
    "old Mac line ends": (b"id,a\r1,x\r2,y\r", [["1", "x"], ["2", "y"]]),
    "semicolons": (b"id;a;b\n1;1,5;x, y\n2;2,5;z\n", [["1", "1,5", "x, y"], ["2", "2,5", "z"]]),
    "decimal commas in each cell": (b"a;b;c\n1,5;2,5;3,5\n", [["1,5", "2,5", "3,5"]]),
    "tabs": (b"id\ta\n1\tx, y\n", [["1", "x, y"]]),
    "pipes": (b"id|a\n1|x, y\n", [["1", "x, y"]]),
    "sep= said": (b"sep=;\nid;a\n1;x\n", [["1", "x"]]),
    "a comma after every row": (b"id,a\n1,x,\n2,y,\n", [["1", "x"], ["2", "y"]]),
    "a comma after header and rows": (b"id,a,\n1,x,\n2,y,\n", [["1", "x"], ["2", "y"]]),
    "a blank column": (b"id;;a\n1;;x\n2;;y\n", [["1", "x"], ["2", "y"]]),
    "zeros before an id": (b"id,a\n007,x\n", [["007", "x"]]),
    "formulas": (b"id,a\n1,=1+1\n2,@SUM(A1)\n", [["1", "=1+1"], ["2", "@SUM(A1)"]]),
    "SQL in a header": (b"id,\"a'); drop table member; --\"\n1,x\n", [["1", "x"]]),
    "HTML in a cell": (b"id,a\n1,<img src=x>\n", [["1", "<img src=x>"]]),
    "two forms of a letter": ("id,a\n1,Åse\n2,A\u030ase\n".encode(), [["1", "Åse"], ["2", "Åse"]]),
    "marks that can't be seen": ("id,a\n1,\u200bx\u202ey\n".encode(), [["1", "xy"]]),
    "the surname Null": (b"id,a\n1,Null\n", [["1", "Null"]]),
}  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), READ.values(), ids=READ)
def test_what_is_a_table_is_read(data, expected):
    table = read(data)
    assert rows(table) == expected
    assert table.rows_in == len(expected)
    assert not reported_lines(table.problems)


SAID = {
    "UTF-16": ("id,a\n1,ø\n".encode("utf-16"), "read_as_utf16", []),
    "Windows-1252": ("id;navn\n1;Søren\n".encode("cp1252"), "read_as_cp1252", []),
    "a comma after every row": (b"id,a\n1,x,\n2,y,\n", "trailing_delimiter", []),
    "a repeated name": (b"id,a,a\n1,x,y\n", "repeated_name", [1]),
    "a blank name": (b"id,,a\n1,x,y\n", "unnamed_column", []),
    "a blank column": (b"id,,a\n1,,y\n", "blank_column", []),
    "sep= said": (b"sep=;\nid;a\n1;x\n", "delimiter_said", [1]),
    "marks that can't be seen": ("id,a\n1,\u200bx\n".encode(), "invisible_marks", [2]),
    "letters in two parts": ("id,a\n1,A\u030ase\n".encode(), "letters_composed", [2]),
    "damaged letters": ("id,a\n1,SÃ¸ren\n".encode(), "damaged_letters", [2]),
    "lost letters": ("id,a\n1,S\ufffdren\n".encode(), "damaged_letters", [2]),
}


@pytest.mark.parametrize(("data", "code", "lines"), SAID.values(), ids=SAID)
def test_what_was_done_to_a_file_is_said(data, code, lines):
    table = read(data)
    assert code in codes(table)
    assert lines_of(table, code) == lines


def test_windows_1252_shows_words_to_judge_it_by():
    table = read("id;navn\n1;Søren\n2;Ærø\n3;Åse\n".encode("cp1252"))
    assert table.problems[0].facts == {"words": "Søren, Ærø, Åse"}


REPORTED = {
    "a row too short": (b"id,a,b\n1,x,y\n2,x\n3,x,y\n", "row_too_short", [3]),
    "a row too long": (b"id,a,b\n1,x,y\n2,x,y,z\n", "row_too_long", [3]),
    "too long, first": (b"id,a,b\n1,x,y,z\n2,x,y\n3,x,y\n", "row_too_long", [2]),
    "too long, last of 502": ((WIDE + "p501,x,y,z\n").encode(), "row_too_long", [502]),
    "too long, deep in": ((WIDE + "p,x,y,z\n" + WIDE[7:]).encode(), "row_too_long", [502]),
    "one comma too many": (b"id,a\n1,x\n2,y,\n3,z\n", "row_too_long", [3]),
    "one comma too few": (b"id,a\n1,x,\n2,y\n3,z,\n4,z,\n", "row_too_short", [3]),
    "after a row of three lines": (b'id,a\n1,"x\ny\nz"\n2,y,z\n', "row_too_long", [5]),
    "a blank line": (b"id,a\n1,x\n\n2,y\n", "blank_row", [3]),
    "rows of separators": (b"id;a\n1;x\n;\n;\n", "blank_row", [3, 4]),
    "title lines": (b"Survey\nOctober\n\nid;a;b\n1;x;y\n2;x;y\n", "title_line", [1, 2, 3]),
    "padded title lines": (b"Survey;;\n;;\nid;a;b\n1;x;y\n", "title_line", [1, 2]),
    "a total below": (b"id;a\n1;x\n2;y\nI alt;2\n", "total_row_skipped", [4]),
    "a cell of 10,001 characters": (b"id,a\n1," + b"x" * 10_001 + b"\n2,y\n", "long_cell", [2]),
}


@pytest.mark.parametrize(("data", "code", "lines"), REPORTED.values(), ids=REPORTED)
def test_a_row_that_does_not_fit_is_reported_by_its_line(data, code, lines):
    table = read(data)
    assert lines_of(table, code) == lines
    assert table.rows_in == len(table.frame) + len(reported_lines(table.problems))


ASKED = {
    "no header": (b"1,24,x\n2,31,x\n", "no_header"),
    "a header of numbers": (b"1,2\nx,y\n", "no_header"),
    "rows in a quote": (b'id,a\n1,"x\n2,y\n3,"\n4,z\n', "swallowed_rows"),
    "a total": (b"id,a\n1,x\nTotal,1\n", "total_row"),
    "damaged letters": ("id,a\n1,SÃ¸ren\n".encode(), "damaged_letters"),
}


@pytest.mark.parametrize(("data", "code"), ASKED.values(), ids=ASKED)
def test_what_a_file_leaves_open_is_asked(data, code):
    assert asked(read(data)) == [code]


def test_an_answer_decides():
    without = read(b"1,24\n2,31\n", Choices(answers={"no_header": "data"}))
    assert rows(without) == [["1", "24"], ["2", "31"]]
    kept = read(b"id,a\n1,x\nTotal,1\n", Choices(answers={"total_row": "keep"}))
    assert rows(kept) == [["1", "x"], ["Total", "1"]]
    below = read(b"id,a\nx,y\n1,2\n", Choices(header_line=2))
    assert list(below.frame) == ["x", "y"]
    assert lines_of(below, "title_line") == [1]
    with pytest.raises(Refused, match="header_not_there"):
        read(b"id,a\n1,x\n", Choices(header_line=40))


def test_the_index_is_the_line_in_an_editor():
    table = read(b'\nid,a\n1,"x\ny"\n\n2,z\n')
    assert list(table.frame.index) == [3, 6]


def test_repeated_names_stay_apart():
    table = read(b"a,a,a 2,a\n1,2,3,4\n")
    assert list(table.frame) == ["a", "a 2'", "a 2", "a 4"]
    assert table.repeated == {"a"}


@pytest.mark.parametrize(
    ("limit", "data", "code"),
    [
        ("ROWS", b"id,a\n1,x\n2,x\n3,x\n", "too_many_rows"),
        ("CELLS", b"id,a\n1,x\n2,x\n3,x\n", "too_many_cells"),
    ],
)
def test_a_limit_is_named(monkeypatch, limit, data, code):
    monkeypatch.setattr(body, limit, 2)
    with pytest.raises(Refused, match=code):
        read(data)


def test_size_is_refused_before_anything_is_read(monkeypatch):
    monkeypatch.setattr(gate, "FILE_BYTES", 10)
    with pytest.raises(Refused, match="too_many_bytes"):
        read(b"\0" * 11)


def test_the_limits_are_those_that_were_promised():
    assert limits.FILE_BYTES == 200 * 1024 * 1024
    assert (limits.ROWS, limits.COLUMNS, limits.CELL_LENGTH) == (1_000_000, 500, 10_000)


cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
tables = st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=12)
ragged = st.builds(
    lambda table, delimiter, end: end.join(delimiter.join(row) for row in table),
    tables,
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)


def keeps_every_row(data):
    """Reading raises nothing but `Refused`, and each record is kept or reported, once."""
    try:
        table = read(data)
    except Refused:
        return
    reported = reported_lines(table.problems)
    assert table.rows_in == len(table.frame) + len(reported)
    assert not reported & set(table.frame.index)
    assert table.frame.index.is_unique


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200), ragged.map(str.encode), ragged.map(lambda t: t.encode("utf-16"))
    )
)
def test_no_file_breaks_the_gate(data):
    keeps_every_row(data)


@pytest.mark.prove
@settings(max_examples=5_000, deadline=None)
@given(st.one_of(st.binary(max_size=2000), ragged.map(str.encode)))
def test_no_file_breaks_the_gate_at_length(data):
    keeps_every_row(data)


odd_lines = st.sampled_from(
    ["c;d;e", ";;", "c;d", "c;d;e;f", "c;d;e;", 'c;"d";e', 'c;"d\nd";e', " ; ;", "c;\u200bd;e", "",
     "c;Søren;e", "c;SÃ¸ren;e", "c;e\u0301;e", "\u00a0;;", "c;\x1cd;e", "\rc;d;e",
     "c;d\re;f", "c;d;e\r"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(odd_lines, max_size=12), st.integers(8, 60), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_piece_read_whole_is_what_it_is_row_by_row(odd, size, end):
    regular = ["a;b;c"] * 60
    data = end.join(["x;y;z", *regular, *odd, *regular, *odd]).encode()
    with patch("uploads.lines._PIECE", size):
        whole = read(data)
        with patch("uploads.plain.table_of", return_value=None):
            by_row = read(data)
    assert_frame_equal(whole.frame, by_row.frame)
    assert (whole.rows_in, whole.problems) == (by_row.rows_in, by_row.problems)


def test_a_file_without_oddities_is_read_in_whole_pieces():
    with patch("uploads.plain.records", side_effect=AssertionError):
        table = read(("x;y\n" + "1;Søren\n" * 100_000).encode())
    assert len(table.frame) == 100_000
    assert table.frame.index[-1] == 100_001


plain_cells = st.text(st.sampled_from(list("ab ,;\t|\"\n'=æø1.")), max_size=8)
written_tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(plain_cells, min_size=width, max_size=width), min_size=1, max_size=6
    )
)


@settings(max_examples=100, deadline=None)
@given(
    written_tables,
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_spreadsheet_would_write_comes_back_cell_for_cell(table, delimiter, quoting, end):
    header = [f"name {place}" for place in range(len(table[0]))]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows([header, *table])
    read_back = read(text.getvalue().encode())
    assert read_back.delimiter == delimiter
    assert rows(read_back) == [row for row in table if any(cell.strip() for cell in row)]
