"""Who is asked about what: every item, and every pair of items, about equally often."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from analysis.errors import NotEnough

TRIES = 3000
MOST_ROUNDS = 3
COLUMN = re.compile(r"K(\d{2})(?!\d)")
VERSION = re.compile(r"([A-Z2-9]{4})-(\d{2})")


@dataclass(frozen=True)
class Balance:
    """How even a design is.

    Attributes
    ----------
    asked : tuple of int
        In how many versions an item is: least and most.
    together : tuple of int
        In how many versions a pair of items is together: least and most.
    efficiency : float
        Average efficiency of comparisons within versions, of a survey that asks everybody
        everything; 1 when it does.
    """

    asked: tuple[int, int]
    together: tuple[int, int]
    efficiency: float


@dataclass(frozen=True)
class Design:
    """Versions of a questionnaire, each with some of the items.

    Attributes
    ----------
    items : tuple of str
    versions : tuple of tuple of int
        Places in `items`, in the order in which a version asks.
    labels : tuple of str
        What the items are called, where that is known.
    """

    items: tuple[str, ...]
    versions: tuple[tuple[int, ...], ...]
    labels: tuple[str, ...] = ()

    def asked(self, version: int) -> tuple[str, ...]:
        """Return the items of a version, counted from 1, in its order.

        Raises
        ------
        NotEnough
            ``unknown_version``.
        """
        if not 1 <= version <= len(self.versions):
            raise NotEnough("unknown_version", version=version, versions=len(self.versions))
        return tuple(self.items[place] for place in self.versions[version - 1])

    def versions_of(self, item: str) -> tuple[int, ...]:
        """Return the versions that ask about an item, counted from 1."""
        place = self.items.index(item)
        return tuple(n for n, version in enumerate(self.versions, 1) if place in version)

    def column(self, item: str) -> str:
        """Return what an item's columns are called in a file: ``"K03"`` for the third."""
        return f"K{self.items.index(item) + 1:02d}"

    def item_of(self, column: str) -> str | None:
        """Return the item that a column's name begins with; None where it begins with none."""
        found = COLUMN.match(column.strip().upper())
        number = int(found[1]) if found else 0
        return self.items[number - 1] if 1 <= number <= len(self.items) else None

    @property
    def balance(self) -> Balance:
        """How evenly items and pairs are asked."""
        there = self._there()
        together = there.T @ there
        asked = np.diag(together)
        pairs = together[~np.eye(len(asked), dtype=bool)]
        ends = (int(pairs.min()), int(pairs.max())) if len(pairs) else (0, 0)
        return Balance((int(asked.min()), int(asked.max())), ends, _efficiency(there))

    def as_json(self) -> dict[str, object]:
        """Return what `from_json` reads."""
        versions = [list(one) for one in self.versions]
        return {"items": list(self.items), "versions": versions, "labels": list(self.labels)}

    def _there(self) -> np.ndarray:
        there = np.zeros((len(self.versions), len(self.items)))
        for version, places in enumerate(self.versions):
            there[version, list(places)] = 1
        return there


def from_json(written: Mapping[str, list]) -> Design:
    """Read a design back."""
    versions = tuple(tuple(map(int, one)) for one in written["versions"])
    labels = tuple(map(str, written.get("labels", ())))
    return Design(tuple(map(str, written["items"])), versions, labels)


def design(items: tuple[str, ...], a_person: int, seed: int = 0) -> Design:
    """Spread items over versions of a questionnaire.

    A cyclic design (David & Wolock 1965, Annals of Mathematical Statistics 36:1526; John &
    Williams 1995, Cyclic and Computer Generated Designs): one set of places is moved on by one
    item a version, all round, so that every item is asked equally often and equally often at each
    place in the order. How often pairs meet depends on the distances within the set alone; of
    many sets the most even is kept, and a second and third round evens out what is left.

    Parameters
    ----------
    items : tuple of str
        At least two.
    a_person : int
        Items a version; all of them where there are no more.
    seed : int
        Of the search.

    Raises
    ------
    NotEnough
        ``too_few_items``.
    """
    if len(items) < 2 or a_person < 2:
        raise NotEnough("too_few_items", items=len(items))
    if a_person >= len(items):
        return Design(tuple(items), (tuple(range(len(items))),))
    rng = np.random.default_rng(seed)
    tried = _candidates(rng, len(items), a_person)
    met = np.array([_met(one, len(items)) for one in tried])
    best = None
    for rounds in range(1, MOST_ROUNDS + 1):
        chosen = _evenest(met, rounds)
        found = Design(tuple(items), _turned(tried[chosen], len(items)))
        if best is None or _unevenness(found) < _unevenness(best):
            best = found
        if _unevenness(best) == (False, 0):
            break
    return best


def version_code(questionnaire: str, version: int) -> str:
    """Return what stands in a returned file's version column: ``"Q7KF-03"``."""
    return f"{questionnaire}-{version:02d}"


def items_asked(cell: str, designs: Mapping[str, Design]) -> tuple[str, ...] | None:
    """Tell from a returned file's version column which items a respondent was asked about.

    Parameters
    ----------
    cell : str
        The column's cell, as `version_code` wrote it.
    designs : mapping of str to Design
        By questionnaire code.

    Returns
    -------
    tuple of str or None
        Item ids; a blank about any other item is blank by design (``not_asked``). None where the
        cell names no version of a questionnaire that is known.
    """
    found = VERSION.fullmatch(cell.strip().upper())
    if found is None or found[1] not in designs:
        return None
    known = designs[found[1]]
    version = int(found[2])
    return known.asked(version) if 1 <= version <= len(known.versions) else None


def _candidates(rng: np.random.Generator, items: int, size: int) -> np.ndarray:
    """Draw sets that hold item 0, as rows in a random order."""
    everything = list(combinations(range(1, items), size - 1)) if items <= 12 else None
    if everything is not None:
        rest = np.array(everything)
    else:
        rest = np.array([rng.choice(items - 1, size - 1, replace=False) + 1 for _ in range(TRIES)])
    return rng.permuted(np.column_stack([np.zeros(len(rest), dtype=int), rest]), axis=1)


def _met(block: np.ndarray, items: int) -> np.ndarray:
    """Count the distances within a set, going round: how often pairs that far apart meet."""
    apart = (block[:, None] - block[None, :]) % items
    return np.bincount(apart[apart > 0], minlength=items)[1:]


def _evenest(met: np.ndarray, rounds: int) -> list[int]:
    """Choose sets one after the other, each the one that leaves the pairs most even."""
    chosen: list[int] = []
    total = np.zeros(met.shape[1])
    for _ in range(rounds):
        place = int(np.argmin((total + met).var(axis=1)))
        chosen.append(place)
        total += met[place]
    return chosen


def _turned(blocks: np.ndarray, items: int) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(int(place) for place in (block + step) % items)
        for block in blocks
        for step in range(items)
    )


def _unevenness(found: Design) -> tuple[bool, int]:
    """Return whether some pair never meets, and how much oftener some pairs meet than others."""
    low, high = found.balance.together
    return low == 0, high - low


def _efficiency(there: np.ndarray) -> float:
    """Average efficiency factor: harmonic mean of what the versions leave of each comparison."""
    asked = there.sum(0)
    sizes = there.sum(1)
    within = np.diag(asked) - there.T @ (there / sizes[:, None])
    scale = np.sqrt(np.where(asked > 0, asked, 1))
    left = np.linalg.eigvalsh(within / scale[:, None] / scale[None, :])[1:]
    return float(len(left) / (1 / left).sum()) if (left > 1e-9).all() else 0.0
