"""What takes long to make, kept by what it was made from.

What follows from answers, a method and a seed alone has these as its key: a filter, another
language or a new data version that left the survey as it was takes nothing of the time it costs.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

import pandas as pd

MOST_KEPT = 200
T = TypeVar("T")

_kept: OrderedDict[Hashable, object] = OrderedDict()
_lock = threading.Lock()
# One is made at a time: two at once would take twice as long each, and the same one twice.
_making = threading.Lock()


def once(key: Hashable, make: Callable[[], T]) -> T:
    """Return what was made under a key, and make it where nobody has."""
    found = find(key)
    if found is None:
        with _making:
            found = find(key)
            if found is None:
                found = make()
                keep(key, found)
    return found


def find(key: Hashable) -> object | None:
    """Return what was made under a key; None where nobody has."""
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def keep(key: Hashable, value: object) -> None:
    """Keep what was made; what was not asked for longest goes."""
    with _lock:
        _kept[key] = value
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)


def digest(frame: pd.DataFrame) -> str:
    """Return what tells a frame's columns, rows and values from all others."""
    rows = pd.util.hash_pandas_object(frame.astype(object).fillna("").astype(str)).to_numpy()
    return hashlib.sha256(repr(list(frame.columns)).encode() + rows.tobytes()).hexdigest()
