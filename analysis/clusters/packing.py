"""Several questions as one joint code, so that scoring people is looking up in small tables.

A block joins questions whose combinations of answers number at most 4,096: a table of so many
float64 stays in a processor's first cache. Adding up a score over ten questions of five levels is
then two look-ups, and counting answers by class two bincounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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

    def some(self, kept: np.ndarray) -> "Packed":
        """Return some of the profiles."""
        return Packed(tuple(codes[kept] for codes in self.joint), self.blocks)

    def spread(self, tables: np.ndarray) -> list[np.ndarray]:
        """Add up the questions' tables to those of the blocks.

        Parameters
        ----------
        tables : array (K, L)
            Scores by class; all questions' levels side by side.

        Returns
        -------
        list of arrays (K, size of the block)
        """
        out, start = [], 0
        for block in self.blocks:
            whole = np.zeros((len(tables), 1), dtype=tables.dtype)
            for levels in block:
                own = tables[:, None, start : start + levels]
                whole = (whole[:, :, None] + own).reshape(len(tables), -1)
                start += levels
            out.append(whole)
        return out

    def score(self, own: np.ndarray, by_level: np.ndarray) -> np.ndarray:
        """Add up the scores of every profile, (K, P): a class's own and those of its answers."""
        tables = self.spread(by_level)
        tables[0] = tables[0] + own[:, None]
        total = np.stack([row.take(self.joint[0]) for row in tables[0]])
        for table, codes in zip(tables[1:], self.joint[1:], strict=True):
            for one, row in enumerate(table):
                total[one] += row.take(codes)
        return total

    def fold(self, sums: Sequence[np.ndarray]) -> np.ndarray:
        """Turn sums by block, (K, size of the block) each, into sums by level, (K, L)."""
        out = []
        for block, whole in zip(self.blocks, sums, strict=True):
            cube = whole.reshape(-1, *block)
            axes = range(1, cube.ndim)
            out += [cube.sum(axis=tuple(set(axes) - {axis})) for axis in axes]
        return np.concatenate(out, axis=1)

    def counted(self, labels: np.ndarray, mass: np.ndarray, k: int) -> np.ndarray:
        """Return how many people of each class gave each answer, (K, L)."""
        sums = []
        for codes, block in zip(self.joint, self.blocks, strict=True):
            size = int(np.prod(block))
            sums.append(np.bincount(labels * size + codes, mass, k * size).reshape(k, size))
        return self.fold(sums)


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


def places(packed: Packed) -> list[tuple[int, int]]:
    """Return by question where its levels begin and end among all levels side by side."""
    stops = np.cumsum([levels for block in packed.blocks for levels in block]).tolist()
    return list(zip([0, *stops[:-1]], stops, strict=True))
