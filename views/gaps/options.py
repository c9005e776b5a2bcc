"""What the reader of the gaps page chooses."""

from dataclasses import dataclass
from typing import Literal

from views import view


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the gaps page chooses.

    Attributes
    ----------
    survey_id : str or None
        Which value survey; None for the newest.
    picture : {"chain", "scores", "map"}
        The main picture: the steps, opportunity scores, or importance against satisfaction.
    widest : {"members", "share"}
        Whether the widest loss is the one of most members, or of the largest share of those who
        got that far.
    crosshair : {"midpoint", "mean", "median"}
        Where the map's quadrants meet.
    weights : {"survey", "membership", "none"}
        Whether the survey's own weights count, those that make it look like the membership, or
        none.
    compare : {"status", "branch", "segment"} or None
        The groups to hold against each other.
    theme : str or None
        Id of the saved theme whose benefits are looked at; None for all.
    """

    survey_id: str | None = None
    picture: Literal["chain", "scores", "map"] = "chain"
    widest: Literal["members", "share"] = "members"
    crosshair: Literal["midpoint", "mean", "median"] = "mean"
    weights: Literal["survey", "membership", "none"] = "survey"
    compare: Literal["status", "branch", "segment"] | None = None
    theme: str | None = None
