"""The questionnaire as LimeSurvey imports it: tab separated values, with the versions at work.

See LimeSurvey's manual, *Tab Separated Value survey structure*: a row a survey setting (S),
language setting (SL), group (G), question (Q), subquestion (SQ) and answer (A), in order. A hidden
equation draws the version, and each group is shown where its relevance says so: nothing is left to
set by hand.
"""

import csv
from io import StringIO

from views.questionnaire import Questionnaire
from views.questionnaire.questions import Question, Section
from words.language import Language

COLUMNS = (
    "id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language",
    "validation", "mandatory", "other", "default", "same_default", "hidden",
)  # fmt: skip
EQUATION, LIST, ARRAY, TEXT = "*", "L", "F", "X"
SIDES = ("functional", "dysfunctional")


def limesurvey(written: Questionnaire, title: str) -> bytes:
    """Write a questionnaire for LimeSurvey.

    Parameters
    ----------
    written : Questionnaire
    title : str
        The survey's name.
    """
    rows = _Rows(written.options.language)
    rows.add("S", name="language", text=rows.code)
    rows.add("S", name="format", text="G")
    rows.add("SL", name="surveyls_title", text=title)
    if written.versions > 1:
        _draw(rows, written)
    for section in written.sections:
        _group(rows, section)
    return rows.written()


class _Rows:
    """The file's rows, numbered as they are added."""

    def __init__(self, language: Language) -> None:
        self.code = language.code
        self.rows: list[dict[str, str]] = []
        self.last = 0

    def add(self, kind: str, **cells: str) -> None:
        numbered = kind in ("G", "Q", "SQ")
        self.last += numbered
        own = {"id": str(self.last) if numbered else "", "class": kind, "language": self.code}
        cells = {name.replace("_scale", "/scale"): text for name, text in cells.items()}
        self.rows.append(own | cells)

    def written(self) -> bytes:
        text = StringIO()
        writer = csv.DictWriter(text, COLUMNS, delimiter="\t", lineterminator="\r\n", restval="")
        writer.writeheader()
        for row in self.rows:
            writer.writerow({name: " ".join(cell.split()) for name, cell in row.items()})
        return text.getvalue().encode("utf-8-sig")


def _draw(rows: _Rows, written: Questionnaire) -> None:
    """Draw the version once for each respondent, and keep its code as a column."""
    rows.add("G", name="version", text="version", relevance="1")
    drawn = f"{{if(is_empty(drawn.NAOK), rand(1,{written.versions}), drawn.NAOK)}}"
    padded = "if(drawn.NAOK < 10, join('0', drawn.NAOK), drawn.NAOK)"
    code = f"{{join('{written.code}-', {padded})}}"
    hidden = {"type_scale": EQUATION, "hidden": "1", "relevance": "1", "mandatory": "N"}
    rows.add("Q", name="drawn", text=drawn, **hidden)
    rows.add("Q", name="version", text=code, **hidden)


def _group(rows: _Rows, section: Section) -> None:
    shown = " || ".join(f"drawn.NAOK == {version}" for version in section.versions) or "1"
    rows.add("G", name=section.heading, text="", relevance=shown)
    pair = [one for one in section.questions if one.code.rpartition("_")[2] in SIDES]
    if pair:
        _pair(rows, section.code, pair)
    for question in section.questions:
        if question not in pair:
            _question(rows, question)


def _pair(rows: _Rows, code: str, pair: list[Question]) -> None:
    """Write a pair as one array, whose columns come back as ``K03[functional]``."""
    rows.add("Q", type_scale=ARRAY, name=code, text="", relevance="1", mandatory="N", other="N")
    for question in pair:
        rows.add("SQ", type_scale="0", name=question.code.rpartition("_")[2], text=question.text,
                 relevance="1")  # fmt: skip
    _answers(rows, pair[0])


def _question(rows: _Rows, question: Question) -> None:
    # A question's code has letters and digits only.
    name = question.code.replace("_", "")
    rows.add("Q", type_scale=LIST, name=name, text=question.text, relevance="1", mandatory="N",
             other="N")  # fmt: skip
    _answers(rows, question)


def _answers(rows: _Rows, question: Question) -> None:
    # An answer's code has at most five signs.
    for number, (_, text) in enumerate(question.answers, 1):
        rows.add("A", type_scale="0", name=f"A{number}", text=text)
