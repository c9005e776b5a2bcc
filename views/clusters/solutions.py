"""Partitions that were made already, kept by what they were made from.

A partition follows from the answers, weights, method, number of classes and seed alone, so they
are its key: a filter, another language or a new data version that left the survey as it was takes
nothing of the seconds that it costs.
"""

import hashlib
import threading
from collections import OrderedDict

import pandas as pd

from analysis.clusters import Clusters, Sweep, fit, sweep
from analysis.clusters.kmodes import Progress
from analysis.errors import NotEnough
from views.clusters.options import FEWEST_CLASSES, MOST_CLASSES
from views.clusters.survey import Survey
from views.view import Nothing
from words.language import Language
from words.problems import sentence

SEED, MOST_KEPT = 0, 200
# Resamples behind each partition's stability.
BOOTSTRAPS = 20

_kept: OrderedDict[tuple[str, object], object] = OrderedDict()
_lock = threading.Lock()


def solution(asked: Survey, k: int, language: Language) -> Clusters:
    """Return a survey's partition into k classes.

    Raises
    ------
    Nothing
        When the answers can't carry it.
    """
    key = (fingerprint(asked), k)
    found = _find(key)
    if found is None:
        try:
            found = fit(asked.answers, asked.method, k, weights=asked.weights, seed=SEED)
        except NotEnough as problem:
            said = sentence(language, problem.code, problem.facts)
            raise Nothing(said, "filters") from problem
        _keep(key, found)
    return found


def made_sweep(asked: Survey) -> Sweep | None:
    """Return a survey's partitions into 2 to 8 classes, where `make_sweep` has made them."""
    return _find((fingerprint(asked), "sweep"))


def make_sweep(asked: Survey, progress: Progress | None = None) -> None:
    """Make a survey's partitions into 2 to 8 classes; takes a while.

    Raises
    ------
    NotEnough
        When the answers can't carry any.
    """
    ks = range(FEWEST_CLASSES, MOST_CLASSES + 1)
    made = sweep(
        asked.answers,
        ks,
        method=asked.method,
        weights=asked.weights,
        seed=SEED,
        progress=progress,
        bootstraps=BOOTSTRAPS,
    )
    for k, one in made.solutions.items():
        _keep((fingerprint(asked), k), one)
    _keep((fingerprint(asked), "sweep"), made)


def fingerprint(asked: Survey) -> str:
    """Return what tells these answers, and how classes are made of them, from all others."""
    return f"{asked.method}-{_digest(asked.answers.assign(weight=asked.weights))}"


def solution_id(asked: Survey, found: Clusters) -> str:
    """Return what the classes of one partition share: the same for the same classes."""
    return _digest(asked.answers.assign(label=found.labels))[:16]


def _digest(frame: pd.DataFrame) -> str:
    rows = pd.util.hash_pandas_object(frame.fillna("").astype(str)).to_numpy()
    return hashlib.sha256(repr(list(frame.columns)).encode() + rows.tobytes()).hexdigest()


def _find(key: tuple[str, object]) -> object | None:
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _keep(key: tuple[str, object], value: object) -> None:
    with _lock:
        _kept[key] = value
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
