"""Text as files write it: marks that can't be seen, blanks, and how two texts are compared."""

import re
import unicodedata
from collections.abc import Mapping

import pandas as pd

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
BLANKS = frozenset({"na", "n/a", "#n/a", "null", "#null!", "nan", "-", "–", "."})

_LONGEST_BLANK = 12  # with white space around it; longer texts need no closer look
_AS_CP1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") + chr(byte) for byte in range(0x80, 0xC0)
)
DAMAGED = re.compile(f"[ÂÃ][{re.escape(_AS_CP1252)}]|â€|\ufffd")

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060\u2032", "'"))


def key(text: str) -> str:
    """Return a text for exact comparison: case, white space and apostrophes set aside."""
    composed = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    return " ".join(composed.casefold().split())


def is_blank(text: str) -> bool:
    """Say whether a cell holds nothing but white space."""
    return not text or text.isspace()


def means_blank(text: str) -> bool:
    """Say whether a cell is blank or holds one of the fixed words that programs write for it."""
    return is_blank(text) or (len(text) <= _LONGEST_BLANK and key(text) in BLANKS)


def blank_cells(texts: pd.Series) -> pd.Series:
    """Say of each cell what `means_blank` says of one, without a call a cell."""
    bare = texts.str.strip()
    return (bare == "") | bare.str.lower().isin(BLANKS)


def slug(text: str, length: int = 60) -> str:
    """Return a text as an identifier: letters and digits, joined by underscores."""
    return "_".join(re.findall(r"\w+", key(text)))[:length].strip("_") or "_"


def different_values(column: pd.Series) -> pd.Series:
    """Return a column's different values without those that stand for nothing."""
    values = column.drop_duplicates()
    return values[~blank_cells(values)]


def looked_up(texts: pd.Series, known: Mapping[str, object], dtype: str | None = None) -> pd.Series:
    """Return what each text stands for, missing where it is not known.

    The same as ``texts.map(known)``, but each different text is looked up, and made into what a
    `dtype` holds, once.
    """
    places, different = texts.factorize()
    values = pd.Series(different).map(known)
    typed = values if dtype is None else values.astype(dtype)
    return typed.reindex(places).set_axis(texts.index)
