"""What the reader of the clusters page chooses."""

from dataclasses import dataclass

from views import view
from words.clusters import METHODS

FEWEST_CLASSES, MOST_CLASSES, USUAL_CLASSES = 2, 8, 5
USUAL_METHOD = "lca"
ANSWERS_ONLY, WITH_NUMBERS = ("lca", "kmodes", "kmodes-package"), ("lca", "kprototypes")


def methods(numbers: bool, now: str | None) -> list[str]:
    """Return the methods to choose from, with numbers chosen or none.

    One that is chosen already stays among them, so that it is said why it can't be had.
    """
    fitting = WITH_NUMBERS if numbers else ANSWERS_ONLY
    return [one for one in METHODS if one in (*fitting, now)]


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the clusters page chooses.

    Attributes
    ----------
    survey_id : str or None
        Which needs survey; None for the newest.
    questions : tuple of str
        Positions or item ids of the questions that classes are made from; empty for all.
    numbers : tuple of str
        Numbers that classes are made from as well: a question's position or item id, or one of
        `words.clusters.KNOWN_NUMBERS`.
    k : int
        How many classes.
    method : {"lca", "kprototypes", "kmodes", "kmodes-package"}
        How people who answer alike are found.
    against : str or None
        What the classes are held against; see `views.clusters.against.possible`.
    kept : str or None
        The kept solution that was opened, by its id.
    as_kept : bool
        Whether its classes are shown as they were kept, and not made anew.
    """

    survey_id: str | None = None
    questions: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    k: int = USUAL_CLASSES
    method: str = USUAL_METHOD
    against: str | None = None
    kept: str | None = None
    as_kept: bool = False
