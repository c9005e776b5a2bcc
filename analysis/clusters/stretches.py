"""Very many people, a stretch at a time: it stays in a processor's caches, and cores share them.

How people are cut doesn't depend on how many cores there are, and what the stretches tell is put
together in their order: the numbers are the same on every machine.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Part = TypeVar("Part")
Told = TypeVar("Told")
STRETCH = 131_072
POOL = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="clusters")


def stretches(n: int) -> list[slice]:
    """Cut n people."""
    return [slice(low, min(low + STRETCH, n)) for low in range(0, n, STRETCH)]


def each(work: Callable[[Part], Told], parts: Sequence[Part]) -> list[Told]:
    """Work on every part, several at a time, and return in their order what came of it.

    The work lets other threads run only inside numpy and scipy, and mustn't call this itself.
    """
    if len(parts) == 1:
        return [work(parts[0])]
    return list(POOL.map(work, parts))
