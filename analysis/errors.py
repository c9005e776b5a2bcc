"""What an analysis says when the data cannot carry it: a code and the facts, never a sentence."""


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
