"""Where benefits fall short of what members want of them."""

from analysis.value.asked import question_shares
from analysis.value.chain import GAPS, STEPS, Chain, chain
from analysis.value.differences import Differences, differences
from analysis.value.gaps import CROSSHAIRS, QUADRANTS, Gaps, gaps
from analysis.value.losses import Losses, losses
from analysis.value.opportunity import BANDS, Opportunities, opportunities

__all__ = [
    "BANDS",
    "CROSSHAIRS",
    "GAPS",
    "QUADRANTS",
    "STEPS",
    "Chain",
    "Differences",
    "Gaps",
    "Losses",
    "Opportunities",
    "chain",
    "differences",
    "gaps",
    "losses",
    "opportunities",
    "question_shares",
]
