"""How fast and how well classes are found: beside the kmodes package, and beside the truth.

Three tables, each a line of JSON a case. Everything on a line was measured in one run on the same
answers: fast k-modes against the kmodes package on 100,000 people; latent classes against whoever
knows the true chances; every method against the classes planted in the sample union. What it finds
of the true classes is written to the file that the clusters page quotes.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from kmodes.kmodes import KModes
from sklearn.metrics import adjusted_rand_score

from analysis.clusters import fit, sweep
from analysis.clusters.coding import Coded, code
from analysis.clusters.modes import k_modes
from analysis.clusters.partition import cost_of
from queries.store import Store
from sample_data import build
from views.clusters import trial
from views.clusters.options import Options
from views.clusters.survey import survey
from words.language import language

TRUTH = Path(__file__).parent.parent / "sample_data/files/truth.json"
SHARES = np.array([0.34, 0.24, 0.17, 0.14, 0.11])
QUESTIONS, LEVELS, K, SEEDS = 10, 5, len(SHARES), (0, 1, 2)
PEOPLE = 20_000
# How unlike the classes' chances are: the parameter of the Dirichlet they are drawn from.
STRUCTURES = {"strong": 1.0, "middling": 2.0, "weak": 3.5}


def planted(n: int, unlike: float, seed: int) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Return answers, planted classes, and those that the true chances would put people in."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(K, n, p=SHARES)
    chances = rng.dirichlet(np.full(LEVELS, unlike), (QUESTIONS, K))
    answers, score = np.empty((QUESTIONS, n), dtype=np.int64), np.tile(np.log(SHARES), (n, 1))
    # Question by question, lest the people themselves take more memory than their classes.
    for own, said in zip(chances, answers, strict=True):
        said[:] = (rng.random(n)[:, None] > own.cumsum(axis=1)[truth, :-1]).sum(axis=1)
        score += np.log(own.T)[said]
    return pd.DataFrame(answers.T), truth, score.argmax(axis=1)


def timed(work: Callable[[], object]) -> tuple[object, float]:
    """Return what work made, and its seconds."""
    begun = time.perf_counter()
    made = work()
    return made, time.perf_counter() - begun


def against_the_package(n: int = 100_000) -> dict[str, object]:
    """k-modes, ours from the answers on, the package from codes on, with five starts."""
    answers, _, _ = planted(n, STRUCTURES["middling"], 7)
    ours = [timed(lambda seed=seed: _ours(answers, seed)) for seed in SEEDS]
    coded = ours[0][0][0]
    package = KModes(K, init="Huang", n_init=5, random_state=0)
    rows = coded.codes[coded.row].astype(np.int64)
    _, package_took = timed(lambda: package.fit(rows))
    took = statistics.median(seconds for _, seconds in ours)
    cost = statistics.median(cost for (_, cost), _ in ours)
    return {
        "work": f"k-modes {n} × {QUESTIONS}, k = {K}",
        "seconds": round(took, 2),
        "package_seconds": round(package_took, 1),
        "times_faster": round(package_took / took),
        "cost_ratio": round(cost / package.cost_, 4),
    }


def against_the_truth(name: str, n: int = PEOPLE) -> dict[str, object]:
    """Adjusted Rand against planted classes: latent classes, fast k-modes, the true chances."""
    found: dict[str, list[float]] = {"lca": [], "kmodes": [], "true_chances": []}
    took = []
    for seed in SEEDS:
        answers, truth, best = planted(n, STRUCTURES[name], seed)
        found["true_chances"].append(adjusted_rand_score(truth, best))
        for method in ("lca", "kmodes"):
            made, seconds = timed(lambda by=method, of=answers: fit(of, by, K))
            found[method].append(adjusted_rand_score(truth, made.labels))
            took += [seconds] if method == "lca" else []
    middle = {method: statistics.median(values) for method, values in found.items()}
    ratios = [ours / best for ours, best in zip(found["lca"], found["true_chances"], strict=True)]
    return {
        "work": f"latent classes {n} × {QUESTIONS}, k = {K}, {name}",
        "seconds": round(statistics.median(took), 2),
        **{f"rand_{method}": round(value, 3) for method, value in middle.items()},
        "of_the_true_chances": round(statistics.median(ratios), 3),
    }


def sample_union() -> list[dict[str, object]]:
    """Every method on the sample union's needs survey, against its five planted classes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.duckdb"
        build.from_files(path)
        store = Store(path)
        asked = survey(Options(language("en"), 5), store.ask)
        store.close()
    kinds = json.loads(TRUTH.read_text("utf-8"))["classes"]["respondents"]
    kind_of = {person: kind for kind, people in kinds.items() for person in people}
    truth = asked.answers.index.map(kind_of)
    known = truth.notna()
    lines = []
    for method in ("lca", "kmodes", "kmodes-package"):
        made, took = timed(lambda by=method: fit(asked.answers, by, K, weights=asked.weights))
        rand = adjusted_rand_score(truth[known], made.labels[known])
        line = {"work": f"sample union, {len(known)} × {asked.answers.shape[1]}, k = {K}, {method}"}
        lines.append(line | {"seconds": round(took, 2), "rand": round(rand, 3)})
    swept, took = timed(lambda: sweep(asked.answers, range(2, 9), weights=asked.weights))
    line = {"work": "sample union, k = 2…8, lca", "seconds": round(took, 2)}
    return [*lines, line | {"least_bic_at": int(swept.table["bic"].idxmin())}]


def for_the_page(n: int, found: dict[str, dict[str, object]]) -> dict[str, object]:
    """Return what the clusters page says of this trial."""
    return {
        "people": n,
        "classes": K,
        "questions": QUESTIONS,
        "answers": LEVELS,
        "trials": len(SEEDS),
        "agreement": {
            name: {method: line[f"rand_{method}"] for method in trial.METHODS}
            for name, line in found.items()
        },
    }


def run() -> None:
    """Print one line a case, and write what the clusters page quotes."""
    for line in sample_union():
        print(json.dumps(line, ensure_ascii=False), flush=True)
    found = {}
    for name in STRUCTURES:
        found[name] = against_the_truth(name)
        print(json.dumps(found[name], ensure_ascii=False), flush=True)
    said = json.dumps(for_the_page(PEOPLE, found), indent=1)
    trial.FILE.write_text(f"{said}\n", "utf-8")
    print(json.dumps(against_the_package(), ensure_ascii=False), flush=True)


def _ours(answers: pd.DataFrame, seed: int) -> tuple[Coded, float]:
    coded = code(answers)
    return coded, cost_of(coded, k_modes(coded, K, seed).labels, K)


if __name__ == "__main__":
    run()
