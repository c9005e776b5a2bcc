"""Why people left, as a survey asked them: their words become the union's reasons for leaving."""

import re
from collections.abc import Mapping

import pandas as pd

from uploads.answer_labels import Code
from uploads.choices import Choices
from uploads.missing import LEFT_BLANK, MISSING, MISSING_WORDS
from uploads.text import key, means_blank
from uploads.vocabularies import CODES, WORDS

ITEM = "reason"
_NAMES = re.compile(
    r"(reason|why|årsag|hvorfor|årsak|reden|waarom|grund|warum)[\w\s]*?"
    r"(leav|left|resign|cancel|udmeld|meld\w* \w+ (dig )?ud|ud af|utmeld|meld\w* \w+ (deg )?ut"
    r"|opzeg|vertrek|austritt|kündig|austret)"
    r"|(exit|leaving|cancellation|resignation) reason"
    r"|(udmeldelses|udmeldings|utmeldings)(år|grund|be)\w*"
    r"|(opzeg|vertrek)reden|(kündigungs|austritts)grund",
    re.IGNORECASE,
)
_MOST_REASONS = 40
REASONS = CODES["reason"]


def is_exit_reason(column: str, values: pd.Series) -> bool:
    """Say whether a column holds reasons for leaving: called so, and with named answers."""
    return bool(_NAMES.search(column)) and 0 < len(values) <= _MOST_REASONS


def reason_codes(texts: set[str], choices: Choices) -> dict[str, Code]:
    """Return the reason that each text stands for, or why there is none.

    A text that is not in it is kept in the person's own words and belongs to no reason.
    """
    own = {
        key(label): code
        for label, code in choices.labels.items()
        if code in REASONS or code in MISSING
    }
    known: Mapping[str, Code] = {**MISSING_WORDS, **WORDS["reason"], **own}
    blank: dict[str, Code] = {text: LEFT_BLANK for text in texts if means_blank(text)}
    return blank | {text: known[key(text)] for text in texts if key(text) in known}
