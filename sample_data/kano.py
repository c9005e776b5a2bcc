"""The Kano survey: pairs of answers whose evaluation gives the planted classes."""

from dataclasses import replace

import numpy as np
import pandas as pd

from sample_data.catalogue import BENEFITS, Benefit
from sample_data.classes import COMMUNITY
from sample_data.gaps import missing_cells
from sample_data.places import PUBLIC_SECTORS
from sample_data.streams import pick
from sample_data.wording import KANO_ANSWERS, LEFT_BLANK, texts

CLASSES = ("M", "O", "A", "I", "R", "Q")
# shares of the six classes where each is the one that should come out
PROFILES = {
    "M": (0.46, 0.19, 0.10, 0.20, 0.02, 0.03),
    "O": (0.19, 0.44, 0.17, 0.15, 0.02, 0.03),
    "A": (0.08, 0.17, 0.46, 0.24, 0.02, 0.03),
    "I": (0.10, 0.10, 0.17, 0.54, 0.06, 0.03),
    "R": (0.04, 0.05, 0.08, 0.30, 0.49, 0.04),
}
# pairs (functional, dysfunctional) that evaluate to each class, and how often each is given
PAIRS = {
    "M": (((2, 5), 0.6), ((3, 5), 0.25), ((4, 5), 0.15)),
    "O": (((1, 5), 1.0),),
    "A": (((1, 2), 0.12), ((1, 3), 0.5), ((1, 4), 0.38)),
    "I": (((3, 3), 0.44), ((3, 4), 0.14), ((2, 3), 0.1), ((2, 4), 0.12), ((4, 3), 0.12),
          ((2, 2), 0.03), ((4, 4), 0.05)),
    "R": (((3, 1), 0.35), ((4, 1), 0.2), ((5, 1), 0.15), ((5, 3), 0.2), ((5, 4), 0.1)),
    "Q": (((1, 1), 0.7), ((5, 5), 0.3)),
}  # fmt: skip
# what was not expected yet two years before: the class that should come out of that survey
CLASS_BEFORE = {"unemployment_help": "O", "income_insurance": "A", "employment_advice": "A"}
BENEFITS_BEFORE = tuple(
    replace(benefit, kano=CLASS_BEFORE.get(benefit.benefit_id, benefit.kano))
    for benefit in BENEFITS
)
LEANING = 0.45  # spread of the log of a class's share around its profile
RUNNER_UP = 0.72  # the second class's share of the first's, at most
SKIPS, STRAIGHT_LINES = 0.015, 0.015
IMPORTANCE = tuple(str(number) for number in range(1, 10))
IF_OFFERED = "Hvis forbundet tilbyder: {label}"
IF_NOT_OFFERED = "Hvis forbundet ikke tilbyder: {label}"
HOW_IMPORTANT = "Vigtighed 1-9: {label}"


def kano_sheet(
    rng: np.random.Generator,
    people: pd.DataFrame,
    asked: pd.DataFrame,
    benefits: tuple[Benefit, ...] = BENEFITS,
) -> tuple[pd.DataFrame, np.ndarray]:
    """Draw the answers of the Kano survey.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    people : pandas.DataFrame
        Traits, in the order of the respondents.
    asked : pandas.DataFrame
        `sample_data.respondents.respondents`.
    benefits : tuple of Benefit
        With the classes that should come out.

    Returns
    -------
    tuple of pandas.DataFrame and array of bool
        Danish columns with Danish answers; who answered to the end.
    """
    n, items = len(asked), len(benefits)
    groups = _groups(people, asked)
    missing, complete = missing_cells(rng, n, items)
    straight = rng.random(n) < STRAIGHT_LINES
    columns = {}
    for item, benefit in enumerate(benefits):
        drawn = np.array(CLASSES)[pick(rng, _shares(benefit, groups))]
        functional, dysfunctional = _pairs(rng, drawn)
        functional[straight], dysfunctional[straight] = 3, 3
        gap = missing[:, item]
        half = np.where((gap == 0) & (rng.random(n) < SKIPS), LEFT_BLANK, gap)
        columns[IF_OFFERED.format(label=benefit.label)] = _written(functional, gap)
        columns[IF_NOT_OFFERED.format(label=benefit.label)] = _written(dysfunctional, half)
        scores = _importance(rng, benefit, drawn)
        columns[HOW_IMPORTANT.format(label=benefit.label)] = texts(
            np.where(gap < 0, gap, scores - 1), IMPORTANCE
        )
    return pd.DataFrame(columns), complete


def kano_sheet_before(
    rng: np.random.Generator, people: pd.DataFrame, asked: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray]:
    """Draw the answers of the survey two years before, when some things were not expected yet."""
    return kano_sheet(rng, people, asked, BENEFITS_BEFORE)


def _groups(people: pd.DataFrame, asked: pd.DataFrame) -> dict[str, np.ndarray]:
    return {
        "no_shop_steward": ~people["steward"].to_numpy(),
        "private": people["sector_code"].to_numpy() >= PUBLIC_SECTORS,
        "community": people["need_class"].to_numpy() == COMMUNITY,
        "under_35": (asked["age"] < 35).to_numpy(),
        "": np.zeros(len(asked), dtype=bool),
    }


def _shares(benefit: Benefit, groups: dict[str, np.ndarray]) -> np.ndarray:
    """Return each respondent's class shares; what matters more has a clearer first class."""
    everybody = _sharpened(benefit.kano, benefit)
    if not benefit.kano_group:
        return np.tile(everybody, (len(groups[""]), 1))
    peak = _sharpened(benefit.kano_peak, benefit)
    return np.where(groups[benefit.kano_group][:, None], peak, everybody)


def _sharpened(kano_class: str, benefit: Benefit) -> np.ndarray:
    shares = np.array(PROFILES[kano_class])
    first = CLASSES.index(kano_class)
    weight = 1 - benefit.important if kano_class in "IR" else benefit.important
    shares[first] *= 0.88 + 0.25 * weight
    others = np.arange(len(CLASSES)) != first
    tilted = shares * _leaning(benefit)
    shares[others] = np.minimum(tilted, RUNNER_UP * shares[first])[others]
    return shares / shares.sum()


def _leaning(benefit: Benefit) -> np.ndarray:
    """Return what makes benefits of one class differ: the other classes' shares, up or down."""
    fixed = np.random.default_rng(list(benefit.benefit_id.encode()))
    return np.exp(LEANING * fixed.standard_normal(len(CLASSES)))


def _pairs(rng: np.random.Generator, drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    answers = np.zeros((len(drawn), 2), dtype=np.int8)
    for kano_class, pairs in PAIRS.items():
        rows = np.flatnonzero(drawn == kano_class)
        chosen = pick(rng, [weight for _, weight in pairs], len(rows))
        answers[rows] = np.array([pair for pair, _ in pairs])[chosen]
    return answers[:, 0], answers[:, 1]


def _written(answers: np.ndarray, gap: np.ndarray) -> np.ndarray:
    return texts(np.where(gap < 0, gap, answers - 1), KANO_ANSWERS)


def _importance(rng: np.random.Generator, benefit: Benefit, drawn: np.ndarray) -> np.ndarray:
    lift = np.select([np.isin(drawn, ("M", "O")), np.isin(drawn, ("I", "R"))], [1.0, -1.2], 0.2)
    return np.clip(np.rint(2.6 + 5.2 * benefit.important + lift + rng.normal(0, 1.4, len(drawn))),
                   1, 9).astype(int)  # fmt: skip
