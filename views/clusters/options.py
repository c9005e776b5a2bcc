"""What the reader of the clusters page chooses."""

from dataclasses import dataclass

from views import view

FEWEST_CLASSES, MOST_CLASSES, USUAL_CLASSES = 2, 8, 5


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the clusters page chooses.

    Attributes
    ----------
    survey_id : str or None
        Which needs survey; None for the newest.
    questions : tuple of str
        Positions of the questions that classes are made from; empty for all.
    k : int
        How many classes.
    """

    survey_id: str | None = None
    questions: tuple[str, ...] = ()
    k: int = USUAL_CLASSES
