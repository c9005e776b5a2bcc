"""Several questions as one joint code, so that scoring people is looking up in small tables.

A block joins questions whose combinations of answers number at most 4,096: a table of so many
float64 stays in a processor's nearest caches. Adding up a score over ten questions of five levels
is then two look-ups, and counting answers by class two bincounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

LARGEST_BLOCK = 4096


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

    @cached_property
    def places(self) -> list[slice]:
        """By question, where its levels stand among all levels side by side."""
        stops = np.cumsum([levels for block in self.blocks for levels in block]).tolist()
        return [slice(*ends) for ends in zip([0, *stops[:-1]], stops, strict=True)]

    @cached_property
    def answers(self) -> list[np.ndarray]:
        """By block, which answers each combination is made of: 0 or 1, (combinations, levels)."""
        return [_answers_of(block) for block in self.blocks]

    def some(self, kept: np.ndarray) -> "Packed":
        """Return some of the profiles."""
        return Packed(tuple(codes[kept] for codes in self.joint), self.blocks)

    def score(self, own: np.ndarray, by_level: np.ndarray) -> np.ndarray:
        """Add up scores, (K, P): a class's own, (K,), and those of each answer, (K, L)."""
        parts = np.split(by_level, self._ends, axis=1)
        tables = [part @ answers.T for part, answers in zip(parts, self.answers, strict=True)]
        tables[0] += own[:, None]
        total = np.stack([row.take(self.joint[0]) for row in tables[0]])
        for table, codes in zip(tables[1:], self.joint[1:], strict=True):
            for one, row in enumerate(table):
                total[one] += row.take(codes)
        return total

    def summed(self, shares: np.ndarray) -> np.ndarray:
        """Add up by answer what each class has of every profile, (K, P) to (K, L)."""
        sums = []
        for codes, answers in zip(self.joint, self.answers, strict=True):
            whole = np.stack([np.bincount(codes, one, len(answers)) for one in shares])
            sums.append(whole @ answers)
        return np.concatenate(sums, axis=1)

    def counted(self, labels: np.ndarray, mass: np.ndarray, k: int) -> np.ndarray:
        """Return how many people of each class gave each answer, (K, L)."""
        sums = []
        for codes, answers in zip(self.joint, self.answers, strict=True):
            size = len(answers)
            whole = np.bincount(labels * size + codes, mass, k * size)
            sums.append(whole.reshape(k, size) @ answers)
        return np.concatenate(sums, axis=1)

    @cached_property
    def _ends(self) -> list[int]:
        return np.cumsum([sum(block) for block in self.blocks])[:-1].tolist()


def pack(codes: np.ndarray, levels: Sequence[int]) -> Packed:
    """Join neighbouring questions as long as a block stays small.

    Parameters
    ----------
    codes : int array (P, Q)
        Answers from 0 up.
    levels : sequence of int
        By question, how many levels it has.
    """
    blocks: list[list[int]] = []
    joint: list[np.ndarray] = []
    for answers, many in zip(codes.T, levels, strict=True):
        if blocks and np.prod(blocks[-1]) * many <= LARGEST_BLOCK:
            joint[-1] = joint[-1] * many + answers
            blocks[-1].append(many)
        else:
            joint.append(answers.astype(np.intp))
            blocks.append([many])
    return Packed(tuple(joint), tuple(map(tuple, blocks)))


def _answers_of(block: tuple[int, ...]) -> np.ndarray:
    combinations = np.indices(block).reshape(len(block), -1)
    given = [np.eye(levels)[one] for levels, one in zip(block, combinations, strict=True)]
    return np.concatenate(given, axis=1)
