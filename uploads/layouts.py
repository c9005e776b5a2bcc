"""The headers that survey tools write over several rows, made into one.

Shapes are told by what only they have, never by a file's name: Qualtrics' third row of import
ids, SurveyMonkey's row of "Response", LimeSurvey's two scales a question, Typeform's markup.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from uploads.header import Header, unique_names
from uploads.records import Record
from uploads.text import is_blank, key

_IMPORT_ID = '{"ImportId"'
_QUESTION_ID = re.compile(r"(Q(ID)?\d[\w.]*|Q_\w+)(_TEXT)?", re.IGNORECASE)
_RESPONSES = frozenset({"response", "open-ended response", "svar", "åbent svar", "antwoord"})
_MARKUP = re.compile(r"</?(?:strong|em|b|i|u|p|br|span)\b[^<>]*>", re.IGNORECASE)
_SCALE = re.compile(r"(.+?)\s*\[(?:(1)|2)\]")
_SIDES = {"1": "functional", None: "dysfunctional"}


@dataclass(frozen=True)
class Layout:
    """A header as one row.

    Attributes
    ----------
    header : Header
        Its names; `last` is the last line that belongs to it.
    tool : str or None
        Which tool wrote it, where that can be told.
    wording : dict of str to str
        The full question of a column, where the file has it apart from its name.
    last : int
        The header's last line.
    """

    header: Header
    tool: str | None
    wording: dict[str, str]
    last: int


def layout_of(head: Sequence[Record], header: Header) -> Layout:
    """Return a file's header as one row.

    Parameters
    ----------
    head : sequence of Record
        The file's first records.
    header : Header
        As it was found, on one line.
    """
    rows = [record for record in head if record.line >= header.line > 0][:3]
    if len(rows) == 3 and _share(rows[2].cells, lambda cell: cell.startswith(_IMPORT_ID)) > 0.5:
        return _qualtrics(rows, header)
    if len(rows) >= 2 and any(key(cell) in _RESPONSES for cell in rows[1].cells):
        return _surveymonkey(rows, header)
    plain = Layout(header, None, {}, header.line)
    return _dual_scale(_without_markup(plain))


def _qualtrics(rows: Sequence[Record], header: Header) -> Layout:
    """Name columns by their question, and those that are no question by their id."""
    ids, texts = rows[0].cells, rows[1].cells
    names = [
        _with_row(text) if _QUESTION_ID.fullmatch(code) and not is_blank(text) else code
        for code, text in zip(ids, texts, strict=False)
    ]
    renamed = _renamed(header, names)
    wording = dict(zip(renamed.names, (" ".join(text.split()) for text in texts), strict=False))
    return Layout(renamed, "qualtrics", wording, rows[2].line)


def _surveymonkey(rows: Sequence[Record], header: Header) -> Layout:
    """Put a question and its row together; a blank question goes on with the one before."""
    names, question = [], ""
    for first, second in zip(rows[0].cells, rows[1].cells, strict=False):
        question = first if not is_blank(first) else question
        row = "" if key(second) in _RESPONSES or is_blank(second) else f" [{second.strip()}]"
        names.append(f"{question.strip()}{row}")
    return Layout(_renamed(header, names), "surveymonkey", {}, rows[1].line)


def _without_markup(layout: Layout) -> Layout:
    names = [_MARKUP.sub("", name) for name in layout.header.names]
    if names == list(layout.header.names):
        return layout
    tool = "typeform" if names[0].strip() == "#" else None
    return replace(layout, header=_renamed(layout.header, names), tool=tool)


def _dual_scale(layout: Layout) -> Layout:
    """Read two scales a question, ``Q3[SQ001][1]`` and ``[2]``, as a question's two halves."""
    found = {name: _SCALE.fullmatch(name) for name in layout.header.names}
    stems: dict[str, set[str]] = {}
    for match in found.values():
        if match:
            stems.setdefault(match[1], set()).add(_SIDES[match[2]])
    whole = {stem for stem, sides in stems.items() if len(sides) == 2}
    if not whole:
        return layout
    names = [
        f"{match[1]} [{_SIDES[match[2]]}]" if match and match[1] in whole else name
        for name, match in found.items()
    ]
    return replace(layout, header=_renamed(layout.header, names), tool="limesurvey")


def _with_row(text: str) -> str:
    """Write ``question - row label`` as tools with brackets do, so that pairs are found alike."""
    flat = " ".join(text.split())
    question, dash, row = flat.rpartition(" - ")
    return f"{question} [{row}]" if dash and question and row else flat


def _renamed(header: Header, names: list[str]) -> Header:
    """Give the columns other names, as different from each other as the header's own."""
    wide = [*names, *header.names[len(names) :]]
    return replace(header, names=unique_names(wide), repeated={})


def _share(cells: Sequence[str], holds) -> float:
    filled = [cell.strip() for cell in cells if not is_blank(cell)]
    return sum(map(holds, filled)) / max(len(filled), 1)
