"""What the reader of the needs page chooses."""

from dataclasses import dataclass
from typing import Literal

from views import view


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the needs page chooses.

    Attributes
    ----------
    survey_id : str or None
        Which Kano survey; None for the newest.
    table : {"kano", "pouliot"}
        Which evaluation table turns two answers into a class.
    rule : {"exact", "mode"}
        Whether classes that can't be told apart are called too close.
    by : {"status", "segment"} or None
        The groups to compare.
    """

    survey_id: str | None = None
    table: Literal["kano", "pouliot"] = "kano"
    rule: Literal["exact", "mode"] = "exact"
    by: Literal["status", "segment"] | None = None
