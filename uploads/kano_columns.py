"""Which columns of a Kano file belong together: pairs are found by name, never by position."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from uploads.question_names import QuestionName, question_name
from uploads.roles import Role
from uploads.text import slug

SIDES = ("functional", "dysfunctional", "importance")
_BY_DENIAL = {False: "functional", True: "dysfunctional"}


@dataclass(frozen=True)
class Pair:
    """The columns of one feature.

    Attributes
    ----------
    item : str
        Its identifier.
    label : str
        Its short name.
    functional, dysfunctional : str
        The columns of the two answers.
    importance : str or None
        The column of the self-stated importance.
    """

    item: str
    label: str
    functional: str
    dysfunctional: str
    importance: str | None = None


def pair_roles(columns: list[str], answers: set[str]) -> dict[str, Role]:
    """Say which columns are functional, dysfunctional and importance, and of which question.

    Parameters
    ----------
    columns : list of str
        All names of the file.
    answers : set of str
        The columns whose cells may be answers, for names that don't say their side.

    Returns
    -------
    dict of str to Role
        Only the columns that belong to a question. A half whose other half is missing has the
        role ``half_pair``.
    """
    names = [question_name(column) for column in columns]
    roles: dict[str, Role] = {}
    for group in _groups([name for name in names if name.side != "open"], lambda name: name.stem):
        _add(roles, group, {name.column: name.side for name in group})
    asked = [name for name in names if name.side == "open" and name.column in answers]
    for stem in (lambda name: name.stem, lambda name: (name.row,) if name.row else None):
        rest = [name for name in asked if name.column not in roles]
        for group in _groups(rest, stem):
            if sorted(name.denies for name in group) == [False, True]:
                _add(roles, group, {name.column: _BY_DENIAL[name.denies] for name in group})
    return roles | _importance_by_row(names, roles)


def _importance_by_row(names: list[QuestionName], roles: dict[str, Role]) -> dict[str, Role]:
    """Give a pair the importance that is asked in a question of its own: ``Important: Courses``."""
    of_item = {(role.name, role.item) for role in roles.values()}
    found: dict[str, Role] = {}
    for name in names:
        lone = name.side == "importance" and roles[name.column].name == "half_pair"
        wanted = ("functional", name.label) in of_item and ("importance", name.label) not in of_item
        if lone and wanted:
            found[name.column] = Role("importance", name.label)
    return found


def pairs(roles: dict[str, Role]) -> tuple[Pair, ...]:
    """Return the pairs that the roles make, in the file's order."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for column, role in roles.items():
        if role.item is not None and role.name in SIDES:
            found[role.item][role.name] = column
    whole = {item: sides for item, sides in found.items() if sides.keys() >= set(SIDES[:2])}
    of_label = identifiers(list(whole))
    return tuple(Pair(of_label[item], item, **sides) for item, sides in whole.items())


def _groups(
    names: list[QuestionName], stem_of: Callable[[QuestionName], tuple | None]
) -> list[list[QuestionName]]:
    groups: dict[tuple, list[QuestionName]] = defaultdict(list)
    for name in names:
        if stem_of(name) is not None:
            groups[stem_of(name)].append(name)
    return list(groups.values())


def _add(roles: dict[str, Role], group: list[QuestionName], sides: dict[str, str]) -> None:
    """Give a question's columns their roles, under a label that no other question has."""
    counts = Counter(sides.values())
    whole = counts["functional"] == counts["dysfunctional"] == 1 >= counts["importance"]
    first = next((name for name in group if sides[name.column] == "functional"), group[0])
    taken = {role.item for role in roles.values() if role.name != "half_pair"}
    label = first.column if first.label in taken else first.label
    for column, side in sides.items():
        roles[column] = Role(side if whole else "half_pair", label)


def identifiers(labels: list[str]) -> dict[str, str]:
    """Give each label an identifier of its own."""
    return dict(zip(labels, identifiers_of(labels), strict=True))


def identifiers_of(labels: list[str]) -> list[str]:
    """Return an identifier for each place of a list, in which a label may stand twice."""
    taken: list[str] = []
    for label in labels:
        wish, n = slug(label), 1
        while (name := wish if n == 1 else f"{wish}_{n}") in taken:
            n += 1
        taken.append(name)
    return taken
