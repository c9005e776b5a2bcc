"""The six campaigns as planned: whom, when, into which arms, and the planted success."""

from dataclasses import dataclass

from sample_data.days import day


@dataclass(frozen=True)
class Arm:
    """Some people of a stratum who get the same thing.

    Attributes
    ----------
    name, role : str
        The arm; ``treated`` or ``holdout``.
    people : int
        How many, in a union of `sample_data.sizes.PEOPLE`.
    rate : float
        Chance of success within the window.
    """

    name: str
    role: str
    people: int
    rate: float


def _treated(people: int, rate: float, name: str = "treated") -> Arm:
    return Arm(name, "treated", people, rate)


def _holdout(people: int, rate: float) -> Arm:
    return Arm("control", "holdout", people, rate)


@dataclass(frozen=True)
class Plan:
    """A campaign.

    Attributes
    ----------
    campaign_id : str
    strata : dict of str to tuple of Arm
        The arms within which people are randomised, by stratum.
    first_day, last_day : int
        Days on which people are randomised; the same day where all are at once.
    window_days : int
        How long after randomisation success counts.
    """

    campaign_id: str
    strata: dict[str, tuple[Arm, ...]]
    first_day: int
    last_day: int
    window_days: int


CALL_IN_NOTICE = Plan(
    "call-in-notice",
    {"all": (_treated(600, 0.21), _holdout(600, 0.11))},
    day("2022-06-01"), day("2026-06-25"), 120,
)  # fmt: skip
HELP_WITH_ARREARS = Plan(
    "help-with-arrears",
    {"all": (_treated(1_200, 0.50), _holdout(300, 0.38))},
    day("2024-02-01"), day("2026-05-25"), 150,
)  # fmt: skip
NEW_JOB = Plan(
    "new-job",
    {"all": (_treated(980, 0.10), _holdout(420, 0.05))},
    day("2026-04-10"), day("2026-04-10"), 180,
)  # fmt: skip
YOUR_CASE = Plan(
    "your-case",
    {
        "complaint_resolved": (_treated(200, 0.08), _holdout(200, 0.02)),
        "complaint_unresolved": (_treated(200, 0.02), _holdout(200, 0.02)),
    },
    day("2026-01-20"), day("2026-01-20"), 180,
)  # fmt: skip
CASH_OR_FREE_MONTHS = Plan(
    "cash-or-free-months",
    {
        "all": (
            _treated(1_000, 0.11, "cash_600"),
            _treated(1_000, 0.14, "free_months"),
            _holdout(700, 0.06),
        )
    },
    day("2025-09-01"), day("2025-09-01"), 120,
)  # fmt: skip
SPRING_MAIL = Plan(
    "spring-mail",
    {
        "complaint_unresolved": (_treated(1_000, 0.03), _holdout(1_000, 0.06)),
        "no_unresolved_complaint": (_treated(2_400, 0.06), _holdout(600, 0.04)),
    },
    day("2026-03-16"), day("2026-03-16"), 180,
)  # fmt: skip

PLANS = (
    CALL_IN_NOTICE, HELP_WITH_ARREARS, NEW_JOB, YOUR_CASE, CASH_OR_FREE_MONTHS, SPRING_MAIL,
)  # fmt: skip
FREE_MONTHS_END = day("2026-03-31")
FREE_MONTHS_LAPSE = 0.45  # of the returners of that arm, within the 90 days after
LAPSE_DAYS = 90
