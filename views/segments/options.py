"""What the reader of the segments page chooses."""

from dataclasses import dataclass

from views import view


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader chooses.

    Attributes
    ----------
    solution : str or None
        Which saved classes people are put into; None for the newest.
    survey_id : str or None
        Whose answers put them there; None for the newest survey that asks enough.
    """

    solution: str | None = None
    survey_id: str | None = None
