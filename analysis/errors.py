"""What an analysis says when the data cannot carry it: a code and the facts, never a sentence."""

from dataclasses import dataclass, field


class NotEnough(Exception):
    """The data cannot carry this analysis.

    Parameters
    ----------
    code : str
        What is missing, e.g. ``"no_answers"``; ``words.problems`` makes a sentence of it.
    **facts
        Numbers and names that the sentence needs.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True)
class Problem:
    """Something the reader of a result should know: a code and the facts, never a sentence.

    Attributes
    ----------
    code : str
        E.g. ``"under_200"``; ``words.problems`` makes a sentence of it.
    facts : dict
        Numbers and names that the sentence needs.
    """

    code: str
    facts: dict[str, object] = field(default_factory=dict)
