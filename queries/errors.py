"""What the store says when it can't do a thing: a code and the facts, never a sentence."""


class StoreError(Exception):
    """The database can't be used as asked.

    Parameters
    ----------
    code : str
        ``"database_in_use"``, ``"database_newer"``, ``"database_busy"``, ``"database_damaged"``,
        ``"disk_full"`` or ``"cancelled"``; ``words.problems`` makes a sentence of it.
    **facts
        Names and numbers that the sentence needs.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
