"""What a file's rows are judged by, beside the file itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from analysis.designs import Design
from uploads.choices import NO_CHOICES, Choices
from uploads.pseudonyms import Pseudonyms


@dataclass(frozen=True)
class Context:
    """Whoever reads a file brings this along.

    Attributes
    ----------
    as_of : datetime.date
        The extract's date, "today" everywhere: ages are counted to it.
    pseudonyms : Pseudonyms
        What member numbers become.
    choices : Choices
        What the user decided about the file.
    designs : mapping of str to Design
        Questionnaires that the product wrote, by code.
    shown : bool
        Whether the file's text is looked at afterwards; where not, a register lets go of each
        column as soon as it is read, which takes a third off the memory of a large import.
    """

    as_of: date
    pseudonyms: Pseudonyms
    choices: Choices = NO_CHOICES
    designs: Mapping[str, Design] = field(default_factory=dict)
    shown: bool = True
