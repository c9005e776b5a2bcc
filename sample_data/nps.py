"""Would you recommend us? Scores of members and of those who have left."""

import numpy as np
import pandas as pd

from sample_data.places import IS_BAD
from sample_data.streams import pick
from sample_data.wording import DONT_KNOW, LEFT_BLANK, texts

# chance of a promoter and of a detractor; over all branches +20 and -15
MEMBERS_GOOD, MEMBERS_BAD = (0.452, 0.186), (0.29, 0.36)
FORMER_GOOD, FORMER_BAD = (0.245, 0.335), (0.15, 0.49)
PROMOTERS = (0,) * 9 + (0.55, 0.45)
PASSIVES = (0,) * 7 + (0.40, 0.60, 0, 0)
DETRACTORS = (0.06, 0.04, 0.07, 0.12, 0.15, 0.32, 0.24, 0, 0, 0, 0)
UNSURE, SKIPS, EXPLAINS = 0.03, 0.02, 0.45
SCORE_COLUMN = "Hvor sandsynligt er det, at du vil anbefale forbundet? (0-10)"
WHY_COLUMN = "Hvad er den vigtigste grund til dit svar?"
SCORES = tuple(str(score) for score in range(11))
WHY = (
    ("Fik god hjælp i min sag", "Stærk tillidsrepræsentant", "Trygt at have nogen i ryggen"),
    ("Det er fint nok", "Bruger det sjældent", "Godt, men dyrt"),
    ("For dyrt", "Ingen vendte tilbage", "Afdelingen er svær at nå", "Får ikke noget ud af det"),
)  # fmt: skip


def nps_sheet(
    rng: np.random.Generator, people: pd.DataFrame, asked: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray]:
    """Draw the answers of the recommendation survey.

    Parameters and returns as of `sample_data.kano.kano_sheet`.
    """
    bad = IS_BAD[people["branch"].to_numpy()][:, None]
    former = asked["former"].to_numpy()[:, None]
    ends = np.where(
        former,
        np.where(bad, FORMER_BAD, FORMER_GOOD),
        np.where(bad, MEMBERS_BAD, MEMBERS_GOOD),
    )
    scores = scores_of(rng, np.column_stack([ends[:, 0], 1 - ends.sum(axis=1), ends[:, 1]]))
    draw = rng.random(len(asked))
    gap = np.select([draw < SKIPS, draw < SKIPS + UNSURE], [LEFT_BLANK, DONT_KNOW])
    why = _explained(rng, scores)
    return pd.DataFrame(
        {
            SCORE_COLUMN: texts(np.where(gap < 0, gap, scores), SCORES),
            WHY_COLUMN: np.where(gap < 0, "", why),
        }
    ), gap == 0


def scores_of(rng: np.random.Generator, chances: np.ndarray) -> np.ndarray:
    """Draw scores 0-10.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    chances : array of shape (n, 3)
        Chance of a promoter, a passive and a detractor.
    """
    within = np.array([PROMOTERS, PASSIVES, DETRACTORS])
    return pick(rng, within[pick(rng, chances)]).astype(int)


def _explained(rng: np.random.Generator, scores: np.ndarray) -> np.ndarray:
    """Draw words for those who care to explain their score."""
    group = np.select([scores >= 9, scores >= 7], [0, 1], 2)
    words = np.array([texts_of[number % len(texts_of)] for texts_of in WHY for number in range(12)])
    chosen = words[group * 12 + rng.integers(0, 12, len(scores))]
    return np.where(rng.random(len(scores)) < EXPLAINS, chosen, "")
