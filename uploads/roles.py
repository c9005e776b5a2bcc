"""What a column of a file holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A column's part in an import.

    Attributes
    ----------
    name : str
        ``"functional"``, ``"respondent_id"``, ``"gender"``, ``"trait"``, ``"personal"``, …
    item : str or None
        The question that an answer column belongs to.
    """

    name: str
    item: str | None = None


LEFT_OUT = ("personal", "free_text", "half_pair", "not_used", "ignored")
