"""Rows that answer alike, gathered."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

# Above this, joint codes are ranked before they are multiplied on, or they'd leave 64 bits.
LARGEST_KEY = 2**62


def distinct(columns: Iterable[tuple[np.ndarray, int]], n: int) -> tuple[np.ndarray, np.ndarray]:
    """Gather rows that are alike in all columns.

    Parameters
    ----------
    columns : of (int array (n,), int)
        A column's codes from 0 up, and how many there are.
    n : int
        Rows.

    Returns
    -------
    row : int array (n,)
        By row, which distinct one it is; they are in the order of their codes, column by column.
    somebody : int array
        Of each distinct one, a row that is so.
    """
    key, size = np.zeros(n, dtype=np.int64), 1
    for own, levels in columns:
        if size * levels > LARGEST_KEY:
            key, size = _ranked(key)
        key *= levels
        key += own
        size *= levels
    if size << n.bit_length() > LARGEST_KEY:
        key, _ = _ranked(key)
    return _gathered(key, n.bit_length())


def _ranked(key: np.ndarray) -> tuple[np.ndarray, int]:
    rank, values = pd.factorize(key, sort=True)
    return rank, len(values)


def _gathered(key: np.ndarray, bits: int) -> tuple[np.ndarray, np.ndarray]:
    # Each row rides along in its key's last digits: numbers are sorted much faster than places.
    key = (key << bits) + np.arange(len(key))
    key.sort()
    rows = key & ((1 << bits) - 1)
    key >>= bits
    first = np.concatenate([[True], key[1:] != key[:-1]])
    row = np.empty(len(key), dtype=np.int32)
    row[rows] = np.cumsum(first, dtype=np.int32) - 1
    return row, rows[first]
