"""Partitions of a survey's people, each made once; see `views.made`."""

import contextlib
from collections.abc import Iterator

from analysis.clusters import Clusters, Sweep, applied, fit, sweep
from analysis.clusters.progress import Progress
from analysis.clusters.solution import MIXED
from analysis.errors import NotEnough
from views.clusters.kept_solutions import KeptSolution
from views.clusters.options import FEWEST_CLASSES, MOST_CLASSES
from views.clusters.survey import Survey
from views.made import digest, find, keep, once
from views.view import Nothing
from words.clusters import method_label
from words.language import Language
from words.problems import sentence

SEED = 0
# Answers to more questions than this, of all people together, are put together in the background.
MANY, MANY_FOR_THE_PACKAGE = 2_000_000, 20_000
# Resamples behind each partition's stability.
BOOTSTRAPS = 20


def solution(asked: Survey, k: int, language: Language) -> Clusters:
    """Return a survey's partition into k classes.

    Raises
    ------
    Nothing
        When the answers can't carry it.
    """
    if asked.kept and asked.kept.k == k:
        key = (fingerprint(asked), asked.kept.written)
        return once(key, lambda: _as_kept(asked, asked.kept, language))
    return once(_key(asked, k), lambda: _fitted(asked, k, language))


def _key(asked: Survey, k: int) -> tuple[object, ...]:
    return (fingerprint(asked), k, asked.again) if asked.again else (fingerprint(asked), k)


def is_made(asked: Survey, k: int) -> bool:
    """Say whether a survey's partition into k classes is made already."""
    return find(_key(asked, k)) is not None


def takes_long(asked: Survey) -> bool:
    """Say whether a partition takes more seconds than anybody should wait without being told."""
    if asked.kept:
        return False
    most = MANY_FOR_THE_PACKAGE if asked.method == "kmodes-package" else MANY
    return asked.answers.size > most


def _fitted(
    asked: Survey, k: int, language: Language, progress: Progress | None = None
) -> Clusters:
    _check(asked, language)
    with _said(asked, language):
        return fit(
            asked.answers,
            asked.method,
            k,
            weights=asked.weights,
            seed=SEED,
            numbers=tuple(asked.numbers),
            progress=progress,
        )


def _as_kept(asked: Survey, one: KeptSolution, language: Language) -> Clusters:
    """Put people, as they answer now, into classes that were kept."""
    with _said(asked, language):
        return put_into(asked, one)


def put_into(asked: Survey, one: KeptSolution) -> Clusters:
    """Return kept classes of a survey's people.

    Raises
    ------
    NotEnough
        When the answers can't be coded.
    """
    numbers = tuple(asked.numbers)
    return applied(one.model, asked.answers, one.method, weights=asked.weights, seed=one.seed,
                   numbers=numbers)  # fmt: skip


@contextlib.contextmanager
def _said(asked: Survey, language: Language) -> Iterator[None]:
    """Say in words what answers can't carry."""
    try:
        yield
    except NotEnough as problem:
        facts = problem.facts | _named(asked, problem.facts)
        said = sentence(language, problem.code, facts)
        raise Nothing(said, "filters") from problem


def make_solution(asked: Survey, k: int, language: Language, progress: Progress) -> None:
    """Make a partition that takes long, where it can be watched and stopped.

    Raises
    ------
    Nothing
        When the answers can't carry it.
    """
    keep(_key(asked, k), _fitted(asked, k, language, progress))


def _check(asked: Survey, language: Language) -> None:
    """Refuse a method that takes no numbers with some, and one that needs them without."""
    method = method_label(language, asked.method)
    if asked.numbers and asked.method not in MIXED:
        raise Nothing(
            language.say(
                "{method} takes answers only. Let go of the numbers, or choose another method.",
                method=method,
            ),
            "filters",
        )
    if asked.method == "kprototypes" and not asked.numbers:
        raise Nothing(
            language.say(
                "{method} puts answers and numbers together. Choose a number, or another method.",
                method=method,
            ),
            "filters",
        )


def _named(asked: Survey, facts: dict[str, object]) -> dict[str, object]:
    """Name the question that a problem is about as it is called on screen."""
    item = facts.get("question")
    return {"question": asked.questions["label"].get(item, item)} if item else {}


def made_sweep(asked: Survey) -> Sweep | None:
    """Return a survey's partitions into 2 to 8 classes, where `make_sweep` has made them."""
    return find((fingerprint(asked), "sweep"))


def make_sweep(asked: Survey, progress: Progress | None = None) -> None:
    """Make a survey's partitions into 2 to 8 classes; takes a while.

    Raises
    ------
    NotEnough
        When the answers can't carry any.
    """
    ks = range(FEWEST_CLASSES, MOST_CLASSES + 1)
    made = sweep(
        asked.answers,
        ks,
        method=asked.method,
        weights=asked.weights,
        seed=SEED,
        progress=progress,
        bootstraps=BOOTSTRAPS,
        numbers=tuple(asked.numbers),
    )
    for k, one in made.solutions.items():
        keep((fingerprint(asked), k), one)
    keep((fingerprint(asked), "sweep"), made)


def fingerprint(asked: Survey) -> str:
    """Return what tells these answers, and how classes are made of them, from all others."""
    return f"{asked.method}-{digest(asked.answers.assign(weight=asked.weights))}"


def solution_id(asked: Survey, found: Clusters) -> str:
    """Return what the classes of one partition share: the same for the same classes."""
    return digest(asked.answers.assign(label=found.labels))[:16]
