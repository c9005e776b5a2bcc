"""What the reader of the needs page chooses."""

from dataclasses import dataclass
from typing import Literal

from views import view

# Who may be left out for answering carelessly: those who gave one pair to everything, those whose
# pairs contradict themselves, or both.
LEFT_OUT = ("straight", "contradictory", "careless")
WAVE = "wave"
GROUPINGS = ("status", "segment", "sector", "branch", "region", "age_band", "member_type", WAVE)


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the needs page chooses.

    Attributes
    ----------
    survey_id : str or None
        Which Kano survey; None for the newest.
    picture : {"map", "plane"}
        Better and worse as shares, or as mean answers.
    table : {"kano", "pouliot", "short"}
        Which evaluation table turns two answers into a class.
    rule : {"exact", "mode", "moai", "blauth"}
        Which class a benefit gets; ``"exact"`` says where two can't be told apart.
    threshold : int
        Percentage points under which ``"moai"`` takes the graver of two classes.
    weights : {"survey", "membership", "none"}
        Whether the survey's own weights count, those that make it look like the membership, or
        none.
    leave_out : {"straight", "contradictory", "careless"} or None
        Who is left out.
    by : str or None
        The groups to compare, one of `GROUPINGS`.
    first, second : str or None
        Which two of them; None for the two that the page picks.
    theme : str or None
        Id of the saved theme whose benefits are looked at; None for all.
    """

    survey_id: str | None = None
    picture: Literal["map", "plane"] = "map"
    table: Literal["kano", "pouliot", "short"] = "kano"
    rule: Literal["exact", "mode", "moai", "blauth"] = "exact"
    threshold: int = 5
    weights: Literal["survey", "membership", "none"] = "survey"
    leave_out: Literal["straight", "contradictory", "careless"] | None = None
    by: str | None = None
    first: str | None = None
    second: str | None = None
    theme: str | None = None
