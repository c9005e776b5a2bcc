"""Themes in what members want: benefits that are important to the same people."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from sample_data.catalogue import Benefit
from sample_data.classes import CLASS_SHARES

THEMES = {
    "in_trouble": ("legal_help", "work_injury", "income_insurance", "unemployment_help",
                   "stress_counselling"),
    "pay": ("collective_agreement", "shop_steward", "employment_advice", "pay_check"),
    "career": ("career_coaching", "courses"),
    "community": ("events", "branch_club", "magazine", "political_work"),
}  # fmt: skip
# How far each of the five kinds of members leans towards a theme, in standard deviations.
LEANING = {
    "in_trouble": (0.5, -0.3, -0.6, -0.3, 0.6),
    "pay": (-0.2, 0.9, -0.4, 0.2, -0.6),
    "career": (-0.4, 0.0, 1.2, -0.2, -0.4),
    "community": (-0.3, -0.1, -0.2, 1.5, -0.6),
}
# Correlation, within a theme, of what makes one benefit or another important to somebody.
TOGETHER = 0.6
THEME_OF = {benefit: theme for theme, benefits in THEMES.items() for benefit in benefits}


def leanings(rng: np.random.Generator, need_class: np.ndarray) -> dict[str, np.ndarray]:
    """Draw how much each respondent cares for each theme: mean 0 and variance 1 over everybody.

    Drawn from a stream of its own, so that nothing else of the survey is shifted.
    """
    own = rng.spawn(1)[0]
    drawn = {}
    for theme, by_class in LEANING.items():
        mean = CLASS_SHARES @ by_class
        spread = np.sqrt(1 + CLASS_SHARES @ (np.array(by_class) - mean) ** 2)
        here = np.array(by_class)[need_class] - mean
        drawn[theme] = (here + own.standard_normal(len(need_class))) / spread
    return drawn


def important(benefit: Benefit, chance: np.ndarray, people: pd.DataFrame) -> np.ndarray:
    """Say to whom a benefit is important: to the planted share, and to whom its theme is.

    Parameters
    ----------
    benefit : Benefit
    chance : array
        Even between 0 and 1, one a respondent.
    people : pandas.DataFrame
        Has a column a theme, as `leanings` draws them.
    """
    theme = THEME_OF.get(benefit.benefit_id)
    if theme is None:
        return chance < benefit.important
    rest = norm.ppf(chance)
    # The less somebody draws, the more important it is: who leans towards it draws less.
    drawn = np.sqrt(1 - TOGETHER) * rest - np.sqrt(TOGETHER) * people[theme].to_numpy()
    return norm.cdf(drawn) < benefit.important


def planted() -> dict[str, object]:
    """Return what was planted, for ``truth.json``."""
    return {"benefits": THEMES, "together": TOGETHER, "leaning": LEANING}
