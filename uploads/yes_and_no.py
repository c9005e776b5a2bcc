"""Yes and no as files write them: said how they were read, where one has several spellings."""

from collections.abc import Iterable

from uploads.problems import Problems
from uploads.text import key


def say_how_yes_was_read(read: Iterable[tuple[str, object]], problems: Problems) -> None:
    """Note the spellings of yes and of no, where either has more than one.

    Parameters
    ----------
    read : iterable of (str, object)
        A cell's text and what it stands for; whatever is not ``"yes"`` or ``"no"`` is ignored.
    problems : Problems
        Takes ``yes_and_no_read``.
    """
    spelled: dict[object, set[str]] = {"yes": set(), "no": set()}
    for text, code in read:
        if code in spelled:
            spelled[code].add(text.strip())
    if any(len({key(text) for text in texts}) > 1 for texts in spelled.values()):
        said = {code: ", ".join(sorted(texts)) for code, texts in spelled.items()}
        problems.add("yes_and_no_read", yes=said["yes"], no=said["no"])
