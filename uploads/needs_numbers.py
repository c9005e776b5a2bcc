"""Questions of a survey of needs that are answered by a number: hours a week, years in the job."""

import pandas as pd

from uploads.numbers import decimal_sign, number
from uploads.table import Table

# A question with named answers has no more different ones.
MOST_ANSWERS = 25
# Of a question that numbers answer, so many of the different answers are numbers.
MOSTLY = 0.8


def numbers_said(values: pd.Series, table: Table) -> dict[str, str]:
    """Return the numbers among a column's different answers, written with a decimal point.

    Parameters
    ----------
    values : pandas.Series
        Different answers, blanks set aside.
    table : Table
        The file, for how it writes decimals.

    Returns
    -------
    dict
        By answer as it was written; answers that are no numbers are not in it. Empty where the
        answers are few, or mostly no numbers.
    """
    if len(values) <= MOST_ANSWERS:
        return {}
    sign = decimal_sign(values, table.delimiter)
    read = {str(text): number(str(text), sign) for text in values}
    known = {text: f"{value:.15g}" for text, value in read.items() if value is not None}
    return known if len(known) >= MOSTLY * len(read) else {}
