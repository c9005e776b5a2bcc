"""What the user decided about a file; it can be saved and used on the next one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from uploads.problems import Question
from uploads.roles import Role


@dataclass(frozen=True)
class Choices:
    """The user's decisions; all empty until there are some.

    Attributes
    ----------
    kind : str or None
        What kind of file it is, where that was not recognised.
    day : str or None
        The day that the file is as of, ``2026-10-31``; None = the database's.
    delimiter : str or None
        The character between fields, where it was found wrongly.
    header_line : int or None
        The line that holds the column names; 0 = there is none.
    roles : mapping of str to Role
        What a column holds, where it was understood wrongly.
    labels : mapping of str to (int or str)
        An answer's own wording → a code of the scale, or ``"dont_know"``, ``"left_blank"``,
        ``"not_asked"``.
    answers : mapping of str to str
        A question's code → the choice.
    items : mapping of str to str
        The label of what a survey asks about → the benefit that it is; empty = it is none.
    """

    kind: str | None = None
    day: str | None = None
    delimiter: str | None = None
    header_line: int | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    labels: Mapping[str, int | str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)

    def answer(self, question: Question) -> str | None:
        """Return the choice made, or the question's default."""
        given = self.answers.get(question.code)
        return given if given in question.choices else question.default

    def open(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """Return the questions that must be answered before anything goes in."""
        return tuple(question for question in questions if self.answer(question) is None)


NO_CHOICES = Choices()
