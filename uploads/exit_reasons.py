"""What the usual reasons for leaving mean, for a union that has not described its own yet."""

import pandas as pd

# reason: group (the five of the practice, arrears, unknown), controllable, changeable
_USUAL = {
    "dissatisfied": ("pushed_away", True, True),
    "too_expensive": ("bought_away", True, True),
    "changed_job": ("moved_away", False, True),
    "no_use": ("pushed_away", True, True),
    "own_firm": ("moved_away", False, True),
    "studies": ("moved_away", False, True),
    "better_offer": ("pulled_away", True, True),
    "retired": ("moved_away", False, False),
    "death": ("moved_away", False, False),
    "arrears": ("arrears", True, True),
    "excluded": ("pushed_on_purpose", True, False),
    "other": ("unknown", False, False),
    "unknown": ("unknown", False, False),
}


def usual(reasons: pd.Series, described: pd.Series) -> pd.DataFrame:
    """Return rows of ``exit_reason`` for the reasons that are used and not described yet."""
    used = [reason for reason in reasons.dropna().unique() if reason not in set(described)]
    rows = [(reason, *_USUAL[reason]) for reason in used if reason in _USUAL]
    return pd.DataFrame(rows, columns=["reason", "defection_group", "controllable", "changeable"])
