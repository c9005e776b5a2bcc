"""What the union offers, and the shares that are planted for each benefit."""

from dataclasses import dataclass, fields

import pandas as pd


@dataclass(frozen=True)
class Benefit:
    """One offer.

    Attributes
    ----------
    benefit_id, label, label_en, kind : str
        Its slug, Danish and English names, and kind.
    known, known_former : float
        Share of members, and of former members, who know of it.
    needed, used : float or None
        Share who need it, and who use it, in a year; None where the question has no meaning.
    important, satisfied : float
        Share who find it important; share of users who are satisfied.
    unit_value, annual_cost : float or None
        DKK a use for the member, None = not priced; DKK a year for the union.
    kano : str
        Profile of Kano answers for everybody; see `sample_data.kano`.
    kano_group, kano_peak : str
        A group with its own profile, and which one; empty where there is none.
    remedy : str
        What an analysis should find.
    collective : bool
        Whether it works for all at once.
    """

    benefit_id: str
    label: str
    label_en: str
    kind: str
    known: float
    known_former: float
    needed: float | None
    used: float | None
    important: float
    satisfied: float
    unit_value: float | None
    annual_cost: float | None
    kano: str
    remedy: str
    kano_group: str = ""
    kano_peak: str = ""
    collective: bool = False


BENEFITS = (
    Benefit("collective_agreement", "Overenskomst", "Collective agreement", "solidarity",
            0.78, 0.58, None, 0.84, 0.84, 0.70, None, 21e6, "M", "tell", collective=True),
    Benefit("shop_steward", "Tillidsrepræsentant", "Shop steward", "solidarity",
            0.72, 0.55, 0.30, 0.24, 0.68, 0.77, None, 9e6, "M", "offer",
            "no_shop_steward", "A", collective=True),
    Benefit("employment_advice", "Råd om løn og ansættelse", "Employment advice", "advice",
            0.84, 0.66, 0.30, 0.22, 0.82, 0.66, 900, 8e6, "O", "advice"),
    Benefit("legal_help", "Juridisk hjælp i sager", "Legal help", "insurance",
            0.86, 0.74, 0.04, 0.03, 0.88, 0.71, 18_000, 11e6, "M", "advice"),
    Benefit("work_injury", "Hjælp ved arbejdsskade", "Work injury help", "insurance",
            0.49, 0.31, 0.015, 0.008, 0.69, 0.62, 40_000, 4e6, "M", "tell"),
    Benefit("income_insurance", "Lønsikring", "Income insurance", "insurance",
            0.44, 0.27, 0.03, 0.012, 0.52, 0.69, 28_000, 3e6, "O", "tell"),
    Benefit("pay_check", "Løntjek og lønforhandling", "Pay check", "advice",
            0.57, 0.38, 0.25, 0.11, 0.63, 0.73, 1_500, 3e6, "I", "tell", "private", "O"),
    Benefit("unemployment_help", "Hjælp når du bliver ledig", "Help when unemployed", "advice",
            0.81, 0.70, 0.06, 0.05, 0.74, 0.49, 1_200, 5e6, "M", "fix"),
    Benefit("career_coaching", "Karrieresparring", "Career coaching", "advice",
            0.51, 0.29, 0.14, 0.06, 0.46, 0.78, 1_800, 2e6, "A", "ease"),
    Benefit("courses", "Kurser", "Courses", "advice",
            0.64, 0.47, 0.30, 0.09, 0.53, 0.81, 2_400, 5e6, "A", "ease"),
    Benefit("stress_counselling", "Stress- og psykologhjælp", "Stress counselling", "advice",
            0.26, 0.09, 0.09, 0.025, 0.61, 0.80, 4_000, 2e6, "A", "tell"),
    Benefit("discounts", "Rabatter og forsikringer", "Discounts", "cash",
            0.77, 0.70, None, 0.38, 0.34, 0.68, 900, 2e6, "I", "keep"),
    Benefit("events", "Netværk og fyraftensmøder", "Events", "community",
            0.54, 0.33, None, 0.07, 0.27, 0.72, 500, 4e6, "I", "rethink"),
    Benefit("branch_club", "Lokal afdeling og klub", "Branch and club", "community",
            0.66, 0.44, None, 0.08, 0.36, 0.58, None, 14e6, "I", "fix", "community", "M"),
    Benefit("magazine", "Fagbladet på tryk", "Printed magazine", "community",
            0.91, 0.85, None, 0.47, 0.17, 0.55, None, 6e6, "I", "rethink", "under_35", "R"),
    Benefit("political_work", "Politisk arbejde", "Political work", "political",
            0.56, 0.41, None, None, 0.51, 0.52, None, 7e6, "I", "tell", "community", "O",
            collective=True),
)  # fmt: skip

EVENT_BENEFITS = tuple(
    b.benefit_id
    for b in BENEFITS
    if b.used and b.benefit_id not in ("collective_agreement", "magazine")
)
LEGAL_HELP_SATISFIED_FORMER = 0.48


def benefit_table() -> pd.DataFrame:
    """Return the rows of table ``benefit``."""
    stored = ("benefit_id", "label", "label_en", "kind", "unit_value", "annual_cost", "collective")
    return pd.DataFrame(
        {name: [getattr(benefit, name) for benefit in BENEFITS] for name in stored}
    ).astype({"unit_value": "float64", "annual_cost": "float64"})


def planted() -> dict[str, dict]:
    """Return every planted share by benefit."""
    names = [field.name for field in fields(Benefit)]
    return {b.benefit_id: {name: getattr(b, name) for name in names[1:]} for b in BENEFITS}
