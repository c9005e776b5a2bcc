"""Days as whole numbers since 1970, the form in which history is drawn."""

import numpy as np

NEVER = 1_000_000  # a day far past every date; becomes null
YEAR = 365.25


def day(text: str) -> int:
    """Return the number of a date written as year-month-day."""
    return int(np.datetime64(text, "D").astype(int))


AS_OF = day("2026-10-31")
HISTORY_BEGINS = day("2016-11-01")
RECENT_BEGINS = day("2024-11-01")  # payments and monthly activity are kept for 24 months


def month_of(days: np.ndarray) -> np.ndarray:
    """Return months since January 1970."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def first_of(months: np.ndarray) -> np.ndarray:
    """Return the first day of months since January 1970."""
    return np.asarray(months).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def dates(days: np.ndarray) -> np.ndarray:
    """Return dates, with no date where the day is `NEVER` or later."""
    days = np.asarray(days, dtype=np.int64)
    return np.where(days >= NEVER, np.datetime64("NaT"), days.astype("datetime64[D]")).astype(
        "datetime64[s]"
    )


def years_between(since: np.ndarray, until: np.ndarray) -> np.ndarray:
    """Return the time between days, in years."""
    return (np.asarray(until) - since) / YEAR
