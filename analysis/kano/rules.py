"""Which class a feature gets: the rules, and how close the first two classes are."""

from functools import partial

import numpy as np
import pandas as pd
from scipy.special import betainc

from analysis.errors import NotEnough
from analysis.kano.tables import CLASSES

RULES = ("mode", "moai", "blauth", "exact")
TOO_CLOSE = "too close"

# Q is no opinion about the feature: the first two are sought among M, O, A, I and R. CLASSES
# stands in the order of priority M > O > A > I (> R), so the first of equals has the lowest place.
OPINIONS = CLASSES.index("Q")


def top_two(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places in CLASSES of the two most frequent of M, O, A, I, R; ties by M > O > A > I > R."""
    order = np.argsort(-counts[..., :OPINIONS], axis=-1, kind="stable")
    return order[..., 0], order[..., 1]


def class_of(counts: np.ndarray, rule: str, threshold: float = 5) -> np.ndarray:
    """Apply a rule to counts of classes.

    Parameters
    ----------
    counts : array (..., 6)
        Answers by class, in the order of CLASSES.
    rule : {"mode", "moai", "blauth", "exact"}
        The most frequent of M, O, A, I, R; the higher in M > O > A > I of the first two where
        they are closer than the threshold (Matzler et al. 1996); the largest of A, O, M if they
        outnumber I, R, Q, else the largest of those (Blauth); the most frequent, which the
        caller then holds against `exact_p`.
    threshold : float
        Percentage points of all answers, for ``"moai"``.

    Returns
    -------
    int array (...)
        Places in CLASSES.

    Raises
    ------
    NotEnough
        ``unknown_rule``.
    """
    if rule not in RULES:
        raise NotEnough("unknown_rule", rule=rule, known=RULES)
    return {"moai": partial(_moai, threshold=threshold), "blauth": _blauth}.get(rule, _mode)(counts)


def _mode(counts: np.ndarray) -> np.ndarray:
    return counts[..., :OPINIONS].argmax(-1)


def _moai(counts: np.ndarray, threshold: float) -> np.ndarray:
    first, second = top_two(counts)
    points = 100 * (_at(counts, first) - _at(counts, second))
    return np.where(points < threshold * counts.sum(-1), np.minimum(first, second), first)


def _blauth(counts: np.ndarray) -> np.ndarray:
    wanted, others = counts[..., :3], counts[..., 3:]
    return np.where(wanted.sum(-1) > others.sum(-1), wanted.argmax(-1), 3 + others.argmax(-1))


def leaders(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Counts of the two most frequent of M, O, A, I, R."""
    first, second = top_two(counts)
    return _at(counts, first), _at(counts, second)


def fong_bound(first: np.ndarray, second: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Gap in answers from which Fong's test (1996, CQM Journal 5(4)) calls two classes different.

    It takes the two counts as independent, which they are not, and is too lenient: given for
    comparability with published studies. n counts all answers, Q included; NaN where n is 0.
    """
    both = first + second
    n = np.where(n > 0, n, np.nan)
    return 1.65 * np.sqrt(both * (2 * n - both) / (2 * n))


def exact_p(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Two-sided exact binomial test that two classes are equally frequent.

    Parameters
    ----------
    first, second : arrays
        Answers in the two classes, first ≥ second; effective counts are welcome.

    Returns
    -------
    array
        p of Binomial(first; first + second, ½). At ½ the distribution is symmetric, so two-sided
        is twice the tail; the tail is written as an incomplete beta function because that also
        takes counts that are not whole.
    """
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    tail = betainc(np.maximum(first, np.finfo(float).tiny), second + 1, 0.5)
    return np.minimum(1.0, 2 * tail)


def categories(
    counts: np.ndarray, rule: str, threshold: float = 5, alpha: float = 0.10
) -> pd.api.extensions.ExtensionArray:
    """Names of the classes that a rule gives to counts (F, 6); NaN where nobody gave it."""
    place = class_of(counts, rule, threshold)
    names = np.array(CLASSES, dtype=object)[place]
    names[np.take_along_axis(counts, place[:, None], axis=1)[:, 0] == 0] = None
    if rule == "exact":
        names[(exact_p(*leaders(counts)) > alpha) & pd.notna(names)] = TOO_CLOSE
    return pd.array(names, dtype="str")


def _at(counts: np.ndarray, place: np.ndarray) -> np.ndarray:
    return np.take_along_axis(counts, place[..., None], axis=-1)[..., 0]
