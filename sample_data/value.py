"""The value survey: important, known, needed, got through, solved, satisfied; by benefit."""

import numpy as np
import pandas as pd

from sample_data.catalogue import BENEFITS, Benefit
from sample_data.gaps import missing_cells
from sample_data.places import IS_BAD
from sample_data.streams import pick
from sample_data.themes import important, leanings
from sample_data.uses import STEWARD_SHARE, satisfied_chance
from sample_data.wording import DONT_KNOW, LEFT_BLANK, NOT_ASKED, YES_NO, texts

SCALE = ("1", "2", "3", "4", "5")
HIGH, LOW = (0, 0, 0, 0.58, 0.42), (0.14, 0.30, 0.56, 0, 0)
SOLVED_IF_SATISFIED, SOLVED_IF_NOT = 0.93, 0.38
NEEDS_STEWARD = 0.41  # where there is one; elsewhere few think of asking
SKIPS, UNSURE = 0.01, 0.02

IMPORTANCE, SATISFACTION = "{label} [Vigtighed 1-5]", "{label} [Tilfredshed 1-5]"
AWARE, NEEDED = "{label} [Kender det]", "{label} [Har haft brug for det]"
USED, SOLVED = "{label} [Fik hjælp]", "{label} [Blev løst]"


def value_sheet(
    rng: np.random.Generator, people: pd.DataFrame, asked: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray]:
    """Draw the answers of the value survey.

    Parameters and returns as of `sample_data.kano.kano_sheet`.
    """
    missing, complete = missing_cells(rng, len(asked), len(BENEFITS))
    people = people.assign(**leanings(rng, people["need_class"].to_numpy()))
    columns: dict[str, np.ndarray] = {}
    for item, benefit in enumerate(BENEFITS):
        columns |= _columns(rng, benefit, people, asked, missing[:, item])
    return pd.DataFrame(columns), complete


def _columns(
    rng: np.random.Generator,
    benefit: Benefit,
    people: pd.DataFrame,
    asked: pd.DataFrame,
    gap: np.ndarray,
) -> dict[str, np.ndarray]:
    former = asked["former"].to_numpy()
    needed = _needed(rng, benefit, people)
    used = _used(rng, benefit, people, needed)
    aware = _aware(rng, benefit, former, used)
    rates = aware if benefit.used is None else used
    bad = IS_BAD[people["branch"].to_numpy()]
    satisfied = rng.random(len(asked)) < satisfied_chance(benefit, bad, former)
    chance = np.where(satisfied, SOLVED_IF_SATISFIED, SOLVED_IF_NOT)
    solved = rng.random(len(asked)) < chance
    wanted = important(benefit, rng.random(len(asked)), people)
    answers = {
        IMPORTANCE: (_scale(rng, wanted), SCALE, True),
        AWARE: (aware.astype(int), YES_NO, True),
        NEEDED: (needed.astype(int), YES_NO, True),
        USED: (used.astype(int), YES_NO, needed),
        SOLVED: (solved.astype(int), YES_NO, used),
        SATISFACTION: (_scale(rng, satisfied), SCALE, rates),
    }
    for absent in _without(benefit):
        del answers[absent]
    return {
        name.format(label=benefit.label): _cell(rng, codes, labels, applies, gap)
        for name, (codes, labels, applies) in answers.items()
    }


def _without(benefit: Benefit) -> list[str]:
    """Name the questions that have no meaning for a benefit."""
    absent = [] if benefit.needed else [NEEDED]
    if benefit.used is None:
        absent += [USED]
    if benefit.kind not in ("advice", "insurance"):
        absent += [SOLVED]
    return absent


def _needed(rng: np.random.Generator, benefit: Benefit, people: pd.DataFrame) -> np.ndarray:
    n = len(people)
    if benefit.needed is None:
        return np.ones(n, dtype=bool)
    if benefit.benefit_id != "shop_steward":
        return rng.random(n) < benefit.needed
    elsewhere = (benefit.needed - NEEDS_STEWARD * STEWARD_SHARE) / (1 - STEWARD_SHARE)
    return rng.random(n) < np.where(people["steward"], NEEDS_STEWARD, elsewhere)


def _used(
    rng: np.random.Generator, benefit: Benefit, people: pd.DataFrame, needed: np.ndarray
) -> np.ndarray:
    """Draw who got through, among those who needed it; a steward only where there is one."""
    n = len(people)
    if benefit.used is None:
        return np.zeros(n, dtype=bool)
    chance = np.full(n, benefit.used / (benefit.needed or 1.0))
    if benefit.benefit_id == "shop_steward":
        chance = np.where(people["steward"], benefit.used / (NEEDS_STEWARD * STEWARD_SHARE), 0.0)
    return needed & (rng.random(n) < chance)


def _aware(
    rng: np.random.Generator, benefit: Benefit, former: np.ndarray, used: np.ndarray
) -> np.ndarray:
    """Draw who knows of it: all users, and as many others as the planted share leaves room for."""
    known = np.where(former, benefit.known_former, benefit.known)
    if benefit.used is None or benefit.benefit_id == "collective_agreement":
        return rng.random(len(former)) < known  # covered without having to know
    others = (known - benefit.used) / (1 - benefit.used)
    return used | (rng.random(len(former)) < others)


def _scale(rng: np.random.Generator, high: np.ndarray) -> np.ndarray:
    return pick(rng, np.where(high[:, None], HIGH, LOW)).astype(int)


def _cell(
    rng: np.random.Generator,
    codes: np.ndarray,
    labels: tuple[str, ...],
    applies: np.ndarray | bool,
    gap: np.ndarray,
) -> np.ndarray:
    """Write a column: not asked where the step doesn't apply, and gaps as they come."""
    draw = rng.random(len(codes))
    own_gap = np.select([draw < SKIPS, draw < SKIPS + UNSURE], [LEFT_BLANK, DONT_KNOW], 0)
    own_gap = np.where(gap < 0, gap, own_gap)
    own_gap = np.where(~np.asarray(applies) & (gap == 0), NOT_ASKED, own_gap)
    return texts(np.where(own_gap < 0, own_gap, codes), labels)
