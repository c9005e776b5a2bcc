"""What the reader of the clusters page chooses."""

from dataclasses import dataclass

from views import view

FEWEST_CLASSES, MOST_CLASSES, USUAL_CLASSES = 2, 8, 5
USUAL_METHOD = "lca"


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
    method : {"lca", "kmodes", "kmodes-package"}
        How people who answer alike are found.
    against : str or None
        What the classes are held against; see `views.clusters.against.possible`.
    """

    survey_id: str | None = None
    questions: tuple[str, ...] = ()
    k: int = USUAL_CLASSES
    method: str = USUAL_METHOD
    against: str | None = None
