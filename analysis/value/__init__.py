"""Where benefits fall short of what members want of them."""

from analysis.value.asked import question_shares
from analysis.value.chain import GAPS, STEPS, Chain, chain
from analysis.value.derived import Derived, derived_importance
from analysis.value.differences import Differences, differences
from analysis.value.gaps import CROSSHAIRS, QUADRANTS, Gaps, gaps
from analysis.value.losses import Losses, losses
from analysis.value.opportunity import BANDS, Opportunities, opportunities
from analysis.value.penalty_reward import PenaltyReward, penalty_reward
from analysis.value.picture import Picture, value_picture

__all__ = [
    "BANDS",
    "CROSSHAIRS",
    "GAPS",
    "QUADRANTS",
    "STEPS",
    "Chain",
    "Derived",
    "Differences",
    "Gaps",
    "Losses",
    "Opportunities",
    "PenaltyReward",
    "Picture",
    "chain",
    "derived_importance",
    "differences",
    "gaps",
    "losses",
    "opportunities",
    "penalty_reward",
    "question_shares",
    "value_picture",
]
