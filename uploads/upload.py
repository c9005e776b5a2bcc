"""A file on its way in: which one, who brings it, and what was decided about it."""

from dataclasses import dataclass
from datetime import date

from uploads.choices import NO_CHOICES, Choices


@dataclass(frozen=True)
class Upload:
    """A file on its way in.

    Attributes
    ----------
    name, sha256 : str
        The file's name, and the hash that it is staged under.
    label : str
        What the survey is called.
    user : str
        Who imports.
    fielded_on : datetime.date or None
        When the survey was answered; None = the extract's date.
    choices : Choices
        What the user decided.
    """

    name: str
    sha256: str
    label: str
    user: str
    fielded_on: date | None = None
    choices: Choices = NO_CHOICES
