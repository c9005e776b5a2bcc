"""The demands on clusters of many people, each measured beside a peer in the same run.

``python -m benchmarks clusters_scale`` takes half an hour; ``--small`` takes a tenth of the people
and is for every day: its ratios are not those that are demanded.
"""

import resource
import statistics
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

import numpy as np
import pandas as pd
import prince
from kmodes.kmodes import KModes
from kmodes.kprototypes import KPrototypes
from stepmix.stepmix import StepMix

from analysis.clusters import Clusters, correspondence, sweep
from analysis.clusters.coding import Coded, code
from analysis.clusters.em import CLOSE, latent_classes
from analysis.clusters.modes import k_modes
from analysis.clusters.partition import cost_of
from analysis.clusters.prototypes import GAMMA, k_prototypes, prototypes_cost
from analysis.clusters.stability import stability
from benchmarks.clusters import SEEDS, STRUCTURES, K, against_the_truth, planted, timed

NUMBERS = ("age", "fee", "years")
SMALLER = 10
# Starts of the packages, and of ours beside StepMix: one of its takes a minute.
PACKAGE_STARTS, STEPMIX_STARTS = 5, 3


class Line(NamedTuple):
    """One demand: what was measured, and the least (or most) that is demanded."""

    work: str
    measured: str
    demanded: str
    holds: bool


def modes_against_the_package(n: int, faster: float) -> list[Line]:
    """k-modes from answers on; the package from codes on, with five starts."""
    answers = planted(n, STRUCTURES["middling"], 7)[0]
    ours, costs = [], []
    for seed in SEEDS:
        (coded, labels), took = timed(lambda seed=seed: _modes(answers, seed))
        ours.append(took)
        costs.append(cost_of(coded, labels, K))
    cost, theirs = _package_fit(n)
    work = f"k-modes {n:,} × {answers.shape[1]}, k = {K}, package with {PACKAGE_STARTS} starts"
    took = statistics.median(ours)
    return [
        _at_least(f"{work}: times as fast", theirs / took, faster, theirs),
        _told(f"{work}: times as fast as one start of its", theirs / PACKAGE_STARTS / took),
        _at_most(f"{work}: cost ratio", statistics.median(costs) / cost, 1),
    ]


def prototypes_against_the_package(n: int, faster: float) -> list[Line]:
    """k-prototypes on twelve answers and three numbers, one start of the package.

    As with k-modes: ours from answers on to classes, the package from codes on.
    """
    answers = _mixed(n)
    ours, costs = [], []
    for seed in SEEDS:
        (coded, labels), took = timed(lambda seed=seed: _prototypes(answers, seed))
        ours.append(took)
        costs.append(prototypes_cost(coded, labels, K))
    numbers = answers[list(NUMBERS)]
    scaled = ((numbers - numbers.mean()) / numbers.std(ddof=0)).to_numpy()
    rows = np.column_stack([scaled, answers.drop(columns=list(NUMBERS)).to_numpy()])
    package = KPrototypes(K, init="Huang", n_init=1, gamma=GAMMA, random_state=0)
    _, theirs = timed(lambda: package.fit(rows, categorical=list(range(3, rows.shape[1]))))
    took, cost = statistics.median(ours), statistics.median(costs)
    work = f"k-prototypes {n:,} × (12 + 3), k = {K}"
    return [
        _at_least(f"{work}: times as fast", theirs / took, faster, theirs),
        _at_most(f"{work}: cost ratio", cost / package.cost_, 1),
    ]


def everything_against_one_package_fit(n: int) -> list[Line]:
    """All that a page may ask of a survey, against one fit of the package at one k."""
    answers = planted(n, STRUCTURES["middling"], 7)[0]
    _, ours = timed(lambda: everything(answers))
    _, theirs = _package_fit(n)
    work = f"everything, {n:,} × {answers.shape[1]}, k = 2…8"
    share = theirs / ours
    return [
        _at_least(f"{work} ({ours:.1f} s): one package fit's time over its", share, 25, theirs),
        _told(f"{work}: one start of the package over its", share / PACKAGE_STARTS),
    ]


def memory(n: int) -> list[Line]:
    """The most memory so far; call it before any peer has run."""
    everything(planted(n, STRUCTURES["middling"], 7)[0])
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return [_at_most(f"everything, {n:,} × 10: GB, this process and its answers", most, 1)]


def everything(answers: pd.DataFrame) -> pd.DataFrame:
    """Both methods, every k and index, the map, twenty bootstraps, and labels by row.

    The bootstraps are of the classes that the page would show: those of least BIC.
    """
    by_modes = _best(answers, "kmodes").labels
    best = _best(answers, "lca")
    correspondence(best.coded)
    stability(best.coded, best.partition.labels, "lca", 20)
    return answers.assign(kmodes=by_modes, lca=best.labels)


def classes_against_stepmix(n: int, faster: float) -> list[Line]:
    """Latent classes on eight questions, as many starts, the same tolerance."""
    answers = planted(n, STRUCTURES["middling"], 7)[0].iloc[:, :8]
    ours = [
        timed(lambda seed=seed: latent_classes(code(answers), K, seed, starts=STEPMIX_STARTS))
        for seed in SEEDS
    ]
    peer = StepMix(
        K,
        measurement="categorical",
        n_init=STEPMIX_STARTS,
        abs_tol=CLOSE,
        rel_tol=0,
        max_iter=2_000,
        random_state=0,
        verbose=0,
        progress_bar=0,
    )
    _, theirs = timed(lambda: peer.fit(answers))
    reached = statistics.median(found.log_likelihood for found, _ in ours)
    gap = (peer.score(answers) * n - reached) / abs(reached)
    took = statistics.median(seconds for _, seconds in ours)
    work = f"latent classes {n:,} × 8, k = {K}, both with {STEPMIX_STARTS} starts"
    return [
        _at_least(f"{work}: times as fast", theirs / took, faster, theirs),
        _at_most(f"{work}: log-likelihood below its, relative", gap, 1e-5),
    ]


