"""What the reader of the value picture chooses."""

from dataclasses import dataclass

from views import view

DEDUCTIBLE = 7_000  # DKK a year of the union's fee that Danish tax law lets a member deduct
TAX_RATES = (0, 20, 22, 24, 26, 28, 30, 35, 40)


@dataclass(frozen=True)
class Options(view.Options):
    """What the reader of the value picture chooses.

    Attributes
    ----------
    survey_id : str or None
        Which value survey; None for the newest.
    tax : int
        Per cent of a deducted krone that comes back in tax.
    """

    survey_id: str | None = None
    tax: int = 26
