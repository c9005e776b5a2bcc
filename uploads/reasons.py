"""The columns that say why rows were not stored, and what is undone of them on the way back in."""

import pandas as pd

LINE, REASON = "UNION_LINE", "UNION_REASON"
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")


def led(cell: str) -> str:
    """Lead by an apostrophe what a spreadsheet would take for a formula."""
    return "'" + cell if cell.startswith(FORMULA_BEGINS) else cell


def without_reasons(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the columns of reasons out again, and the apostrophes that were put in with them."""
    if LINE not in frame or REASON not in frame:
        return frame
    kept = frame.drop(columns=[LINE, REASON])
    begins = "|".join(f"\\{sign}" for sign in "=+-@") + "|\t|\r"
    return kept.apply(lambda cells: cells.str.replace(f"^'(?={begins})", "", regex=True))
