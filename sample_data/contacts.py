"""Campaigns as tables: what each was, who was drawn, who was reached; and consent."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, HISTORY_BEGINS, dates
from sample_data.history import History
from sample_data.plans import CASH_OR_FREE_MONTHS, FREE_MONTHS_END, PLANS
from sample_data.risks import DEATH, EXCLUDED
from sample_data.streams import pick, stream

# as told in the sample union's specification; the order is that of PLANS
_FIELDS = (
    "label", "goal", "success_action", "offer_kind", "offer_value", "message", "benefit_id",
    "brand_value", "reason", "channel", "fixed_cost", "unit_cost", "cost_per_hit",
)  # fmt: skip
_ROWS = (
    ("Ring i opsigelsen", "stay", "Er stadig medlem efter 120 dage", "service", None,
     "Den rigtige kontingenttype til din arbejdstid", "employment_advice", "nærhed",
     "too_expensive", "phone", 0, 140, 0),
    ("Hjælp til restancen", "stay", "Er stadig medlem efter 150 dage", "payment_plan", None,
     "Betal over seks måneder", None, "fællesskab", "arrears", "sms", 0, 35, 0),
    ("Nyt job, stadig dækket", "return", "Ny medlemsperiode inden for 180 dage", "service", None,
     "Vi dækker også dit nye job: få et løntjek", "pay_check", "tryghed", "changed_job",
     "email", 0, 60, 0),
    ("Din sag: det har vi ændret", "return", "Ny medlemsperiode inden for 180 dage", "none", None,
     "Det gik galt i din sag, og det her har vi ændret", "legal_help", "ordentlighed",
     "dissatisfied", "letter", 0, 160, 0),
    ("600 kr. efter 6 måneder eller 3 måneder gratis", "return",
     "Ny medlemsperiode inden for 120 dage", "cash", 600,
     "Kom tilbage: 600 kr. efter et halvt år, eller de første tre måneder gratis",
     None, None, "too_expensive", "email", 0, 2, 600),
    ("Forårsmail til alle", "return", "Ny medlemsperiode inden for 180 dage", "percent", 49,
     "10 % på kontingentet i forårsmånederne", None, None, None, "email", 40_000, 0.3, 0),
)  # fmt: skip
# the two offers of the fifth campaign: arm, name, DKK a return
OFFERS = (
    ("cash_600", "600 kr. efter 6 måneder", 600.0),
    ("free_months", "3 måneder gratis", 1_455.0),
)
_CHANNELS_OF = {
    "call-in-notice": ("phone",), "help-with-arrears": ("sms", "phone"),
    "new-job": ("email", "phone"), "your-case": ("letter", "phone"),
    "cash-or-free-months": ("email", "sms"), "spring-mail": ("email",),
}  # fmt: skip
CHANNELS = ("email", "sms", "phone", "letter")
CONSENT_SHARES = (0.66, 0.52, 0.60, 0.55)
WITHDRAWN = 0.07


def campaign_table() -> pd.DataFrame:
    """Return the rows of table ``campaign``."""
    frame = pd.DataFrame(_ROWS, columns=list(_FIELDS))
    frame.insert(0, "campaign_id", [plan.campaign_id for plan in PLANS])
    frame["window_days"] = [plan.window_days for plan in PLANS]
    frame["started_on"] = dates([plan.first_day for plan in PLANS])
    with_end = frame["campaign_id"] == "cash-or-free-months"
    frame["offer_ends_on"] = pd.Series(dates([FREE_MONTHS_END] * len(frame))).where(with_end)
    money = ["offer_value", "fixed_cost", "unit_cost", "cost_per_hit"]
    return frame.astype(dict.fromkeys(money, "float64"))


def campaign_arm_table() -> pd.DataFrame:
    """Return the rows of table ``campaign_arm``: the offers that one campaign tried at once."""
    offers = pd.DataFrame(OFFERS, columns=["arm", "label", "cost_per_hit"])
    return offers.assign(
        campaign_id=CASH_OR_FREE_MONTHS.campaign_id,
        offer_ends_on=dates([FREE_MONTHS_END] * len(offers)),
    )


def assignment_table(history: History) -> pd.DataFrame:
    """Return the rows of table ``assignment``."""
    drawn = history.assignments.sort_values(["campaign_id", "day", "person"], ignore_index=True)
    return pd.DataFrame(
        {
            "campaign_id": drawn["campaign_id"],
            "member_id": history.people["member_id"].to_numpy()[drawn["person"]],
            "arm": drawn["arm"],
            "role": drawn["role"],
            "stratum": drawn["stratum"],
            "randomised_at": dates(drawn["day"]) + np.timedelta64(8, "h"),
        }
    )


def contact_table(history: History) -> pd.DataFrame:
    """Return the rows of table ``contact``: within three days of being drawn, twice at most."""
    rng = stream(history.seed, history.chunk, "contacts")
    treated = history.assignments[history.assignments["role"] == "treated"]
    parts = []
    for campaign_id, channels in _CHANNELS_OF.items():
        drawn = treated[treated["campaign_id"] == campaign_id].sort_values(["day", "person"])
        for attempt, channel in enumerate(channels, start=1):
            parts.append(_attempt(rng, history, drawn, attempt, channel))
    return pd.concat(parts, ignore_index=True)


def _attempt(
    rng: np.random.Generator, history: History, drawn: pd.DataFrame, attempt: int, channel: str
) -> pd.DataFrame:
    drawn = drawn if attempt == 1 else drawn[rng.random(len(drawn)) < 0.7]
    n = len(drawn)
    outcomes = ("reached", "no_answer") if channel == "phone" else ("delivered", "bounced")
    chance = [0.72, 0.28] if channel == "phone" else [0.96, 0.04]
    minutes = rng.integers(9 * 60, 16 * 60, n).astype("timedelta64[m]").astype("timedelta64[s]")
    return pd.DataFrame(
        {
            "campaign_id": drawn["campaign_id"].to_numpy(),
            "member_id": history.people["member_id"].to_numpy()[drawn["person"]],
            "attempt": np.full(n, attempt, dtype="uint8"),
            "at": dates(drawn["day"] + (attempt - 1) + rng.integers(0, 2, n)) + minutes,
            "channel": channel,
            "outcome": np.array(outcomes)[pick(rng, chance, n)],
        }
    )


def consent_table(history: History) -> pd.DataFrame:
    """Return the rows of table ``consent``: none where nobody ever asked."""
    rng = stream(history.seed, history.chunk, "consent")
    people = history.people
    since = np.maximum(people["joined"].to_numpy(), HISTORY_BEGINS)
    never = _never_contact(history)
    parts = []
    for channel, share in zip(CHANNELS, CONSENT_SHARES, strict=True):
        asked = never | (rng.random(len(people)) < share + WITHDRAWN)
        rows = np.flatnonzero(asked)
        status = np.where(rng.random(len(rows)) < WITHDRAWN / (share + WITHDRAWN), 1, 0)
        at = since[rows] + (rng.random(len(rows)) * (AS_OF - since[rows])).astype(np.int64)
        parts.append(
            pd.DataFrame(
                {
                    "member_id": people["member_id"].to_numpy()[rows],
                    "channel": channel,
                    "status": pd.Categorical.from_codes(
                        np.where(never[rows], 2, status), ["given", "withdrawn", "do_not_contact"]
                    ),
                    "at": at,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _never_contact(history: History) -> np.ndarray:
    gone = history.spells.loc[history.spells["route"].isin([DEATH, EXCLUDED]), "person"]
    never = history.people["no_contact"].to_numpy().copy()
    never[gone] = True
    return never
