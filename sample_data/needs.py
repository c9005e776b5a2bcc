"""The needs survey: twelve questions with five kinds of members planted behind them."""

import numpy as np
import pandas as pd

from sample_data.gaps import DROPS_OUT
from sample_data.nps import SCORE_COLUMN, SCORES, scores_of
from sample_data.questions import QUESTIONS, Question
from sample_data.streams import pick
from sample_data.wording import DONT_KNOW, LEFT_BLANK, YES_NO, texts

UNSURE, SKIPS = 0.025, 0.01
RETIRES_FROM = 57
# NPS and thoughts of leaving, to judge the classes by: not part of the clustering
NPS_BY_CLASS = ((0.44, 0.17), (0.41, 0.21), (0.37, 0.25), (0.62, 0.09), (0.16, 0.50))
FORMER_MOVE = 0.17  # of the chances, from promoters to detractors
CONSIDERED_LEAVING = np.array([0.10, 0.24, 0.30, 0.07, 0.62])
CONSIDERED_COLUMN = "Har du overvejet at melde dig ud?"


def needs_sheet(
    rng: np.random.Generator, people: pd.DataFrame, asked: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray]:
    """Draw the answers of the needs survey.

    Parameters and returns as of `sample_data.kano.kano_sheet`.
    """
    classes = people["need_class"].to_numpy()
    drawn = {question.item_id: _draw(rng, question, classes) for question in QUESTIONS}
    drawn["steward"] = np.where(people["steward"], drawn["steward"], 2)
    retires = (drawn["next_year"] == 4) & (asked["age"] < RETIRES_FROM).to_numpy()
    drawn["next_year"] = np.where(retires, 0, drawn["next_year"])
    stops = _stops(rng, len(asked), len(QUESTIONS))
    columns = {
        question.wording: written(rng, question, drawn[question.item_id], stops <= place)
        for place, question in enumerate(QUESTIONS)
    }
    complete = stops == len(QUESTIONS)
    chances = np.array([(p, 1 - p - d, d) for p, d in NPS_BY_CLASS])[classes]
    moved = np.minimum(FORMER_MOVE, chances[:, 0]) * asked["former"].to_numpy()
    chances = chances + np.column_stack([-moved, np.zeros(len(moved)), moved])
    columns[SCORE_COLUMN] = texts(np.where(complete, scores_of(rng, chances), LEFT_BLANK), SCORES)
    considered = rng.random(len(asked)) < CONSIDERED_LEAVING[classes]
    columns[CONSIDERED_COLUMN] = texts(np.where(complete, considered, LEFT_BLANK), YES_NO)
    return pd.DataFrame(columns), complete


def _draw(rng: np.random.Generator, question: Question, classes: np.ndarray) -> np.ndarray:
    return pick(rng, np.array(question.shares)[classes]).astype(int)


def _stops(rng: np.random.Generator, n: int, questions: int) -> np.ndarray:
    """Draw after how many questions each respondent gave up."""
    return np.where(rng.random(n) < DROPS_OUT, rng.integers(3, questions, n), questions)


def written(
    rng: np.random.Generator, question: Question, codes: np.ndarray, gone: np.ndarray
) -> np.ndarray:
    """Return the Danish answers, with gaps as they come.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    question : Question
        The question.
    codes : array of int
        Positions in its answers.
    gone : array of bool
        Who had given up by then.
    """
    draw = rng.random(len(codes))
    gap = np.select([gone | (draw < SKIPS), draw < SKIPS + UNSURE], [LEFT_BLANK, DONT_KNOW])
    return texts(np.where(gap < 0, gap, codes), tuple(question.answers.values()))
