"""How fast the needs of a large union are analysed, beside one pandas ``value_counts`` a feature.

One line of JSON a case, each measured in one run on the same answers: 100,000 respondents × 25
features, classes, coefficients, tests and 1,000 resamples of every feature, against the plainest
thing that pandas can do with them: counting the pairs of each feature once.
"""

import json
import statistics
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.kano import analyse, peaks

RESPONDENTS, FEATURES, RESAMPLES, ROUNDS = 100_000, 25, 1000, 5


def answers(respondents: int = RESPONDENTS, features: int = FEATURES) -> pd.DataFrame:
    """Return answers as they come out of the database: a row a respondent and feature."""
    rng = np.random.default_rng(1)
    rows = respondents * features
    return pd.DataFrame(
        {
            "respondent_id": np.repeat(np.arange(respondents), features),
            "feature": pd.Categorical(np.tile([f"f{n:02d}" for n in range(features)], respondents)),
            "functional": rng.integers(1, 6, rows, dtype=np.uint8),
            "dysfunctional": rng.integers(1, 6, rows, dtype=np.uint8),
        }
    )


def counted(given: pd.DataFrame) -> int:
    """Count the pairs of each feature with pandas, one ``value_counts`` a feature."""
    pairs = ["functional", "dysfunctional"]
    return sum(
        len(rows[pairs].value_counts()) for _, rows in given.groupby("feature", observed=True)
    )


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def line(work: str, taken: float, plain: float) -> str:
    """Write one case as JSON."""
    return json.dumps(
        ensure_ascii=False,
        obj={
            "work": work,
            "seconds": round(taken, 3),
            "value_counts_seconds": round(plain, 3),
            "times_value_counts": round(taken / plain, 2),
        },
    )


def run() -> None:
    """Print one line a case."""
    given = answers()
    texts = given.astype({"feature": "str"}).assign(
        respondent_id="R" + given["respondent_id"].astype("str")
    )
    size = f"{RESPONDENTS} × {FEATURES}"
    plain = seconds(lambda: counted(given))
    taken = seconds(lambda: analyse(given, rule="exact", resamples=RESAMPLES))
    print(line(f"classes, {size}, {RESAMPLES} resamples", taken, plain), flush=True)
    taken_texts = seconds(lambda: analyse(texts, rule="exact", resamples=RESAMPLES))
    plain_texts = seconds(lambda: counted(texts))
    print(line(f"the same with ids as texts, {size}", taken_texts, plain_texts), flush=True)
    weights = np.random.default_rng(2).gamma(4, size=len(given))
    taken = seconds(lambda: analyse(given, rule="exact", resamples=RESAMPLES, weights=weights))
    print(line(f"the same under weights, {size}", taken, plain), flush=True)
    traits = pd.DataFrame(
        {"sector": np.arange(RESPONDENTS) % 6, "branch": np.arange(RESPONDENTS) % 9}
    )
    taken = seconds(lambda: peaks(given, traits))
    print(line(f"two peaks over 6 and 9 values, {size}", taken, plain), flush=True)


if __name__ == "__main__":
    run()
