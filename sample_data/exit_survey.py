"""The exit survey: what those who left say, by why they left."""

import numpy as np
import pandas as pd

from sample_data.needs import written
from sample_data.questions import Question
from sample_data.rules import REASON_CODE
from sample_data.streams import pick

# answers by group: let down, price, life changed, all others
_OF_REASON = {"dissatisfied": 0, "no_use": 0, "too_expensive": 1, "arrears": 1,
              "changed_job": 2, "own_firm": 2, "studies": 2, "retired": 2}  # fmt: skip
QUESTIONS = (
    Question(
        "felt_heard", "Følte sig hørt", "Følte du dig hørt, da du søgte hjælp?",
        {"yes": "Ja", "partly": "Delvist", "no": "Nej", "never_asked": "Søgte aldrig hjælp"},
        ((.08, .22, .55, .15), (.30, .25, .10, .35), (.40, .15, .05, .40), (.30, .25, .15, .30)),
    ),
    Question(
        "could_have_stayed", "Kunne være blevet", "Kunne noget have fået dig til at blive?",
        {"yes": "Ja", "maybe": "Måske", "no": "Nej"},
        ((.42, .33, .25), (.55, .30, .15), (.08, .20, .72), (.20, .35, .45)),
    ),
    Question(
        "named_value", "Kunne nævne værdien", "Vidste du, hvad du fik for kontingentet?",
        {"three_things": "Ja, tre ting", "one_or_two": "En eller to ting", "no": "Nej"},
        ((.18, .46, .36), (.12, .45, .43), (.30, .50, .20), (.20, .50, .30)),
    ),
    Question(
        "would_return", "Ville komme tilbage", "Kunne du finde på at melde dig ind igen?",
        {"yes": "Ja", "maybe": "Måske", "no": "Nej"},
        ((.08, .30, .62), (.30, .45, .25), (.32, .40, .28), (.18, .42, .40)),
    ),
)  # fmt: skip


def exit_sheet(
    rng: np.random.Generator, people: pd.DataFrame, asked: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray]:
    """Draw the answers of the exit survey.

    Parameters and returns as of `sample_data.kano.kano_sheet`; people carry ``reason``.
    """
    of_code = {REASON_CODE[name]: group for name, group in _OF_REASON.items()}
    group = np.array([of_code.get(code, 3) for code in people["reason"]], dtype=int)
    nobody = np.zeros(len(asked), dtype=bool)
    columns = {
        question.wording: written(
            rng, question, pick(rng, np.array(question.shares)[group]).astype(int), nobody
        )
        for question in QUESTIONS
    }
    return pd.DataFrame(columns), ~nobody
