"""Which columns of a value survey ask what about which benefit: told by their names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from uploads.roles import Role
from uploads.text import key

RATINGS = ("importance", "satisfaction")
STEPS = ("aware", "needed", "used", "solved")
ASPECTS = (*RATINGS, *STEPS)

# what a part of a column's name may be as a whole
_PARTS = {
    "importance": "importance, value, important, how important, importance to me, vigtighed,"
    " vigtigt, hvor vigtigt, hvor vigtig, betydning, viktighet, viktig, hvor viktig, belang,"
    " belangrijkheid, belangrijk, hoe belangrijk, wichtigkeit, wichtig, wie wichtig",
    "satisfaction": "satisfaction, satisfied, how satisfied, tilfredshed, tilfreds, hvor tilfreds,"
    " tilfredshet, fornøyd, fornøydhet, hvor fornøyd, tevredenheid, tevreden, hoe tevreden,"
    " zufriedenheit, zufrieden, wie zufrieden",
    "aware": "aware, awareness, known, knows, know, know it, knows it, kender, kender det, kendt,"
    " kendskab, kendskab til, kjenner, kjenner til, kjennskap, kjent, kent, bekend, bekendheid,"
    " bekannt, bekanntheit, kenne ich",
    "needed": "needed, need, need it, needed it, behov, har haft brug for det, haft brug for det,"
    " brug for det, haft behov, har hatt behov, hatt behov, hatt bruk for det, nodig, nodig gehad,"
    " behoefte, gebraucht, bedarf",
    "used": "used, use, used it, got help, got through, brugt, har brugt, brugt det, fik hjælp,"
    " fået hjælp, fikk hjelp, fått hjelp, brukt, har brukt, gebruikt, hulp gekregen, genutzt,"
    " hilfe bekommen, hilfe erhalten",
    "solved": "solved, resolved, was it solved, blev løst, blev det løst, løst, ble løst,"
    " ble det løst, opgelost, gelöst",
}
# and the words that give a whole question away
_WORDS = {
    "importance": "important importance vigtigt vigtig vigtige viktig viktige belangrijk wichtig",
    "satisfaction": "satisfied satisfaction tilfreds tilfredse fornøyd tevreden zufrieden",
    "aware": "aware know knew heard kender kendte kjenner kjente kent kende bekend kennen kannten",
    "needed": "needed need behov nodig",
    "used": "used brugt brukt gebruikt genutzt",
    "solved": "solved resolved løst opgelost gelöst",
}
_PART_OF = {key(part): one for one, parts in _PARTS.items() for part in parts.split(",")}
_WORD_OF = {word: one for one, words in _WORDS.items() for word in words.split()}
_PHRASES = {
    "needed": ("brug for", "bruk for", "hatt behov", "haft behov"),
    "used": ("fik du hjælp", "fået hjælp", "fikk du hjelp", "fått hjelp", "get help"),
}
_SCALE = re.compile(r"[\s(]*\(?\d+\s*[-–]\s*\d+\)?\s*\)?\s*$")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_JOINTS = (
    re.compile(r"^(?P<a>.+?)\s*\[(?P<b>[^\[\]]+)\]\s*$"),
    re.compile(r"^(?P<a>.+?)\s*\((?P<b>[^()]+)\)\s*$"),
    re.compile(r"^(?P<a>.+?)\s*:\s+(?P<b>.+)$"),
    re.compile(r"^(?P<a>.+)\s+[-–|]\s+(?P<b>.+)$"),
    re.compile(r"^(?P<a>.+)_(?P<b>[^_]+)$"),
    re.compile(r"^(?P<a>[^_]+)_(?P<b>.+)$"),
    re.compile(r"^(?P<a>\S+)\s+(?P<b>.+)$"),
    re.compile(r"^(?P<a>.+)\s+(?P<b>\S+)$"),
)
_TOLD_BY_WORDS = 4  # of the joints, those that part a question from what it asks about


def aspect_roles(columns: Iterable[str], answers: set[str]) -> dict[str, Role]:
    """Say which columns ask for importance, satisfaction, … of which benefit.

    Parameters
    ----------
    columns : iterable of str
        All names of the file.
    answers : set of str
        The columns with few different values; only these are told by a word in a question.

    Returns
    -------
    dict of str to Role
        Only the columns that ask about a benefit. Of two columns that ask the same of one
        benefit neither can be told for the other: both are ``half_pair``.
    """
    found = {
        column: _asked(column, column in answers) or _asked(_SCALE.sub("", column), few=False)
        for column in columns
    }
    asked = {column: role for column, role in found.items() if role is not None}
    counts = Counter((role.name, key(role.item or "")) for role in asked.values())
    return {
        column: role if counts[role.name, key(role.item or "")] == 1 else Role("half_pair")
        for column, role in asked.items()
    }


def benefits(roles: Mapping[str, Role]) -> dict[str, dict[str, str]]:
    """Return the columns of each benefit by aspect, in the file's order."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    labels: dict[str, str] = {}
    for column, role in roles.items():
        if role.name in ASPECTS and role.item is not None:
            label = labels.setdefault(key(role.item), role.item)
            groups[label][role.name] = column
    return dict(groups)


def bare_aspects(columns: Iterable[str]) -> dict[str, Role]:
    """Return the columns that are called by an aspect alone, as in a file of a row an answer."""
    found: dict[str, Role] = {}
    for column in columns:
        aspect = _part(column)
        if aspect and aspect not in {role.name for role in found.values()}:
            found[column] = Role(aspect)
    return found


def _part(text: str) -> str | None:
    """Return the aspect that a part of a name is; what it says of the scale is set aside."""
    plain = _SCALE.sub("", _ASIDE.sub("", text)).replace("_", " ").rstrip(" ?.:")
    return _PART_OF.get(key(plain))


def _asked(column: str, few: bool) -> Role | None:
    for number, joint in enumerate(_JOINTS):
        parted = joint.fullmatch(column)
        if parted:
            first, last = parted["a"], parted["b"]
            of_first, of_last = _part(first), _part(last)
            if of_first and not of_last:
                return Role(of_first, last.strip())
            if of_last and not of_first:
                return Role(of_last, first.strip())
            if few and number < _TOLD_BY_WORDS and _told(first):
                return Role(_told(first) or "", last.strip())
    return None


def _told(question: str) -> str | None:
    """Return the aspect that the words of a question speak of, where it is one only."""
    asked = key(question)
    found = {_WORD_OF[word] for word in _WORD.findall(asked) if word in _WORD_OF}
    found |= {one for one, said in _PHRASES.items() if any(phrase in asked for phrase in said)}
    return found.pop() if len(found) == 1 else None
