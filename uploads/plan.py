"""What an import would change, whatever kind of file it is."""

from dataclasses import dataclass
from typing import Literal

from queries.store import Store
from uploads.problems import Problem, Question

Mode = Literal["new", "new_wave", "update", "replace"]
HARMLESS = frozenset({"blank_row", "title_line", "total_row_skipped"})


@dataclass(frozen=True)
class Plan:
    """What an import would change.

    Attributes
    ----------
    mode : str or None
        What happens to what is stored under that name; None until the user says.
    known, new, changed : int
        People or rows of the file that are stored already, are not, and are with other values.
    questions : tuple of Question
        What must be decided first.
    survey_id : str
        Of a survey: where the rows would go.
    wave : int
        Of a survey: the wave that they would be.
    details : object
        What only its own kind knows of, such as who came back.
    """

    mode: Mode | None
    known: int
    new: int
    changed: int
    questions: tuple[Question, ...] = ()
    survey_id: str = ""
    wave: int = 0
    details: object = None


def left_out(problems: tuple[Problem, ...], stored: int) -> tuple[Question, ...]:
    """Ask before rows that can't be stored are left out; blank and title lines are no loss."""
    lines = {
        line
        for problem in problems
        if problem.effect == "row" and problem.code not in HARMLESS
        for line in problem.lines
    }
    facts = {"n": len(lines), "stored": stored}
    return (Question("rows_left_out", ("import_others",), facts=facts),) if lines else ()


def same_file(store: Store, sha256: str) -> tuple[Question, ...]:
    """Ask before a register that is in goes in again: what is known already would stay as it is."""
    same = store.ask("imports_of_file", file_sha256=sha256)
    if same.empty:
        return ()
    first = same.iloc[0]
    facts = {"day": first["imported_at"].date(), "file": str(first["file_name"])}
    return (Question("same_register", ("again",), facts=facts),)
