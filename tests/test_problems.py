"""Each code that can reach a screen has a sentence of its own, and text in it stays text."""

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from uploads.roles import LEFT_OUT
from words.language import NAMES, language
from words.problems import PROBLEMS, cure, sentence, what, where
from words.questions import QUESTIONS, answer, question

ROOT = Path(__file__).parent.parent
ENGLISH = language("en")
RAISED = re.compile(
    r"(?:Refused|StoreError|NotEnough|NoDate|(?<!\w)Problem|_report\(\s*[^\"()]+,|problems\.add)"
    r"\(?\s*\"([a-z_0-9]+)\""
)
LISTED = re.compile(r"\"(is_[a-z_]+)\"")
ASKED = re.compile(r"Question\(\s*\"([a-z_]+)\",\s*\(([^)]*)\)")


def codes_in(*rooms):
    files = [file for room in rooms for file in (ROOT / room).rglob("*.py")]
    return {code for file in files for code in RAISED.findall(file.read_text("utf-8"))}


def test_each_code_of_a_file_or_the_database_has_a_sentence():
    codes = codes_in("uploads", "queries") | {f"left_out_{role}" for role in LEFT_OUT[:-1]}
    codes |= set(LISTED.findall((ROOT / "uploads/other_formats.py").read_text("utf-8")))
    assert len(codes) > 60
    assert codes - PROBLEMS.keys() == set()


def test_each_code_of_an_analysis_has_a_sentence():
    assert codes_in("analysis") - PROBLEMS.keys() == set()


def test_each_question_and_its_answers_have_words():
    text = "".join(file.read_text("utf-8") for file in (ROOT / "uploads").glob("*.py"))
    asked = ASKED.findall(text)
    assert len(asked) > 5
    for code, choices in asked:
        for choice in re.findall(r"\"([a-z_]+)\"", choices):
            assert choice in QUESTIONS[code][1]


@pytest.mark.parametrize("code", list(NAMES))
def test_each_sentence_can_be_said_with_and_without_its_facts(code):
    say = language(code)
    for name, texts in PROBLEMS.items():
        facts = {field: 3 for text in texts for _, field, _, _ in Formatter().parse(text) if field}
        for known in (facts, {}):
            said = sentence(say, name, known, file="a.csv", lines=(17,), column="Age")
            assert "{" not in said
            assert said.startswith("a.csv, ")
    for name in QUESTIONS:
        assert "{" not in question(say, name, {})


@pytest.mark.parametrize(
    ("lines", "column", "expected"),
    [
        ((17,), None, "a.csv, line 17"),
        ((17, 23), "Age", "a.csv, lines 17 and 23, column Age"),
        (tuple(range(1, 8)), None, "a.csv, lines 1, 2, 3, 4, 5 and 2 more"),
        ((), "Age", "a.csv, column Age"),
        ((30_001,), None, "a.csv, line 30,001"),
    ],
)
def test_a_problem_says_where_it_is(lines, column, expected):
    assert where(ENGLISH, file="a.csv", lines=lines, column=column) == expected


def test_a_problem_says_what_it_is_and_what_to_do():
    facts = {"found": 4, "expected": 3}
    assert what(ENGLISH, "row_too_long", facts) == "4 fields, the header has 3."
    assert cure(ENGLISH, "row_too_long", facts).startswith("Put quotation marks around")
    assert sentence(ENGLISH, "row_too_long", facts, lines=(2,)).startswith("line 2: 4 fields")


def test_facts_are_written_as_the_language_writes_them():
    danish = language("da")
    facts = {"day": date(2026, 10, 3), "file": "svar.csv"}
    assert "3 okt. 2026" in question(danish, "same_file", facts)
    assert "1.000.000" in what(danish, "too_many_rows", {"limit": 1_000_000})


def test_text_of_a_file_is_never_filled_in_or_translated():
    said = what(ENGLISH, "unknown_label", {"text": "{code} {0} %s **x**"})
    assert "{code} {0} %s **x**" in said


def test_a_code_without_a_sentence_is_said_calmly():
    assert sentence(ENGLISH, "never_heard_of", {}) == (
        "This can't be done with these data (never_heard_of)."
    )


def test_an_answer_to_a_question_has_words():
    assert answer(ENGLISH, "total_row", "skip") == "Skip it"
