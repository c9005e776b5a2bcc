"""What numbers are like in each class."""

import numpy as np
import pandas as pd

from analysis.clusters.coding import Coded

SURE = 1.96


def number_profile(coded: Coded, labels: np.ndarray) -> pd.DataFrame:
    """Mean and spread of every number in every class, in the number's own unit.

    Parameters
    ----------
    coded : Coded
        With numbers.
    labels : int array (P,)
        Class of each profile.

    Returns
    -------
    DataFrame
        One row a number and class: ``question``, ``class``, ``mean``, its 95 % interval ``low``,
        ``high`` (normal, on the effective number of people), ``spread``, ``overall``.
    """
    numbers, k = coded.numbers, int(labels.max()) + 1
    inside = (labels[:, None] == np.arange(k)) * coded.mass[:, None]
    known = inside.T @ numbers.known
    mean = numbers.means(inside)
    held = np.where(known > 0, known, np.nan)
    spread = np.sqrt(np.maximum(inside.T @ numbers.values**2 / held - mean**2, 0))
    n = held * coded.effective_n / coded.people.sum()
    half = SURE * spread / np.sqrt(n)
    values = {
        "mean": mean * numbers.spread + numbers.mean,
        "low": (mean - half) * numbers.spread + numbers.mean,
        "high": (mean + half) * numbers.spread + numbers.mean,
        "spread": spread * numbers.spread,
        "overall": np.broadcast_to(numbers.mean, mean.shape),
    }
    names = np.repeat(numbers.names, k)
    table = pd.DataFrame({"question": names, "class": np.tile(np.arange(k), len(numbers.names))})
    return table.assign(**{name: one.T.ravel() for name, one in values.items()})
