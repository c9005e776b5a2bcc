"""A file, read: what was understood of it and what it would store."""

from dataclasses import dataclass

from uploads.context import Context
from uploads.problems import Question
from uploads.understood import Checked, Understood


@dataclass(frozen=True)
class Reading:
    """A file, read.

    Attributes
    ----------
    understood : Understood
        What its columns hold.
    checked : Checked
        What it would store, and what is said about it.
    context : Context
        What it was read with.
    """

    understood: Understood
    checked: Checked
    context: Context

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What must be answered before anything goes in."""
        return self.context.choices.open(self.checked.questions)
