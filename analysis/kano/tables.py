"""Kano's evaluation tables: which class a pair of answers falls in."""

import numpy as np

from analysis.errors import NotEnough

CLASSES = ("M", "O", "A", "I", "R", "Q")
SCALE = ("like", "must_be", "neutral", "live_with", "dislike")
CELLS = len(SCALE) ** 2

# Rows functional, columns dysfunctional, both in the order of SCALE. A dot is a pair that the
# form cannot produce: the short form asks like, must-be, neutral and neutral, live-with, dislike.
_TABLES = {
    "kano": "QAAAO RIIIM RIIIM RIIIM RRRRQ",
    "pouliot": "QAAAO RQIIM RIIIM RIIQM RRRRQ",
    "short": "..AAO ..IIM ..IIM ..... .....",
}
TABLES = tuple(_TABLES)


def evaluation(table: str) -> np.ndarray:
    """The class of each pair of answers.

    Parameters
    ----------
    table : {"kano", "pouliot", "short"}
        Kano et al. (1984) in Berger et al. (1993, CQM Journal 2(4)); Pouliot's variant of it
        (ibid.), which calls must-be twice and live-with twice questionable; the form of three
        answers.

    Returns
    -------
    array of 25 ints
        Positions in CLASSES, functional answer × dysfunctional answer row by row; −1 where the
        form has no such pair.

    Raises
    ------
    NotEnough
        ``unknown_table``.
    """
    if table not in _TABLES:
        raise NotEnough("unknown_table", table=table, known=TABLES)
    return np.array(["".join(CLASSES).find(letter) for letter in _TABLES[table].replace(" ", "")])


def by_class(cells: np.ndarray, table: str) -> np.ndarray:
    """Sum the counts of pairs to counts of classes.

    Parameters
    ----------
    cells : array (..., 25)
        Counts of the pairs.
    table : str
        See `evaluation`.

    Returns
    -------
    array (..., 6)
        Counts of M, O, A, I, R, Q.

    Raises
    ------
    NotEnough
        ``outside_short_form`` when answers fall where the form has no pair.
    """
    classes = evaluation(table)
    asked = classes >= 0
    if not fits(cells, table):
        raise NotEnough("outside_short_form", pairs=float(cells[..., ~asked].sum()))
    return cells[..., asked] @ np.eye(len(CLASSES))[classes[asked]]


def fits(cells: np.ndarray, table: str) -> bool:
    """Whether the table has a class for every pair that was answered."""
    return not cells[..., evaluation(table) < 0].any()
