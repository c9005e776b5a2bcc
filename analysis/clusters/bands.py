"""Numbers cut into bands, so that they can be asked for like any choice among answers.

A band is a level of its own: a sign that nobody types, then where it begins and where it ends.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.clusters.coding import Coded
from analysis.clusters.levels import MISSING, OTHER
from analysis.clusters.numbers import Numbers
from analysis.clusters.packing import pack

BAND, TO = OTHER[0], ".."
# About as many people in each of so many bands.
BANDS = 6
# Bands end at round numbers, which lie about so many to a spread.
ROUND_TO_A_SPREAD = 3
DIGITS = 9


def banded(coded: Coded) -> Coded:
    """Return coded answers in which each number is one question more, answered by a band.

    A number that is the same for all who count tells nobody apart, and is left out.
    """
    if coded.numbers is None:
        return coded
    raw = _in_their_unit(coded.numbers)
    cut = {
        name: (column, _levels(edges_of(column, coded.mass)))
        for name, column in zip(coded.numbers.names, raw.T, strict=True)
        if len(np.unique(column[_counts(column, coded.mass)])) > 1
    }
    levels = coded.levels | {
        name: pd.Index([MISSING, *own] if np.isnan(column).any() else own, dtype=object)
        for name, (column, own) in cut.items()
    }
    codes = [
        levels[name].get_indexer(in_bands(pd.Series(column), levels[name]).fillna(MISSING))
        for name, (column, _) in cut.items()
    ]
    whole = np.asfortranarray(np.column_stack([coded.codes, *codes]).astype(np.int16))
    packed = pack(whole, [len(own) for own in levels.values()])
    return replace(coded, codes=whole, packed=packed, levels=levels, numbers=None)


def edges_of(values: np.ndarray, mass: np.ndarray) -> np.ndarray:
    """Return the round numbers between bands of about as many people each.

    Parameters
    ----------
    values : float array
        With at least two different ones; NaN where there is none.
    mass : float array
        People, weighted.
    """
    known = _counts(values, mass)
    values, mass = values[known], mass[known]
    order = np.argsort(values, kind="stable")
    below = np.cumsum(mass[order])
    places = np.searchsorted(below, np.arange(1, BANDS) / BANDS * below[-1])
    step = _step(values)
    wanted = np.round(values[order][places.clip(max=len(values) - 1)] / step) * step
    inside = np.unique(np.round(wanted, DIGITS)) + 0.0  # no −0
    inside = inside[(inside > values.min()) & (inside <= values.max())]
    # Where most people have the same number, the others are told apart from them.
    return inside if len(inside) else np.array([np.unique(values)[1]])


def in_bands(column: pd.Series, levels: pd.Index) -> pd.Series:
    """Return numbers as the bands they lie in, missing where in none; anything else as it is.

    Parameters
    ----------
    column : Series
        Numbers, or answers.
    levels : Index of str
        Of the question; bands where it is asked by bands.
    """
    if not are_bands(levels) or not pd.api.types.is_numeric_dtype(column):
        return column
    numbers = column.to_numpy(dtype=float)
    found = np.full(len(numbers), None, dtype=object)
    for level in levels:
        if level != MISSING:
            low, _, high = level.removeprefix(BAND).partition(TO)
            inside = (numbers >= float(low or -np.inf)) & (numbers < float(high or np.inf))
            found[inside] = level
    return pd.Series(found, column.index)


def are_bands(levels: pd.Index) -> bool:
    """Say whether a question's levels are bands of a number."""
    return any(level.startswith(BAND) and level != OTHER for level in levels)


def _counts(values: np.ndarray, mass: np.ndarray) -> np.ndarray:
    return np.isfinite(values) & (mass > 0)


def _levels(edges: np.ndarray) -> list[str]:
    ends = ["", *(np.format_float_positional(edge, trim="-") for edge in edges), ""]
    return [f"{BAND}{low}{TO}{high}" for low, high in pairwise(ends)]


def _step(values: np.ndarray) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that isn't above a third of a spread.

    Whole numbers are cut at whole ones.
    """
    wanted = values.std() / ROUND_TO_A_SPREAD
    power = 10.0 ** np.floor(np.log10(wanted))
    step = max(one * power for one in (1, 2, 5) if one * power <= wanted)
    return float(max(step, 1) if not (values % 1).any() else step)


def _in_their_unit(numbers: Numbers) -> np.ndarray:
    raw = np.round(numbers.values * numbers.spread + numbers.mean, DIGITS)
    return np.where(numbers.known > 0, raw, np.nan)
