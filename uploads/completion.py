"""Whether an interview was answered to its end, as survey tools say it."""

import re

import pandas as pd

from uploads.numbers import number
from uploads.text import key

NAMES = frozenset(
    {"complete", "completed", "complete?", "is complete", "finished", "progress", "lastpage"}
    | {"last page", "last page seen", "lastpage. last page", "response status", "status"}
    | {"interview status", "interviewstatus", "svarstatus", "besvarelsesstatus", "statoverall"}
    | {"statoverall_4", "gennemført", "færdig", "afsluttet", "fullført", "ferdig", "voltooid"}
    | {"afgerond", "abgeschlossen", "beendet", "completion status", "state"}
)
_LAST_PAGE = frozenset({"lastpage", "last page", "last page seen", "lastpage. last page"})
_WORDS = {
    True: "yes, y, true, 1, ja, finished, complete, completed, full, gennemført, færdig,"
    " afsluttet, fullført, ferdig, voltooid, afgerond, abgeschlossen, beendet, besvaret",
    False: "no, n, false, 0, nej, nei, nee, nein, partial, partially completed, partly completed,"
    " incomplete, in progress, started, not completed, not finished, nogen svar,"
    " delvist gennemført, delvist besvaret, delvist, påbegyndt, ikke gennemført, ikke afsluttet,"
    " ny, distribueret,"
    " noen svar, delvis, delvis gjennomført, påbegynt, ikke fullført, deels, gedeeltelijk,"
    " niet voltooid, begonnen, teilweise, nicht abgeschlossen, frafaldet, screen out, screened out",
}
_SAID = {key(word): done for done, words in _WORDS.items() for word in words.split(",")}
_WHOLE = re.compile(r"\d+([.,]0+)?")


def is_completion(column: str, values: pd.Series) -> bool:
    """Say whether a column tells which interviews are complete; its name and values both must."""
    name = key(column)
    if name not in NAMES or values.empty:
        return False
    if name in _LAST_PAGE or name == "progress":
        return all(_WHOLE.fullmatch(value.strip().rstrip(" %")) for value in values)
    if name == "status" and all(_WHOLE.fullmatch(value.strip()) for value in values):
        return False  # in Qualtrics the way in which it was answered, whose 0 is the usual one
    return all(key(value) in _SAID for value in values)


def finished(texts: pd.Series) -> pd.Series:
    """Return whether each interview was answered to its end; missing where the cell is blank.

    Parameters
    ----------
    texts : pandas.Series
        A column that `is_completion`. Of percentages and page numbers, the highest is the end.
    """
    if key(str(texts.name)) in _LAST_PAGE or key(str(texts.name)) == "progress":
        numbers = texts.map(lambda text: number(text.strip().rstrip(" %"), ".")).astype("Float64")
        end = 100 if key(str(texts.name)) == "progress" else numbers.max()
        return (numbers >= end).astype("boolean")
    return texts.map(lambda text: _SAID.get(key(text))).astype("boolean")
