"""What became of one file, as sentences for people or as an object for a script."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from uploads.problems import Problem, Question
from words.language import Language
from words.problems import sentence
from words.questions import question
from words.uploads import kind_label

LISTED = 1_000  # lines of one problem that a script gets one by one


@dataclass(frozen=True)
class Report:
    """What became of one file.

    Attributes
    ----------
    file : str
        As it was named.
    kind : str or None
        What it holds; None where that is not known.
    rows_in, rows_stored, rows_reported : int
        ``rows_in = rows_stored + rows_reported``.
    problems : tuple of Problem
        All there is to say.
    refused : bool
        Whether nothing was stored because of one of them.
    dry_run : bool
        Whether nothing was to be stored: ``rows_stored`` is then what would be.
    """

    file: str
    kind: str | None
    rows_in: int
    rows_stored: int
    problems: tuple[Problem, ...]
    refused: bool = False
    dry_run: bool = False

    @property
    def rows_reported(self) -> int:
        """Rows that are reported and not stored."""
        return self.rows_in - self.rows_stored

    @property
    def exit_code(self) -> int:
        """Return 0 where all is stored, 1 where rows are reported, 2 where the file is refused."""
        return 2 if self.refused else int(self.rows_reported > 0)


def as_json(report: Report, language: Language) -> str:
    """Write a report as one line: an object with a fixed set of names."""
    return json.dumps(
        {
            "file": report.file,
            "kind": report.kind,
            "rows_in": report.rows_in,
            "rows_stored": report.rows_stored,
            "rows_reported": report.rows_reported,
            "problems": [one for problem in report.problems for one in _each(problem, language)],
        },
        ensure_ascii=False,
    )


def as_text(report: Report, language: Language) -> str:
    """Write a report for a person: what went in, and a line a problem."""
    lines = [f"{report.file}: {_summary(report, language)}"]
    lines += [f"  {_said(problem, language, problem.lines)}" for problem in report.problems]
    return "\n".join(lines)


def _each(problem: Problem, language: Language) -> Iterator[dict[str, object]]:
    """Yield a problem once for each of its lines, or once where it has none."""
    for line in problem.lines[:LISTED] or (None,):
        lines = () if line is None else (line,)
        yield _entry(problem, language, lines)
    if len(problem.lines) > LISTED:
        yield _entry(problem, language, problem.lines) | {"line": None}


def _entry(problem: Problem, language: Language, lines: tuple[int, ...]) -> dict[str, object]:
    return {
        "line": lines[0] if lines else None,
        "column": problem.column,
        "code": problem.code,
        "message": _said(problem, language, lines),
    }


def _said(problem: Problem, language: Language, lines: tuple[int, ...]) -> str:
    facts = dict(problem.facts)
    asked = facts.get("question")
    if isinstance(asked, Question):
        ways = [f"{asked.code}={choice}" for choice in asked.choices]
        facts = {"question": question(language, asked.code, asked.facts), "accept": ways}
    return sentence(language, problem.code, facts, lines=lines, column=problem.column)


def _summary(report: Report, say: Language) -> str:
    if report.refused and not report.rows_in:
        return say.say("nothing was stored.")
    facts = {
        "kind": kind_label(say, report.kind) if report.kind else say.say("not known"),
        "rows": say.number(report.rows_in),
        "stored": say.number(report.rows_stored),
        "reported": say.number(report.rows_reported),
    }
    if report.dry_run:
        return say.say(
            "{kind}. {rows} rows: {stored} would be stored, {reported} are reported.", **facts
        )
    return say.say("{kind}. {rows} rows: {stored} stored, {reported} reported.", **facts)
