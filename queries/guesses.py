"""Leaders' guesses: a round that several devices share, each counted once."""

import secrets
from datetime import UTC, datetime

import pandas as pd

from queries.errors import StoreError
from queries.store import Store
from queries.transaction import Transaction

# No letter or digit that is read for another one.
SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 4
CLASSES, PLACES = "classes", "places"


def draw_code(taken: pd.Series) -> str:
    """Draw four signs that no other round or questionnaire has."""
    known = set(taken)
    while True:
        code = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
        if code not in known:
            return code


def start(store: Store, survey_id: str, way: str) -> str:
    """Start a round about a survey's benefits and return its code."""
    with store.noting() as notes:
        code = draw_code(notes.run("guess_round_codes")["code"])
        notes.run("start_round", code=code, survey_id=survey_id, way=way, at=_now())
    return code


def hand_in(store: Store, code: str, guesser: str, guesses: pd.DataFrame) -> None:
    """Hand in one device's guesses; what it handed in before is replaced.

    Parameters
    ----------
    store : Store
    code : str
        The round's.
    guesser : str
        The device's own token.
    guesses : pandas.DataFrame
        ``item_id``, and ``category`` or ``place``.

    Raises
    ------
    StoreError
        ``round_unknown``; ``round_over`` once the round is revealed.
    """
    with store.noting() as notes:
        _open(notes, code)
        notes.run("take_back_guess", code=code, guesser=guesser)
        notes.insert("guess", guesses.assign(code=code, guesser=guesser, at=_now()))


def reveal(store: Store, code: str) -> None:
    """Close a round; from here on everybody sees how leaders and members part.

    Raises
    ------
    StoreError
        ``round_unknown``; ``round_over``; ``round_empty`` while nobody has handed in.
    """
    with store.noting() as notes:
        _open(notes, code)
        if not int(notes.run("guessers", code=code)["n"].iloc[0]):
            raise StoreError("round_empty")
        notes.run("reveal_round", code=code, at=_now())


def _open(notes: Transaction, code: str) -> None:
    found = notes.run("guess_round", code=code)
    if found.empty:
        raise StoreError("round_unknown", round=code)
    if pd.notna(found["revealed_at"].iloc[0]):
        raise StoreError("round_over", round=code)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
