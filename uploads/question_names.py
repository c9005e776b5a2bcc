"""What a column's name says of its question: which one, and which side of the pair."""

import re
from dataclasses import dataclass
from typing import Literal

from uploads.text import key

Side = Literal["functional", "dysfunctional", "importance", "open"]

_SIDES = {
    "functional": "functional funktionel funktionelt funksjonell funksjonelt functioneel funktional"
    " fonctionnel fonctionnelle",
    "dysfunctional": "dysfunctional disfunctional dysfunktionel dysfunktionelt dysfunksjonell"
    " dysfunksjonelt disfunctioneel dysfunctioneel dysfunktional dysfonctionnel",
    "importance": "importance vigtighed betydning viktighet viktigheit belang belangrijkheid"
    " wichtigkeit",
}
_SIDE_OF = {word: side for side, words in _SIDES.items() for word in words.split()}
_DENIALS = (
    "not no without don't doesn't didn't cannot can't isn't aren't wasn't won't wouldn't"
    " uden ikke ingen intet uten zonder geen niet nicht kein keine keinen ohne ne n' pas sans"
)
_COUNTERPARTS = (
    "do does did with med met mit avec a an any some en et een ein eine einen un une des"
)
_TELLING = frozenset(_DENIALS.split()) | frozenset(_COUNTERPARTS.split())
_DENYING = frozenset(_DENIALS.split())
_WORD = re.compile(r"n'(?=[^\W_])|[^\W_]+(?:'[^\W_]+)*")
_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_AFTER_COLON = re.compile(r"(?::\s+| [-–] )([^:]+?)\s*$")


@dataclass(frozen=True)
class QuestionName:
    """A column's name taken apart.

    Attributes
    ----------
    column : str
        The name.
    stem : tuple of str
        Its words without those that tell the sides of a pair.
    row : str
        What stands in brackets, or after a colon or dash, where survey tools put the row of a grid.
    side : str
        What the name itself says; ``"open"`` where it says nothing.
    denies : bool
        Whether a word such as *not* or *uden* is in it.
    """

    column: str
    stem: tuple[str, ...]
    row: str
    side: Side
    denies: bool

    @property
    def label(self) -> str:
        """The question's short name: the grid's row, or the name without the side's word."""
        if self.row:
            return self.row
        return self.column if self.side == "open" else _without_side(self.column) or self.column


def question_name(column: str) -> QuestionName:
    """Take a column's name apart."""
    words = _WORD.findall(key(column))
    sides = [_SIDE_OF[word] for word in words if word in _SIDE_OF]
    side = sides[0] if len(sides) == 1 else "open"
    stem = [word for word in words if side == "open" or word not in _SIDE_OF]
    denies = side == "open" and any(word in _DENYING for word in stem)
    if side == "open":
        stem = [word for word in stem if word not in _TELLING]
    found = _BRACKET.findall(column) or _AFTER_COLON.findall(column)
    rows = [row.strip() for row in found if key(row) not in _SIDE_OF]
    return QuestionName(column, tuple(stem), rows[-1] if rows else "", side, denies)


def _without_side(column: str) -> str:
    """Cut the side's word and what joined it on."""
    cut = _WORD.sub(lambda word: "" if key(word.group()) in _SIDE_OF else word.group(), column)
    return cut.replace("[]", "").replace("()", "").strip(" _-–:./|")
