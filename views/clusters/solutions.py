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
from analysis.clusters.solution import MIXED
from analysis.errors import NotEnough
from views.clusters.options import FEWEST_CLASSES, MOST_CLASSES
from views.clusters.survey import Survey
from views.view import Nothing
from words.clusters import method_label
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
        _check(asked, language)
        try:
            found = fit(
                asked.answers,
                asked.method,
                k,
                weights=asked.weights,
                seed=SEED,
                numbers=tuple(asked.numbers),
            )
        except NotEnough as problem:
            facts = problem.facts | _named(asked, problem.facts)
            said = sentence(language, problem.code, facts)
            raise Nothing(said, "filters") from problem
        _keep(key, found)
    return found


def _check(asked: Survey, language: Language) -> None:
    """Refuse a method that takes no numbers with some, and one that needs them without."""
    method = method_label(language, asked.method)
    if asked.numbers and asked.method not in MIXED:
        raise Nothing(
            language.say(
                "{method} takes answers only. Let go of the numbers, or choose another method.",
                method=method,
            ),
            "filters",
        )
    if asked.method == "kprototypes" and not asked.numbers:
        raise Nothing(
            language.say(
                "{method} puts answers and numbers together. Choose a number, or another method.",
                method=method,
            ),
            "filters",
        )


def _named(asked: Survey, facts: dict[str, object]) -> dict[str, object]:
    """Name the question that a problem is about as it is called on screen."""
    item = facts.get("question")
    return {"question": asked.questions["label"].get(item, item)} if item else {}


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
        numbers=tuple(asked.numbers),
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
    rows = pd.util.hash_pandas_object(frame.astype(object).fillna("").astype(str)).to_numpy()
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
