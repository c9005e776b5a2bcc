"""What ends a membership: hazards by tenure and by age, and which of them comes first."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sample_data.days import NEVER, YEAR, years_between

ROUTES = ("resigned", "transferred", "arrears", "retired", "death", "excluded")
RESIGNED, TRANSFERRED, ARREARS, RETIRED, DEATH, EXCLUDED = range(6)
RECOVERS_ALONE = 0.38  # of those in arrears, without anybody's help
SECOND_LIFE = 0.8  # times in a second spell are 20 % shorter, in a third another 20 %


@dataclass(frozen=True)
class Hazard:
    """A hazard that is constant between edges.

    Attributes
    ----------
    edges : tuple of float
        Years where the rate changes; the first is 0.
    rates : tuple of float
        Events a year from each edge on.
    """

    edges: tuple[float, ...]
    rates: tuple[float, ...]

    def draw(
        self, rng: np.random.Generator, since: np.ndarray, risk: np.ndarray | float = 1.0
    ) -> np.ndarray:
        """Draw the time of the next event by inverting the cumulative hazard.

        Parameters
        ----------
        rng : numpy.random.Generator
            The stream to draw from.
        since : array of float
            Years already lived without the event.
        risk : array of float or float
            Multiplier of the hazard.

        Returns
        -------
        array of float
            Years, on the same clock as ``since``, of the event.
        """
        return self._years(self._cumulative(since) + rng.exponential(size=len(since)) / risk)

    @property
    def _sums(self) -> np.ndarray:
        steps = np.diff(self.edges) * self.rates[:-1]
        return np.concatenate([[0.0], np.cumsum(steps)])

    def _cumulative(self, years: np.ndarray) -> np.ndarray:
        beyond = np.maximum(years - self.edges[-1], 0) * self.rates[-1]
        return np.interp(years, self.edges, self._sums) + beyond

    def _years(self, cumulative: np.ndarray) -> np.ndarray:
        beyond = np.maximum(cumulative - self._sums[-1], 0) / self.rates[-1]
        return np.interp(cumulative, self._sums, self.edges) + beyond


RESIGNS = Hazard((0, 1, 3, 6, 12), (0.210, 0.160, 0.082, 0.020, 0.006))
MISSES_FEES = Hazard((0, 1, 3, 6, 12), (0.215, 0.125, 0.056, 0.012, 0.002))
TRANSFERS = Hazard((0, 2, 8), (0.050, 0.026, 0.002))
IS_EXCLUDED = Hazard((0, 5), (0.0016, 0.0010))
RETIRES = Hazard((0, 60, 63, 67, 68), (0.0, 0.07, 0.105, 0.58, 0.015))
DIES = Hazard((0, 40, 50, 60, 70, 80, 90), (0.0006, 0.0017, 0.0042, 0.0085, 0.017, 0.04, 0.14))


def next_event(
    rng: np.random.Generator,
    people: pd.DataFrame,
    started: np.ndarray,
    since: np.ndarray,
    life: np.ndarray | float = 1.0,
) -> tuple[np.ndarray, np.ndarray]:
    """Draw what comes first in a spell after a day, and when.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    people : pandas.DataFrame
        Their traits.
    started, since : array of int
        First day of the spell; day from which on events are drawn.
    life : array of float or float
        Stretch of all times of leaving by choice or by arrears: 1 in first spells, less later.

    Returns
    -------
    tuple of array of int
        The day of the event and its route; `NEVER` past any sensible date.
    """
    tenure = years_between(started, since) / life
    age = years_between(people["born"].to_numpy(), since)
    by_tenure = {
        RESIGNED: (RESIGNS, people["resign_risk"].to_numpy()),
        TRANSFERRED: (TRANSFERS, 1.0),
        ARREARS: (MISSES_FEES, people["arrears_risk"].to_numpy()),
        EXCLUDED: (IS_EXCLUDED, 1.0),
    }
    waits = np.empty((len(ROUTES), len(since)))
    for route, (hazard, risk) in by_tenure.items():
        waits[route] = (hazard.draw(rng, tenure, risk) - tenure) * life
    for route, hazard in ((RETIRED, RETIRES), (DEATH, DIES)):
        waits[route] = hazard.draw(rng, age) - age
    route = waits.argmin(axis=0)
    days = since + 1 + (waits.min(axis=0) * YEAR).astype(np.int64)
    return np.minimum(days, NEVER), route.astype(np.int8)
