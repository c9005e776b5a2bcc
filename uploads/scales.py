"""Rating scales of five places and yes or no, by their words; labels are matched whole.

Which set a file uses is told by all of its labels together: "very important" is the fourth place
of one published set and the fifth of another. What stays open is nobody's guess.
"""

import re
from collections import Counter
from collections.abc import Mapping

from uploads.answer_labels import Code, is_number, scale_numbers
from uploads.missing import LEFT_BLANK, MISSING, MISSING_WORDS
from uploads.scale_words import SETS
from uploads.text import key, means_blank
from uploads.vocabularies import WORDS

RATINGS: tuple[Code, ...] = (1, 2, 3, 4, 5)
YES_NO: tuple[Code, ...] = ("yes", "no")
_NUMBERED = re.compile(r"\s*([1-5])\s*[-–:=.)]\s*(\D.*)")


def rating_codes(texts: set[str], own: Mapping[str, Code]) -> dict[str, Code]:
    """Return what each text of a file's columns of ratings stands for.

    Parameters
    ----------
    texts : set of str
        All different cells of the columns that share a scale.
    own : mapping of str to (int or str)
        The user's own labels; they come before all others.

    Returns
    -------
    dict of str to (int or str)
        1 lowest to 5 highest, or why there is no rating. Texts that match nothing, or more than
        one place, are not in it.
    """
    given = _own(own, RATINGS)
    open_ = {text for text in texts if key(text) not in given and not means_blank(text)}
    words = {text for text in open_ if not is_number(text) and key(text) not in MISSING_WORDS}
    known = MISSING_WORDS | scale_numbers(texts, given) | _placed(words) | given
    return _found(texts, known)


def yes_no_codes(texts: set[str], own: Mapping[str, Code]) -> dict[str, Code]:
    """Return which texts of a file's columns say yes or no; parameters as `rating_codes`."""
    return _found(texts, {**MISSING_WORDS, **WORDS["yes_no"], **_own(own, YES_NO)})


def _own(own: Mapping[str, Code], allowed: tuple[Code, ...]) -> dict[str, Code]:
    """Keep the user's labels that are of this scale: those of another one are not meant here."""
    return {key(label): code for label, code in own.items() if code in (*allowed, *MISSING)}


def _found(texts: set[str], known: Mapping[str, Code]) -> dict[str, Code]:
    blank: dict[str, Code] = {text: LEFT_BLANK for text in texts if means_blank(text)}
    return blank | {text: known[key(text)] for text in texts if key(text) in known}


def _placed(texts: set[str]) -> dict[str, Code]:
    """Return the place of each label that the sets agree on, by its key."""
    numbered = {text: _NUMBERED.fullmatch(text) for text in texts}
    labels = {text: key(found[2]) if found else key(text) for text, found in numbered.items()}
    candidates = _candidates(set(labels.values()))
    places: dict[str, Code] = {}
    for text, label in labels.items():
        possible = {places_of[label] for places_of in candidates if label in places_of}
        found = numbered[text]
        if found and int(found[1]) in possible:
            possible = {int(found[1])}
        if len(possible) == 1:
            places[key(text)] = possible.pop()
    taken = Counter(places.values())
    return {text: place for text, place in places.items() if taken[place] == 1}


def _candidates(labels: set[str]) -> list[Mapping[str, int]]:
    """Return the sets that have all of the labels that any has; where none does, every set."""
    known = {label for label in labels if any(label in one for one in SETS)}
    return [one for one in SETS if known <= one.keys()] or list(SETS)
