"""What the reader of the page on who answered chooses."""

from dataclasses import dataclass

from views import view


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader chooses.

    Attributes
    ----------
    survey_id : str or None
        Which survey; None for the newest.
    """

    survey_id: str | None = None
