"""Civil registration numbers of Denmark, Norway, Sweden and the Netherlands, found to be refused.

Denmark's are told by their date alone, since CPR numbers have been issued without a valid check
digit since 2007; the others by date and check digits.
"""

import re
from collections.abc import Iterable

import pandas as pd

from uploads.problems import Refused
from uploads.text import key

NAMES = frozenset(
    {"cpr", "cpr-nr", "cpr nr", "cpr-nummer", "cprnummer", "cpr_nr", "cprnr", "personnummer"}
    | {"fødselsnummer", "fodselsnummer", "fnr", "bsn", "burgerservicenummer", "sofinummer"}
    | {"civil registration number", "national id", "national_id"}
)
_LEAST = 3
_DIGITS = r"\s*\d[\d .-]{5,}\s*"
_SHORTEST = 9
_MAYBE_WRITTEN = r"\d{6}[- ]\d{4}"
_WRITTEN = re.compile(r"(?<![\d-])(\d{6}-\d{4}|\d{6} \d{5})(?![\d-])")


def refuse_personal_numbers(column: str, values: Iterable[str]) -> None:
    """Stop at a column that holds personal numbers.

    Parameters
    ----------
    column : str
        Its name, which alone is enough where the values are long numbers.
    values : iterable of str
        Its different values. A number as people write it (six digits, hyphen, four) is found
        inside any text; bare digits count where half of the column's numbers pass.

    Raises
    ------
    Refused
        ``personal_number``, with the column.
    """
    texts = pd.Series(list(values), dtype="str")
    for value in texts[texts.str.contains(_MAYBE_WRITTEN)]:
        if any(_is_written_number(found) for found in _WRITTEN.findall(value)):
            raise Refused("personal_number", column=column)
    numbers = texts[texts.str.fullmatch(_DIGITS)]
    # nothing shorter than nine digits can be one: most columns of numbers end here
    long = numbers[numbers.str.len() >= _SHORTEST]
    named = len(numbers) > 0 and key(column) in NAMES
    if named or (len(long) >= _LEAST and len(long) * 2 >= len(numbers) and _most(long, numbers)):
        raise Refused("personal_number", column=column)


def _most(long: pd.Series, numbers: pd.Series) -> bool:
    passed = sum(map(_is_bare_number, long))
    return passed >= _LEAST and passed * 2 >= len(numbers)


def _is_written_number(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return _is_danish(digits) or _is_swedish(digits) or _is_norwegian(digits)


def _is_bare_number(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    without_zero = len(digits) == 9 and _is_danish("0" + digits)
    return without_zero or _is_dutch(digits) or _is_written_number(digits)


def _is_danish(digits: str) -> bool:
    return len(digits) == 10 and _is_day(int(digits[:2]), int(digits[2:4]))


def _is_swedish(digits: str) -> bool:
    if len(digits) not in (10, 12):
        return False
    month, day = int(digits[-8:-6]), int(digits[-6:-4])
    return _is_day(day, month) and _luhn(digits[-10:])


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _weighted(digits: str, weights: Iterable[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def _is_norwegian(digits: str) -> bool:
    return (
        len(digits) == 11
        and _is_day(int(digits[:2]) % 40, int(digits[2:4]) % 40)  # +40: provisional, synthetic
        and _weighted(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)) % 11 == 0
        and _weighted(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0
    )


def _is_dutch(digits: str) -> bool:
    return len(digits) == 9 and _weighted(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits[-10:])]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
