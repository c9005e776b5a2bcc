"""The class that each person's own pair of answers falls in, and whose pairs mean little."""

import numpy as np
import pandas as pd

from analysis.kano.answers import SIDE
from analysis.kano.quality import Quality
from analysis.kano.tables import CLASSES, SCALE, evaluation

# Berger et al. (1993) expect few contradictory pairs; who gives one in four misread the questions.
CONTRADICTORY_FROM = 0.25
ENOUGH = 4

NOBODY = len(CLASSES)


def classes_of_pairs(table: str) -> np.ndarray:
    """By pair of `analysis.kano.answers.Coded`, and for −1 at the end: a place, or NOBODY."""
    places = np.full((SIDE, SIDE), NOBODY)
    classes = evaluation(table).reshape(len(SCALE), -1)
    places[1:, 1:] = np.where(classes < 0, NOBODY, classes)
    return np.append(places, NOBODY)


def contradictory(quality: Quality) -> pd.Index:
    """Return who gave contradictory pairs to at least a quarter of four features or more."""
    people = quality.respondents
    many = (people["q_share"] >= CONTRADICTORY_FROM) & (people["answered"] >= ENOUGH)
    return people.index[many]
