"""What the reader of the brand page chooses."""

from dataclasses import dataclass

from views import view

GROUPINGS = ("status", "segment", "sector", "branch", "region", "age_band", "member_type")


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the brand page chooses.

    Attributes
    ----------
    survey_id : str or None
        Which survey; None for the newest.
    by : str or None
        The groups to compare, one of `GROUPINGS`.
    """

    survey_id: str | None = None
    by: str | None = None
