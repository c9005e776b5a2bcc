"""From the bytes of a file to the rows that it would store, whatever kind of file it is."""

from dataclasses import dataclass
from datetime import date

from uploads import kano, kano_check
from uploads.choices import NO_CHOICES, Choices
from uploads.gate import read
from uploads.problems import Question, Refused
from uploads.understood import Checked, Understood

KINDS = ((kano.recognise, kano_check.check),)


@dataclass(frozen=True)
class Reading:
    """A file, read.

    Attributes
    ----------
    understood : Understood
        What its columns hold.
    checked : Checked
        What it would store, and what is said about it.
    choices : Choices
        What it was read with.
    """

    understood: Understood
    checked: Checked
    choices: Choices

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What must be answered before anything goes in."""
        return self.choices.open(self.checked.questions)


def read_file(data: bytes, as_of: date, choices: Choices = NO_CHOICES) -> Reading:
    """Read a file as far as can be without a database.

    Parameters
    ----------
    data : bytes
        The whole file.
    as_of : datetime.date
        Ages are counted to this day's year.
    choices : Choices
        What the user decided about it.

    Raises
    ------
    Refused
        When it is no text table, holds personal numbers, or is no kind of file that is known
        (``unknown_kind``).
    """
    table = read(data, choices)
    for recognise, check in KINDS:
        understood = recognise(table, choices)
        if understood is not None:
            return Reading(understood, check(understood, choices, as_of), choices)
    raise Refused("unknown_kind", columns=len(table.frame.columns))
