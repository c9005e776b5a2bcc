"""What the leaders' guess page is asked for."""

from dataclasses import dataclass

from views import view


@dataclass(frozen=True)
class Options(view.Options):
    """Which round of guesses is revealed.

    Attributes
    ----------
    code : str
        The round's.
    """

    code: str = ""
