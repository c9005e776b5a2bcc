"""How far long work is: told to whoever waits, who may stop it by raising."""

from collections.abc import Callable

# Of the fraction done, and a code of what is being done.
Progress = Callable[[float, str], None]


def within(
    progress: Progress | None, low: float, high: float, stage: str | None = None
) -> Progress | None:
    """Return progress from 0 to 1 as a stretch of the whole, under a name if one is given."""
    if progress is None:
        return None
    return lambda fraction, own: progress(low + fraction * (high - low), stage or own)
