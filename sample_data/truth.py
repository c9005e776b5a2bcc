"""What was planted, so that tests and readers can look for it."""

import pandas as pd

from sample_data import brand, catalogue, needs, questions, themes
from sample_data.campaigns import planted_rates
from sample_data.classes import CLASS_LABELS, CLASS_SHARES, CLASSES
from sample_data.contacts import OFFERS
from sample_data.history import History
from sample_data.kano import CLASS_BEFORE, PROFILES
from sample_data.people import STUDENTS_AMONG_JOINERS
from sample_data.places import (
    AGREEMENT_SHARES,
    BAD_BRANCHES,
    BRANCH_IDS,
    BRANCH_SHARES,
    SECTOR_SHARES,
    SECTORS,
    STEWARD_SHARES,
)
from sample_data.plans import CASH_OR_FREE_MONTHS, FREE_MONTHS_LAPSE, LAPSE_DAYS, PLANS
from sample_data.reasons import RESIGNED_SHARES, TRANSFERRED_SHARES
from sample_data.returns import RETURN_IN_A_YEAR
from sample_data.risks import SECOND_LIFE
from sample_data.tables import KEEPS_FUND
from sample_data.uses import BAD_BRANCH_LESS_SATISFIED, FALL_BEFORE_RESIGNING, FALL_DAYS

EXIT_ROUTES = {"resigned": 0.45, "arrears": 0.22, "transferred": 0.14, "retired": 0.14,
               "death": 0.04, "excluded": 0.01}  # fmt: skip
MEMBER_TYPES = {"full": 0.63, "part_time": 0.09, "student": 0.11, "unemployed": 0.04,
                "early_pension": 0.03, "senior": 0.09, "resting": 0.01}  # fmt: skip


def truth(history: History, needs_asked: pd.DataFrame) -> dict:
    """Gather all that was planted.

    Parameters
    ----------
    history : History
        The union that was drawn.
    needs_asked : pandas.DataFrame
        Respondents of the needs survey.

    Returns
    -------
    dict
        Ready for JSON.
    """
    return {
        "seed": history.seed,
        "as_of": "2026-10-31",
        "people": len(history.people),
        "structure": _structure(),
        "exits": _exits(),
        "benefits": catalogue.planted(),
        "legal_help_satisfied_former": catalogue.LEGAL_HELP_SATISFIED_FORMER,
        "kano_profiles": PROFILES,
        "kano_class_before": CLASS_BEFORE,
        "brand_values": brand.planted(),
        "themes": themes.planted(),
        "nps": {"active": 20, "former": -15},
        "bad_branches": BAD_BRANCHES,
        "bad_branch_less_satisfied": BAD_BRANCH_LESS_SATISFIED,
        "use_before_resigning": {"falls_by": FALL_BEFORE_RESIGNING, "days": FALL_DAYS},
        "classes": _classes(history, needs_asked),
        "campaigns": _campaigns(),
    }


def _structure() -> dict:
    return {
        "sectors": dict(zip(SECTORS, SECTOR_SHARES.tolist(), strict=True)),
        "shop_steward": dict(zip(SECTORS, STEWARD_SHARES.tolist(), strict=True)),
        "agreement": dict(zip(SECTORS, AGREEMENT_SHARES.tolist(), strict=True)),
        "branches": dict(zip(BRANCH_IDS, BRANCH_SHARES.tolist(), strict=True)),
        "member_types": MEMBER_TYPES,
        "students_among_joiners": STUDENTS_AMONG_JOINERS,
    }


def _exits() -> dict:
    return {
        "routes": EXIT_ROUTES,
        "leave_in_a_year": 0.125,
        "resigned_reasons": RESIGNED_SHARES,
        "resigned_keep_fund": KEEPS_FUND,
        "transferred_reasons": TRANSFERRED_SHARES,
        "return_in_a_year": 0.04,
        "return_in_a_year_by_reason": RETURN_IN_A_YEAR,
        "second_spell_time_ratio": SECOND_LIFE,
        "third_spell_time_ratio": SECOND_LIFE**2,
    }


def _classes(history: History, asked: pd.DataFrame) -> dict:
    of_person = history.people["need_class"].to_numpy()[asked["person"]]
    return {
        "names": dict(zip(CLASSES, CLASS_LABELS, strict=True)),
        "shares": dict(zip(CLASSES, CLASS_SHARES.tolist(), strict=True)),
        "answers": questions.planted(),
        "promoters_detractors": dict(zip(CLASSES, needs.NPS_BY_CLASS, strict=True)),
        "considered_leaving": dict(zip(CLASSES, needs.CONSIDERED_LEAVING.tolist(), strict=True)),
        "respondents": {
            name: asked.loc[of_person == code, "respondent_id"].sort_values().tolist()
            for code, name in enumerate(CLASSES)
        },
    }


def _campaigns() -> dict:
    rates = planted_rates()
    planted = {
        plan.campaign_id: {
            "window_days": plan.window_days,
            "arms": rates[rates["campaign_id"] == plan.campaign_id]
            .drop(columns="campaign_id")
            .to_dict("records"),
        }
        for plan in PLANS
    }
    planted[CASH_OR_FREE_MONTHS.campaign_id] |= {
        "cost_per_hit": {arm: cost for arm, _, cost in OFFERS},
        "free_months_lapse": {"share": FREE_MONTHS_LAPSE, "within_days": LAPSE_DAYS},
    }
    return planted
