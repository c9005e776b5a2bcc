"""What the reader of the themes page chooses."""

from dataclasses import dataclass

from views import view

CRITERIA = ("members", "value", "gap")
ACROSS = ("segment", "status", "branch")
MOST_THEMES = 8
USUAL_WEIGHT = 5


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the themes page chooses.

    Attributes
    ----------
    survey_id : str or None
        Which value survey; None for the newest.
    number : int or None
        Gather into so many groups; None: as far as chance can't explain.
    weights : tuple of int
        0 to 10 for each of `CRITERIA`.
    across : {"segment", "status", "branch"} or None
        The groups that themes are seen across; None: segments where some are saved, else status.
    """

    survey_id: str | None = None
    number: int | None = None
    weights: tuple[int, ...] = (USUAL_WEIGHT,) * len(CRITERIA)
    across: str | None = None
