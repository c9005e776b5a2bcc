"""What figures draw by hand: ellipses and whiskers of doubt, and texts that a person typed."""

from html import escape

import numpy as np
import pandas as pd

CORNERS = 60
# The ends of the one interval of a table.
ENDS = ("low", "high")


def ellipses(frame: pd.DataFrame, x: str, y: str) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return an outline a row that reaches as far as the intervals of x and y.

    Parameters
    ----------
    frame : pandas.DataFrame
        Has x and y, each with ``_low`` and ``_high``; intervals need not be symmetric.
    x, y : str
        Names of the columns.

    Returns
    -------
    list of (array, array)
        x and y of the outline's corners.
    """
    turn = np.linspace(0, 2 * np.pi, CORNERS)
    along_x = _reach(frame, x, np.cos(turn))
    along_y = _reach(frame, y, np.sin(turn))
    return list(zip(along_x, along_y, strict=True))


def _reach(frame: pd.DataFrame, name: str, turn: np.ndarray) -> np.ndarray:
    middle, low, high = (
        frame[column].to_numpy(dtype=float)[:, None]
        for column in (name, f"{name}_low", f"{name}_high")
    )
    return middle + np.where(turn > 0, high - middle, middle - low) * turn


def safe(text: str) -> str:
    """Return a text that a person typed as plotly shows it, and not as markup."""
    return escape(text, quote=False)


def whiskers(
    rows: pd.DataFrame,
    name: str,
    colour: str,
    ends: tuple[str, str] | None = None,
    *,
    thickness: float = 1.5,
    cap: float = 0,
) -> dict[str, object]:
    """Return the error bars of a column, from its lower to its upper end.

    Parameters
    ----------
    rows : pandas.DataFrame
        Has the column and its ends.
    name, colour : str
    ends : (str, str), optional
        Names of the ends' columns; without them the column's own with ``_low`` and ``_high``.
    thickness, cap : float
        Of the bar, and half the width of what it ends in; in px.
    """
    low, high = ends or (f"{name}_low", f"{name}_high")
    return {
        "type": "data",
        "array": rows[high] - rows[name],
        "arrayminus": rows[name] - rows[low],
        "color": colour,
        "thickness": thickness,
        "width": cap,
    }
