"""What a reader of the effort page chooses: which groups, which reading, which weights."""

from dataclasses import dataclass

from views import view

WORTH = ("value", "size", "referrers")
ABILITY = ("return", "price", "complaint", "fixable")
CRITERIA = WORTH + ABILITY
AXES = {"worth": WORTH, "ability": ABILITY}
ROWS = ("reason", "segment", "branch")
READINGS = ("cause", "hard")
USUAL_WEIGHT = 5
# What a reason group's code ends with; branches and segments have codes of their own.
TIMES = {"/recent": "recent", "/earlier": "earlier"}


@dataclass(frozen=True)
class Options(view.Options):
    """The effort page's own choices.

    Attributes
    ----------
    rows : {"reason", "segment", "branch"}
        What the groups are.
    reading : {"cause", "hard"}
        How to read those pushed away without meaning to: as people whose cause can be tackled,
        or as hard to regain.
    weights : tuple of int
        0 to 10 for each of `CRITERIA`.
    """

    rows: str = "reason"
    reading: str = "cause"
    weights: tuple[int, ...] = (USUAL_WEIGHT,) * len(CRITERIA)


def time_of(code: str) -> str:
    """Return when a code's people left, ``"recent"`` or ``"earlier"``; empty for all times."""
    return next((time for end, time in TIMES.items() if code.endswith(end)), "")


def group_of(code: str) -> str:
    """Return a code's group in history, without the time since leaving."""
    time = time_of(code)
    return code.removesuffix(f"/{time}") if time else code
