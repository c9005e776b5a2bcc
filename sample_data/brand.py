"""The brand survey: what the union should stand for, as choices of the most and the least."""

import numpy as np
import pandas as pd

from sample_data.classes import CLASSES
from sample_data.gaps import DROPS_OUT, UNSURE
from sample_data.wording import DONT_KNOW, LEFT_BLANK, MISSING_TEXTS

# item id, Danish short name, utility: how much it matters to everybody
VALUES = (
    ("tryghed", "Tryghed", 0.9),
    ("ordentlighed", "Ordentlighed", 0.5),
    ("faglighed", "Faglighed", 0.2),
    ("indflydelse", "Indflydelse", 0.0),
    ("nærhed", "Nærhed", -0.1),
    ("fællesskab", "Fællesskab", -0.4),
    ("fornyelse", "Fornyelse", -1.1),
)
# what a kind of member, and those who left, add to that
OF_CLASS = {
    "security": {"tryghed": 0.3},
    "pay": {"indflydelse": 0.7},
    "career": {"faglighed": 1.0, "fornyelse": 0.9, "tryghed": -0.6},
    "community": {"fællesskab": 1.4, "indflydelse": 0.5},
    "squeezed": {"tryghed": 0.5, "ordentlighed": 0.3},
}
OF_FORMER = {"nærhed": 0.7, "ordentlighed": 0.5, "indflydelse": -0.4}
# seven choices of four in seven: each value four times, each pair twice
SETS = tuple(tuple((place + step) % 7 for place in (0, 2, 3, 4)) for step in range(7))
BEST, WORST = "Valg {n}: betyder mest", "Valg {n}: betyder mindst"
_IDS = [value[0] for value in VALUES]
LABELS = np.array([value[1] for value in VALUES])


def brand_sheet(
    rng: np.random.Generator, people: pd.DataFrame, asked: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray]:
    """Draw the answers of the brand survey.

    Parameters and returns as of `sample_data.kano.kano_sheet`.
    """
    n = len(asked)
    utility = _utilities(people["need_class"].to_numpy(), asked["former"].to_numpy())
    stops = np.where(rng.random(n) < DROPS_OUT, rng.integers(1, len(SETS), n), len(SETS))
    columns = {}
    for number, shown in enumerate(SETS, 1):
        places = np.array(shown)
        best = places[(utility[:, places] + rng.gumbel(size=(n, len(places)))).argmax(axis=1)]
        against = -utility[:, places] + rng.gumbel(size=(n, len(places)))
        against[places[None, :] == best[:, None]] = -np.inf
        worst = places[against.argmax(axis=1)]
        gap = np.where(stops < number, LEFT_BLANK, np.where(rng.random(n) < UNSURE, DONT_KNOW, 0))
        columns[BEST.format(n=number)] = _written(best, gap)
        columns[WORST.format(n=number)] = _written(worst, gap)
    return pd.DataFrame(columns), stops == len(SETS)


def brand_rows(file: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``best_worst_answer``, without the survey's id."""
    parts = []
    for number, shown in enumerate(SETS, 1):
        best, worst = file[BEST.format(n=number)], file[WORST.format(n=number)]
        made = best.isin(LABELS)
        for place in shown:
            chosen = (best == LABELS[place]).astype(int) - (worst == LABELS[place]).astype(int)
            rows = {"respondent_id": file["Svarnr"], "task": number, "item_id": _IDS[place]}
            parts.append(pd.DataFrame(rows | {"choice": chosen})[made])
    return pd.concat(parts, ignore_index=True).astype({"task": "uint8", "choice": "int8"})


def planted() -> dict[str, dict]:
    """Return the planted utilities."""
    return {
        "utilities": {item: utility for item, _, utility in VALUES},
        "of_class": OF_CLASS,
        "of_former": OF_FORMER,
    }


def _utilities(need_class: np.ndarray, former: np.ndarray) -> np.ndarray:
    everybody = np.array([utility for _, _, utility in VALUES])
    of_class = np.array([_row(OF_CLASS[name]) for name in CLASSES])
    return everybody + of_class[need_class] + former[:, None] * _row(OF_FORMER)


def _row(added: dict[str, float]) -> np.ndarray:
    return np.array([added.get(item, 0.0) for item in _IDS])


def _written(places: np.ndarray, gap: np.ndarray) -> np.ndarray:
    texts = np.array(LABELS, dtype=object)[places]
    for code in (LEFT_BLANK, DONT_KNOW):
        texts[gap == code] = MISSING_TEXTS[code]
    return texts
