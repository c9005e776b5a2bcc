"""The words that Kano answers are given in, matched whole: opposites are the most alike."""

import re
from collections.abc import Mapping

from uploads.missing import DONT_KNOW, LEFT_BLANK, MISSING_WORDS
from uploads.text import key, means_blank

Code = int | str

# Each row: like, must-be, neutral, live-with, dislike; alternatives of one place divided by " / ".
_SETS = (
    # English, the five published sets (Berger et al. 1993 and later wordings)
    "I like it that way | It must be that way | I am neutral | I can live with it that way"
    " | I dislike it that way",
    "I like it | I expect it | I'm neutral | I can tolerate it | I dislike it",
    "I enjoy it that way | It is a basic necessity or I expect it that way | I am neutral"
    " | I dislike it, but I can live with it that way | I dislike it, and I can't accept it",
    "This would be very helpful to me | This is a basic requirement for me"
    " | This would not affect me | This would be a minor inconvenience"
    " | This would be a major problem for me",
    "I like it that way | I am expecting it to be that way | I am neutral"
    " | I can accept it to be that way | I dislike it that way",
    # Danish
    "Det ville jeg blive glad for / Det kan jeg godt lide"
    " | Det forventer jeg / Sådan skal det være / Det er en selvfølge / Det tager jeg for givet"
    " | Det betyder ikke noget for mig / Jeg er neutral / Det er jeg ligeglad med"
    " | Det kan jeg leve med"
    " | Det ville jeg være utilfreds med / Det kan jeg ikke lide / Det bryder jeg mig ikke om",
    # Norwegian
    "Det ville jeg bli glad for / Det liker jeg"
    " | Det forventer jeg / Slik må det være / Det må være slik / Det tar jeg for gitt"
    " | Det spiller ingen rolle / Jeg er nøytral | Det kan jeg leve med"
    " | Det ville jeg være misfornøyd med / Det liker jeg ikke / Jeg misliker det",
    # Dutch
    "Dat zou ik fijn vinden / Dat vind ik prettig / Dat vind ik fijn"
    " | Dat verwacht ik / Dat hoort zo / Zo hoort het / Vanzelfsprekend"
    " | Dat maakt mij niet uit / Neutraal | Daar kan ik mee leven"
    " | Dat zou ik vervelend vinden / Dat vind ik niet prettig / Dat vind ik vervelend",
    # German
    "Das würde mich sehr freuen | Das setze ich voraus | Das ist mir egal"
    " | Das könnte ich in Kauf nehmen | Das würde mich sehr stören",
)
_NUMBER = re.compile(r"-?\d+([.,]0+)?")
_MISSING_NUMBERS = frozenset({6, 9, 99})


def _published() -> dict[str, Code]:
    places = {
        key(label): code
        for row in _SETS
        for code, alternatives in enumerate(row.split(" | "), 1)
        for label in alternatives.split(" / ")
    }
    return places | MISSING_WORDS


PUBLISHED = _published()


def codes_of(texts: set[str], own: Mapping[str, Code]) -> dict[str, Code]:
    """Return what each text of a file's answer columns stands for.

    Parameters
    ----------
    texts : set of str
        All different cells of all functional and dysfunctional columns.
    own : mapping of str to (int or str)
        The user's own labels; they come before all others.

    Returns
    -------
    dict of str to (int or str)
        1 like, 2 must-be, 3 neutral, 4 live-with, 5 dislike, or why the answer is missing.
        Texts that match nothing are not in it. Numbers are read only where all of them lie on
        the scale 1-5 or are 6, 9 or 99 for "don't know": 0-4 and 1-7 are somebody else's scale.
    """
    mapped = {key(label): code for label, code in own.items()}
    known = PUBLISHED | scale_numbers(texts, mapped) | mapped
    found = {text: known[key(text)] for text in texts if key(text) in known}
    return {text: LEFT_BLANK for text in texts if means_blank(text)} | found


def scale_numbers(texts: set[str], mapped: Mapping[str, Code]) -> dict[str, Code]:
    """Return the places 1-5 that numbers stand for, 6, 9 and 99 being "don't know".

    Nothing is returned where any number lies elsewhere: then it is somebody else's scale. Labels
    that the user has mapped are no numbers here.
    """
    written = {key(text) for text in texts if _NUMBER.fullmatch(text.strip())} - set(mapped)
    values = {text: int(re.split("[.,]", text)[0]) for text in written}
    used = set(values.values())
    if not used <= {1, 2, 3, 4, 5} | _MISSING_NUMBERS:
        return {}
    return {text: DONT_KNOW if n in _MISSING_NUMBERS else n for text, n in values.items()}


def is_number(text: str) -> bool:
    """Say whether an answer is given as a number and not in words."""
    return _NUMBER.fullmatch(text.strip()) is not None


def says_missing(text: str) -> bool:
    """Say whether a text is one of the fixed words for "don't know" or "not asked"."""
    return key(text) in MISSING_WORDS