def recovery() -> list[Line]:
    """Adjusted Rand of latent classes over that of the true chances."""
    found = {name: against_the_truth(name)["of_the_true_chances"] for name in STRUCTURES}
    return [_at_least(f"recovery, {name}", share, 0.97) for name, share in found.items()]


def map_against_prince(n: int, faster: float) -> list[Line]:
    """The map of answers and people, from answers on in both."""
    answers = planted(n, STRUCTURES["middling"], 7)[0]
    answers.columns = [f"q{name}" for name in answers]
    runs = []
    for _ in SEEDS:
        (ours, coded), seconds = timed(lambda: _mapped(answers))
        runs.append(seconds)
    peer, theirs = timed(lambda: prince.MCA(n_components=2, random_state=0).fit(answers))
    places, theirs_placed = timed(lambda: peer.row_coordinates(answers).to_numpy())
    here = ours.profiles[coded.row]
    alike = min(abs(np.corrcoef(here[:, axis], places[:, axis])[0, 1]) for axis in range(2))
    took = statistics.median(runs)
    work = f"map of {n:,} × {answers.shape[1]}"
    whole = theirs + theirs_placed
    return [
        _at_least(f"{work}: times as fast as prince", whole / took, faster, whole),
        _at_least(f"{work}: correlation of people's places", alike, 0.9999),
    ]


def growth(n: int) -> list[Line]:
    """Twice the people: how many times as long everything takes."""
    once, twice = (
        timed(partial(everything, planted(size, STRUCTURES["middling"], 7)[0]))[1]
        for size in (n, 2 * n)
    )
    return [_at_most(f"everything, {2 * n:,} over {n:,}: times as long", twice / once, 2.2)]


def run(small: bool = False) -> None:
    """Print a line a demand, each as soon as it is measured."""
    less = SMALLER if small else 1
    cases: list[Callable[[], list[Line]]] = [
        lambda: memory(1_000_000 // less),
        recovery,
        lambda: modes_against_the_package(100_000 // less, 80),
        lambda: map_against_prince(1_000_000 // less, 50),
        lambda: classes_against_stepmix(200_000 // less, 30),
        lambda: prototypes_against_the_package(100_000 // less, 200),
        lambda: modes_against_the_package(1_000_000 // less, 400),
        lambda: everything_against_one_package_fit(1_000_000 // less),
        lambda: growth(1_000_000 // less),
    ]
    print("| work | measured | demanded | |\n| --- | --- | --- | --- |", flush=True)
    for case in cases:
        for line in case():
            said = ("holds" if line.holds else "falls short") if line.demanded else ""
            print(f"| {line.work} | {line.measured} | {line.demanded} | {said} |", flush=True)


@cache
def _package_fit(n: int) -> tuple[float, float]:
    """Return cost and seconds of the package's fit; at a million that takes minutes, so once."""
    answers = planted(n, STRUCTURES["middling"], 7)[0].to_numpy()
    package = KModes(K, init="Huang", n_init=PACKAGE_STARTS, random_state=0)
    _, took = timed(lambda: package.fit(answers))
    return float(package.cost_), took


def _modes(answers: pd.DataFrame, seed: int) -> tuple[object, np.ndarray]:
    coded = code(answers)
    return coded, k_modes(coded, K, seed).labels


def _prototypes(answers: pd.DataFrame, seed: int) -> tuple[Coded, np.ndarray]:
    coded = code(answers, numbers=NUMBERS)
    return coded, k_prototypes(coded, K, seed).labels


def _mapped(answers: pd.DataFrame) -> tuple[object, object]:
    coded = code(answers)
    return correspondence(coded), coded


def _mixed(n: int) -> pd.DataFrame:
    """Twelve answers and three numbers that go with the planted classes."""
    rng = np.random.default_rng(7)
    first, truth, _ = planted(n, STRUCTURES["middling"], 7)
    second = pd.DataFrame(rng.integers(0, 4, (n, 2)))
    answers = pd.concat([first, second], axis=1, ignore_index=True)
    answers.columns = [f"q{name}" for name in answers]
    centres = rng.normal(0, 1.5, (K, len(NUMBERS)))
    numbers = pd.DataFrame(centres[truth] + rng.normal(size=(n, len(NUMBERS))), columns=NUMBERS)
    return answers.join(numbers)


def _best(answers: pd.DataFrame, method: str) -> Clusters:
    """Sweep, and keep of all solutions the one that the page would show."""
    swept = sweep(answers, range(2, 9), method=method)
    if method == "lca":
        return swept.solutions[int(swept.table["bic"].idxmin())]
    return swept.solutions[int(swept.table["elbow"].idxmax())]


def _at_least(work: str, value: float, least: float, theirs: float | None = None) -> Line:
    seconds = "" if theirs is None else f" (peer {theirs:.1f} s)"
    return Line(work, f"{value:.4g}{seconds}", f"≥ {least:g}", bool(value >= least))


def _told(work: str, value: float) -> Line:
    return Line(work, f"{value:.4g}", "", holds=True)


def _at_most(work: str, value: float, most: float) -> Line:
    return Line(work, f"{value:.6g}", f"≤ {most:g}", bool(value <= most * (1 + 1e-12)))


if __name__ == "__main__":
    run()
