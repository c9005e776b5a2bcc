"""Civil registration numbers of Denmark, Norway, Sweden and the Netherlands, found in files.

Denmark's are told by their date alone, since CPR numbers have been issued without a valid check
digit since 2007; the others by date and check digits.
"""

import re

import pandas as pd
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.se import personnummer

from uploads.text import key

NAMES = frozenset(
    {"cpr", "cpr-nr", "cpr nr", "cpr-nummer", "cprnummer", "cpr_nr", "cprnr", "personnummer"}
    | {"fødselsnummer", "fodselsnummer", "fnr", "bsn", "burgerservicenummer", "sofinummer"}
    | {"civil registration number", "national id", "national_id"}
)
_LEAST = 3
_DIGITS = r"\d[\d .-]{5,}"
_SHORTEST = 9
_MAYBE_WRITTEN = r"\d{6}[- ]\d{4}"
_WRITTEN = re.compile(r"(?<![\d-])(\d{6}-\d{4}|\d{6} \d{5})(?![\d-])")


def holds_one(texts: pd.Series) -> pd.Series:
    """Say of each text whether a number as people write it is inside: six digits, hyphen, four."""
    maybe = texts[texts.str.contains(_MAYBE_WRITTEN)].unique()
    telling = [text for text in maybe if any(map(_is_written_number, _WRITTEN.findall(text)))]
    return texts.isin(telling)


def are_personal_numbers(column: str, values: pd.Series) -> bool:
    """Say whether a column is one of personal numbers.

    Parameters
    ----------
    column : str
        Its name, which alone is enough where the values are long numbers.
    values : pandas.Series of str
        Its different values; half of those that are numbers must pass as personal ones.
    """
    bare = values.str.strip()
    numbers = bare[bare.str.fullmatch(_DIGITS)]
    if key(column) in NAMES:
        return len(numbers) > 0
    # nothing shorter than nine digits can be one: most columns of numbers end here
    long = numbers[numbers.str.len() >= _SHORTEST]
    written = holds_one(numbers).sum()
    if written * 2 >= len(bare) > 0:
        return True
    return len(long) >= _LEAST and len(long) * 2 >= len(numbers) and _most(long, numbers)


def _most(long: pd.Series, numbers: pd.Series) -> bool:
    passed = sum(map(_is_bare_number, long))
    return passed >= _LEAST and passed * 2 >= len(numbers)


def _is_written_number(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return danish(digits) or _is_swedish(digits) or _is_norwegian(digits)


def _is_bare_number(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    without_zero = len(digits) == 9 and danish("0" + digits)
    return without_zero or bsn.is_valid(digits) or _is_written_number(digits)


def danish(digits: str) -> bool:
    """Tell a CPR number by its date alone: most that are issued now have no valid check digit."""
    return len(digits) == 10 and 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def _is_swedish(digits: str) -> bool:
    return len(digits) in (10, 12) and personnummer.is_valid(digits)


def _is_norwegian(digits: str) -> bool:
    """Find provisional and synthetic numbers as well: 40 is added to their day or month."""
    if len(digits) != 11 or not digits.isdigit():
        return False
    return (
        1 <= int(digits[:2]) % 40 <= 31
        and 1 <= int(digits[2:4]) % 40 <= 12
        and fodselsnummer.calc_check_digit1(digits) == digits[9]
        and fodselsnummer.calc_check_digit2(digits) == digits[10]
    )
