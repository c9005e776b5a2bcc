"""Kept solutions: how classes were made and what was found, to be made anew from the same."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import pandas as pd

from queries.errors import StoreError
from queries.names import usable_name
from queries.store import Store
from queries.transaction import Transaction

LISTS = ("columns", "numbers", "model")


@dataclass(frozen=True)
class NewSolution:
    """A solution to keep: its recipe, what was found, and by what both are known again.

    Attributes
    ----------
    survey_id, survey_label : str
        Whose answers.
    method : str
        How classes were made of them.
    k, seed : int
        Classes that were asked for, and the seed of the starts.
    columns, numbers : sequence of str
        Item ids of the questions, in the survey's order; numbers that helped.
    weighted : bool
        Whether people's survey weights differ.
    people : int
        Who could be classed.
    cost, log_likelihood, bic, silhouette : float
        As `analysis.clusters.Clusters`; None for what the method has none of.
    answers_print, classes_print : str
        Fingerprints of the answers, and of who is in which class.
    data_version, last_import : int
        Of the data that the classes were made from.
    model : dict
        What puts people into the classes, as JSON; it names nobody.
    """

    survey_id: str
    survey_label: str
    method: str
    k: int
    seed: int
    columns: Sequence[str]
    numbers: Sequence[str]
    weighted: bool
    people: int
    cost: float
    log_likelihood: float | None
    bic: float | None
    silhouette: float
    answers_print: str
    classes_print: str
    data_version: int
    last_import: int
    model: dict[str, object]


def keep(store: Store, solution: NewSolution, name: str, note: str, user: str) -> str:
    """Keep a solution under a name; return its id.

    Raises
    ------
    StoreError
        ``solution_name_missing``, ``solution_name_long``, ``solution_name_taken``,
        ``solution_kept_already``; ``database_busy``.
    """
    with store.writing(user, "keep_solution", solution.survey_id) as transaction:
        row = {
            "solution_id": int(transaction.run("next_kept_solution_id")["solution_id"].iloc[0]),
            "name": _usable_name(transaction, name),
            "note": _one_line(note),
            **asdict(solution),
            "created_at": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
            "created_by": user,
        }
        _refuse_again(transaction, solution)
        written = {one: json.dumps(row[one], ensure_ascii=False) for one in LISTS}
        transaction.insert("kept_solution", pd.DataFrame([row | written]))
        return str(row["solution_id"])


def rename(store: Store, solution_id: str, name: str, user: str) -> None:
    """Give a kept solution another name.

    Raises
    ------
    StoreError
        As `keep`; ``solution_unknown``.
    """
    with store.writing(user, "rename_solution", solution_id) as transaction:
        name = _usable_name(transaction, name, besides=solution_id)
        _known(transaction.run("rename_kept_solution", solution_id=solution_id, new_name=name))


def describe(store: Store, solution_id: str, text: str, user: str) -> None:
    """Write another note beside a kept solution.

    Raises
    ------
    StoreError
        ``solution_unknown``; ``database_busy``.
    """
    with store.writing(user, "describe_solution", solution_id) as transaction:
        note = _one_line(text)
        _known(transaction.run("note_on_kept_solution", solution_id=solution_id, text=note))


def delete(store: Store, solution_id: str, user: str) -> None:
    """Let go of a kept solution; segments that were saved of it stay.

    Raises
    ------
    StoreError
        ``solution_unknown``; ``database_busy``.
    """
    with store.writing(user, "delete_solution", solution_id) as transaction:
        _known(transaction.run("delete_kept_solution", solution_id=solution_id))


def _usable_name(transaction: Transaction, name: str, besides: str = "") -> str:
    kept = transaction.run("kept_solutions")
    return usable_name(name, kept.loc[kept["solution_id"] != besides, "name"], "solution")


def _refuse_again(transaction: Transaction, solution: NewSolution) -> None:
    kept = transaction.run("kept_solutions")
    recipe = ["survey_id", "method", "k", "seed", "answers_print", "classes_print"]
    ours = pd.Series({one: getattr(solution, one) for one in recipe})
    same = kept[(kept[recipe] == ours).all(axis=1)]
    if len(same):
        raise StoreError("solution_kept_already", name=same["name"].iloc[0])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _known(rows: pd.DataFrame) -> None:
    if rows.empty:
        raise StoreError("solution_unknown")
