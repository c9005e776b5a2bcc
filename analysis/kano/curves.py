"""Satisfaction as a curve over how well a benefit is fulfilled."""

import numpy as np
import pandas as pd

from analysis.errors import NotEnough


def s_curve(category: str, cs_plus: float, cs_minus: float, x: np.ndarray) -> np.ndarray:
    """Satisfaction as a function of fulfilment (Wang & Ji 2010, Res. Eng. Design 21:173).

    Parameters
    ----------
    category : {"A", "O", "M"}
        Exponential, linear, and saturating.
    cs_plus, cs_minus : float
        Coefficients: what full fulfilment gives (0–1) and none takes (−1–0).
    x : array
        Fulfilment, 0–1.

    Returns
    -------
    array
        `cs_minus` at x = 0, `cs_plus` at x = 1.

    Raises
    ------
    NotEnough
        ``no_curve`` for other classes, which have no curve.
    """
    if category not in ("A", "O", "M"):
        raise NotEnough("no_curve", category=category)
    rise = np.asarray(x, dtype=float)
    if category == "A":
        rise = np.expm1(rise) / np.expm1(1)
    elif category == "M":
        rise = np.expm1(-rise) / np.expm1(-1)
    return cs_minus + (cs_plus - cs_minus) * rise


def s_curves(features: pd.DataFrame, points: int = 51) -> pd.DataFrame:
    """S-curves of all features that have one.

    Parameters
    ----------
    features : DataFrame
        ``category, cs_plus, cs_minus`` by feature, as `analysis.kano.analyse` gives them.
    points : int
        Points a curve.

    Returns
    -------
    DataFrame
        ``feature, category, x, y``, one row a point; A, O and M only.
    """
    x = np.linspace(0, 1, points)
    curved = features[features["category"].isin(["A", "O", "M"])]
    curves = [
        pd.DataFrame({"feature": name, "category": row.category, "x": x, "y": y})
        for name, row in curved.iterrows()
        for y in [s_curve(row.category, row.cs_plus, row.cs_minus, x)]
    ]
    empty = pd.DataFrame(columns=["feature", "category", "x", "y"])
    return pd.concat(curves, ignore_index=True) if curves else empty
