"""Numbers as people write them: decimal commas, thousands' dots, a label after a number."""

import math
import re
from collections.abc import Iterable
from typing import Literal

Sign = Literal[",", "."]

_PLAIN = re.compile(r"[+-]?\d+")
_POINT = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)\.\d+|[+-]?\d{1,3}(,\d{3})+")
_COMMA = re.compile(r"[+-]?(\d+|\d{1,3}([.\u00a0 ]\d{3})+),\d+|[+-]?\d{1,3}(\.\d{3})+")
_LABELLED = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?)\s*(?:[-–:=.)]\s*\D.*)?")


def decimal_sign(values: Iterable[str], delimiter: str) -> Sign:
    """Return the sign before a column's decimals.

    Parameters
    ----------
    values : iterable of str
        The column's values.
    delimiter : str
        Between the file's fields: where all values could be read either way (``1.500``), a
        semicolon means a file of a country that writes decimal commas.
    """
    texts = [value.strip() for value in values]
    only_comma = any(_COMMA.fullmatch(text) and not _POINT.fullmatch(text) for text in texts)
    only_point = any(_POINT.fullmatch(text) and not _COMMA.fullmatch(text) for text in texts)
    if only_comma != only_point:
        return "," if only_comma else "."
    return "," if delimiter == ";" else "."


def number(text: str, sign: Sign) -> float | None:
    """Return a number, or None where the text is none; NaN and infinity are none."""
    text = text.strip()
    written = _PLAIN.fullmatch(text) or (_COMMA if sign == "," else _POINT).fullmatch(text)
    if not written:
        return None
    plain = re.sub("[.\u00a0 ]", "", text) if sign == "," else text.replace(",", "")
    value = float(plain.replace(",", "."))
    return value if math.isfinite(value) else None


def labelled_number(text: str) -> float | None:
    """Return the number that an answer begins with: ``9 - Extremely important``, ``6``."""
    found = _LABELLED.fullmatch(text)
    return float(found.group(1).replace(",", ".")) if found else None
