"""Several questions as one joint code, so that scoring people is looking up in small tables.

A block joins questions whose combinations of answers number at most 4,096: a table of so many
float64 stays in a processor's nearest caches. Adding up a score over ten questions of five levels
is then two look-ups, and counting answers by class two bincounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csc_array

LARGEST_BLOCK = 4096
# Of so few people that larger tables would take longer than they do.
SMALL_BLOCK = 256


@dataclass(frozen=True, eq=False)
class Packed:
    """Profiles as joint codes.

    Attributes
    ----------
    joint : tuple of int arrays (P,)
        By block, each profile's combination of answers.
    blocks : tuple of tuple of int
        By block, the numbers of levels of its questions, in their order.
    """

    joint: tuple[np.ndarray, ...]
    blocks: tuple[tuple[int, ...], ...]

    @property
    def levels(self) -> list[int]:
        """By question, how many levels it has."""
        return [levels for block in self.blocks for levels in block]

    @cached_property
    def places(self) -> list[slice]:
        """By question, where its levels stand among all levels side by side."""
        stops = np.cumsum(self.levels).tolist()
        return [slice(*ends) for ends in zip([0, *stops[:-1]], stops, strict=True)]

    def some(self, kept: np.ndarray) -> "Packed":
        """Return some of the profiles."""
        return Packed(tuple(codes[kept] for codes in self.joint), self.blocks)

    def score(self, own: np.ndarray, by_level: np.ndarray) -> np.ndarray:
        """Add up scores, (K, P): a class's own, (K,), and those of each answer, (K, L)."""
        tables = [by_level[:, place] for place in self.places]
        total = np.tile(own[:, None], (1, len(self.joint[0])))
        for codes, block in zip(self.joint, self.blocks, strict=True):
            table = _spread([tables.pop(0) for _ in block])
            for one, row in enumerate(table):
                total[one] += row.take(codes)
        return total

    def own(self, labels: np.ndarray, by_level: np.ndarray) -> np.ndarray:
        """Add up each profile's scores in its own class alone, (P,), of all classes' (K, L)."""
        left = [by_level[:, place] for place in self.places]
        total = np.zeros(len(labels))
        for codes, block in zip(self.joint, self.blocks, strict=True):
            table = _spread([left.pop(0) for _ in block])
            total += table.ravel().take(labels * table.shape[1] + codes)
        return total

    def summed(self, shares: np.ndarray) -> np.ndarray:
        """Add up by answer what each class has of every profile, (K, P) to (K, L)."""
        sums = []
        for codes, block in zip(self.joint, self.blocks, strict=True):
            size = int(np.prod(block))
            whole = np.stack([np.bincount(codes, one, size) for one in shares])
            sums += _folded(whole, block)
        return np.concatenate(sums, axis=1)

    def joined(self, own: np.ndarray, by_level: np.ndarray, join: np.ufunc) -> np.ndarray:
        """Join, by adding or multiplying, a class's own (K,) with those of answers (K, L): (P, K).

        A person's classes lie side by side in memory: one look-up brings them all.
        """
        first, *others = self.tables(own, by_level, join)
        total = first.take(self.joint[0], axis=0)
        for codes, table in zip(self.joint[1:], others, strict=True):
            join(total, table.take(codes, axis=0), out=total)
        return total

    def tables(self, own: np.ndarray, by_level: np.ndarray, join: np.ufunc) -> list[np.ndarray]:
        """Return what each combination of a block's answers says, (combinations, K) a block.

        A class's own, (K,), goes into the first.
        """
        left = [by_level[:, place] for place in self.places]
        tables = [_spread([left.pop(0) for _ in block], join).T for block in self.blocks]
        return [np.ascontiguousarray(join(tables[0], own)), *map(np.ascontiguousarray, tables[1:])]

    def folded(self, wholes: Sequence[np.ndarray]) -> np.ndarray:
        """Sum tables of all combinations, (combinations, K) a block, to the answers, (K, L)."""
        sums = [
            _folded(np.ascontiguousarray(whole.T), block)
            for whole, block in zip(wholes, self.blocks, strict=True)
        ]
        return np.concatenate([one for block in sums for one in block], axis=1)

    def gathered(self, shares: np.ndarray, mass: np.ndarray) -> np.ndarray:
        """Add up by answer what each class has of every profile, (P, K) to (K, L), weighed."""
        ends = np.arange(len(mass) + 1)
        # A column a person: multiplying walks through everybody once, all classes together.
        wholes = [
            csc_array((mass, codes, ends), shape=(int(np.prod(block)), len(mass))) @ shares
            for codes, block in zip(self.joint, self.blocks, strict=True)
        ]
        return self.folded(wholes)

    def counted(self, labels: np.ndarray, mass: np.ndarray, k: int) -> np.ndarray:
        """Return how many people of each class gave each answer, (K, L)."""
        sums = []
        for codes, block in zip(self.joint, self.blocks, strict=True):
            size = int(np.prod(block))
            whole = np.bincount(labels * size + codes, mass, k * size)
            sums += _folded(whole.reshape(k, size), block)
        return np.concatenate(sums, axis=1)


def pack(codes: np.ndarray, levels: Sequence[int], largest: int = LARGEST_BLOCK) -> Packed:
    """Join neighbouring questions as long as a block stays small.

    Parameters
    ----------
    codes : int array (P, Q)
        Answers from 0 up.
    levels : sequence of int
        By question, how many levels it has.
    largest : int
        Combinations that a block may have.
    """
    blocks: list[list[int]] = []
    joint: list[np.ndarray] = []
    for answers, many in zip(codes.T, levels, strict=True):
        if blocks and np.prod(blocks[-1]) * many <= largest:
            joint[-1] = joint[-1] * many + answers
            blocks[-1].append(many)
        else:
            joint.append(answers.astype(np.intp))
            blocks.append([many])
    return Packed(tuple(joint), tuple(map(tuple, blocks)))


def _spread(tables: Sequence[np.ndarray], join: np.ufunc = np.add) -> np.ndarray:
    """Join questions' tables, (K, levels) each, to one of all combinations of answers."""
    *others, whole = tables
    # From the last question on, as the longer side is then the inner one.
    for own in reversed(others):
        whole = join(own[:, :, None], whole[:, None, :]).reshape(len(own), -1)
    return np.ascontiguousarray(whole)


def _folded(whole: np.ndarray, block: tuple[int, ...]) -> list[np.ndarray]:
    """Sum a table of all combinations, (K, size), to those of its questions, (K, levels) each."""
    sums = []
    for levels in block:
        cube = whole.reshape(len(whole), levels, -1)
        sums.append(cube.sum(axis=2))
        whole = cube.sum(axis=1)
    return sums
