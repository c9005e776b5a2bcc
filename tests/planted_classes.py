"""A union of three planted classes, the last of which leaves; and a second survey of it."""

from datetime import date, datetime

import numpy as np
import pandas as pd

ASKED = date(2026, 1, 10)
# What each planted class says to six questions; those of the sample union have words of their own.
SAID = {
    "prefers_help": ("phone", "mail_chat", "meeting"),
    "job_fear": ("none", "some", "a_lot"),
    "fee_view": ("fair", "bit_much", "too_expensive"),
    "q4": ("x", "y", "z"),
    "q5": ("x", "y", "z"),
    "q6": ("x", "y", "z"),
}
SIZES = (100, 60, 40)
LEFT = (5, 3, 20)


def union_of(sizes=SIZES, left=LEFT) -> dict[str, pd.DataFrame]:
    """Make a union of planted classes, in which the last one leaves most often."""
    truth = np.repeat(range(3), sizes)
    n = len(truth)
    within = np.concatenate([np.arange(size) for size in sizes])
    gone = within < np.array(left)[truth]
    young = within < np.array([3, 8, n])[truth]
    people = [f"R{number:03d}" for number in range(n)]
    answers = pd.DataFrame(
        [
            (person, item, levels[(truth[number] + (number % 6 == place)) % 3])
            for place, (item, levels) in enumerate(SAID.items())
            for number, person in enumerate(people)
        ],
        columns=["respondent_id", "item_id", "value"],
    )
    ids = np.arange(1, n + 1)
    return {
        "member": pd.DataFrame({"member_id": ids, "birth_year": np.where(young, 2005, 1980)})
        .assign(sector=np.where(truth == 2, "industry", "state")),
        "spell": pd.DataFrame({"member_id": ids, "spell_no": 1, "started_on": date(2015, 1, 1)})
        .assign(ended_on=[date(2026, 6, 1) if out else None for out in gone]),
        "survey": pd.DataFrame({"survey_id": ["n1"], "kind": ["needs"], "label": ["Needs 2026"]})
        .assign(fielded_on=ASKED),
        "survey_item": pd.DataFrame({"item_id": list(SAID), "label": list(SAID)})
        .assign(survey_id="n1", position=range(1, len(SAID) + 1)),
        "respondent": pd.DataFrame({"respondent_id": people, "member_id": ids})
        .assign(survey_id="n1", weight=1.0, answered_at=datetime(2026, 1, 12)),
        "need_answer": answers.assign(survey_id="n1"),
        "nps_answer": pd.DataFrame({"respondent_id": people, "score": np.array([9, 8, 2])[truth]})
        .assign(survey_id="n1"),
    }  # fmt: skip


def with_second_survey(new=(20, 10, 30), again=7) -> dict[str, pd.DataFrame]:
    """Make the union with a later survey: so many new people a class, and some who answer again."""
    tables = union_of()
    later = union_of(sizes=np.add(new, again), left=(0, 0, 0))
    starts, first_new = np.cumsum([1, *SIZES])[:3], 1 + sum(SIZES)
    fresh = first_new + np.arange(sum(new))
    of_class = np.split(fresh, np.cumsum(new)[:2])
    ids = np.concatenate(
        [[*(start + np.arange(again)), *own] for start, own in zip(starts, of_class, strict=True)]
    )
    changes = {
        "member": {"member_id": fresh},
        "spell": {"member_id": fresh},
        "survey": {"survey_id": "n2", "label": "Needs later", "fielded_on": date(2026, 8, 1)},
        "survey_item": {"survey_id": "n2"},
        "respondent": {"survey_id": "n2", "member_id": ids},
        "need_answer": {"survey_id": "n2"},
    }
    for name, change in changes.items():
        rows = later[name]
        if name in ("member", "spell"):  # those who answer again are there already
            rows = rows[ids >= first_new]
        tables[name] = pd.concat([tables[name], rows.assign(**change)], ignore_index=True)
    return tables
