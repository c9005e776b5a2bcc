"""Which theme comes first by members, fees at stake and what is missed."""

from dataclasses import dataclass

import pandas as pd

from views.places import Places, places
from views.themes.across import Across
from views.themes.figures import Figures
from views.themes.found import Found
from views.themes.options import CRITERIA, Options


@dataclass(frozen=True, eq=False)
class Result:
    """What the themes page rests on.

    Attributes
    ----------
    found : Found
    figures : Figures
    across : Across
    places : Places or None
        None where there is one theme only, or every weight is zero.
    """

    found: Found
    figures: Figures
    across: Across
    places: Places | None

    @property
    def order(self) -> list[str]:
        """The themes' codes, first place first."""
        return self.places.order if self.places else self.found.codes


def ranked(figures: Figures, options: Options) -> Places | None:
    """Rank themes by the weights that were given, of what is known of all of them."""
    weights = pd.Series(options.weights, index=list(CRITERIA), dtype=float)[figures.known]
    if len(figures.values) < 2 or not weights.any():
        return None
    return places(figures.criteria(), weights)
