"""The filter that every page obeys, and the SQL condition that it is."""

from dataclasses import dataclass, fields, replace
from datetime import date

DIMENSIONS = ("status", "segment", "sector", "branch", "region", "age_band", "member_type")

AGE_BANDS = ("under_25", "25_34", "35_44", "45_54", "55_64", "65_over")
STATUSES = ("active", "in_notice", "in_arrears", "recently_left", "former")


@dataclass(frozen=True)
class Filters:
    """One value a dimension, or none; and a period for what happened in time.

    A dimension takes a single value: sums over chosen sets of values would let small groups be
    found by subtraction.

    Attributes
    ----------
    status, segment, sector, branch, region, age_band, member_type : str or None
        The value to keep; None keeps all. ``segment`` is a segment's id, as text.
    since, until : datetime.date or None
        First day and first day after the period.
    """

    status: str | None = None
    segment: str | None = None
    sector: str | None = None
    branch: str | None = None
    region: str | None = None
    age_band: str | None = None
    member_type: str | None = None
    since: date | None = None
    until: date | None = None

    def active(self) -> dict[str, str]:
        """Return the dimensions that are set, with their values."""
        values = {name: getattr(self, name) for name in DIMENSIONS}
        return {name: value for name, value in values.items() if value is not None}

    def without(self, *names: str) -> "Filters":
        """Return this filter with the named dimensions let go."""
        return replace(self, **dict.fromkeys(names))

    def condition(self) -> str:
        """Return the SQL condition on ``member_now`` or ``respondent_now``; values are bound."""
        terms = [_TERMS.get(name, f"{name} = ${name}") for name in self.active()]
        return " and ".join(terms) or "true"

    def parameters(self) -> dict[str, object]:
        """Return every value that a query may bind, by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


_TERMS = {
    "segment": "member_id in (select member_id from segment_member"
    " where segment_id = cast($segment as bigint))",
}

NO_FILTERS = Filters()
