"""What is said about a file: refusals, problems by line, questions. Codes, no sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Effect = Literal["note", "cell", "row"]
_ORDER = {"row": 0, "cell": 1, "note": 2}
SHOWN = 40


class Refused(Exception):
    """A file, or an import, that can't go on; nothing has been stored.

    Parameters
    ----------
    code : str
        Why; ``words.problems`` makes a sentence of it.
    line : int, optional
        The line of the file that shows it.
    column : str, optional
        The column that shows it.
    **facts
        Names and numbers that the sentence needs.
    """

    def __init__(
        self, code: str, line: int | None = None, column: str | None = None, **facts: object
    ) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.facts = facts

    @property
    def lines(self) -> tuple[int, ...]:
        """The line as a problem has it."""
        return () if self.line is None else (self.line,)


@dataclass(frozen=True)
class Problem:
    """Something to say about a file; repeated problems are one, with all their lines.

    Attributes
    ----------
    code : str
        What; ``words.problems`` makes a sentence of it.
    lines : tuple of int
        Lines of the file, as an editor counts them.
    column : str or None
        The column's name.
    facts : dict
        Names and numbers that the sentence needs; no cell's text beyond 40 characters.
    effect : {"row", "cell", "note"}
        The row is not stored, the cell is not stored, or everything is.
    """

    code: str
    lines: tuple[int, ...] = ()
    column: str | None = None
    facts: dict[str, object] = field(default_factory=dict)
    effect: Effect = "note"

    @property
    def line(self) -> int | None:
        """The first of the lines."""
        return self.lines[0] if self.lines else None


@dataclass(frozen=True)
class Question:
    """Something that the file leaves open.

    Attributes
    ----------
    code : str
        What is asked.
    choices : tuple of str
        Codes of the answers.
    default : str or None
        What is assumed until the user says otherwise; None = nothing goes in before an answer.
    facts : dict
        Names and numbers that the sentence needs.
    """

    code: str
    choices: tuple[str, ...]
    default: str | None = None
    facts: dict[str, object] = field(default_factory=dict)


class Problems:
    """Gathers problems, the same one only once, so that a broken file stays small."""

    def __init__(self) -> None:
        self._lines: dict[tuple, list[int]] = {}
        self._examples: dict[tuple, str] = {}

    def add(
        self,
        code: str,
        line: int | None = None,
        column: str | None = None,
        effect: Effect = "note",
        example: str | None = None,
        **facts: object,
    ) -> None:
        """Note a problem; its facts must be hashable, and the first example stands for all."""
        key = (code, column, effect, tuple(facts.items()))
        lines = self._lines.setdefault(key, [])
        if example is not None:
            self._examples.setdefault(key, short(example))
        if line is not None:
            lines.append(int(line))

    def gathered(self) -> tuple[Problem, ...]:
        """Return the problems in order."""
        problems = [
            Problem(code, tuple(lines), column, dict(facts) | self._example(key), effect)
            for key, lines in self._lines.items()
            for code, column, effect, facts in [key]
        ]
        return in_order(problems)

    def _example(self, key: tuple) -> dict[str, str]:
        return {"example": self._examples[key]} if key in self._examples else {}


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems with those that keep rows out first, then cells, then notes, by line."""
    return tuple(sorted(problems, key=lambda p: (_ORDER[p.effect], p.line or 0)))


def reported_lines(problems: tuple[Problem, ...]) -> set[int]:
    """Return the lines whose rows are reported and not stored."""
    return {line for problem in problems if problem.effect == "row" for line in problem.lines}


def short(text: str) -> str:
    """Cut a cell's text to what a sentence may quote of it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1] + "…"
