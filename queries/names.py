"""Names that people give to what they save: there, not too long, and each only once."""

import pandas as pd

from queries.errors import StoreError

LONGEST_NAME = 80


def usable_name(name: str, taken: pd.Series, kind: str) -> str:
    """Return a name without needless blanks.

    Parameters
    ----------
    name : str
        As it was typed.
    taken : pandas.Series
        Names of the others.
    kind : str
        What is named; part of the error's code.

    Raises
    ------
    StoreError
        ``{kind}_name_missing``, ``{kind}_name_long``, ``{kind}_name_taken``.
    """
    name = " ".join(name.split())
    if not name:
        raise StoreError(f"{kind}_name_missing")
    if len(name) > LONGEST_NAME:
        raise StoreError(f"{kind}_name_long", name=name, longest=LONGEST_NAME)
    if (taken.str.casefold() == name.casefold()).any():
        raise StoreError(f"{kind}_name_taken", name=name)
    return name
