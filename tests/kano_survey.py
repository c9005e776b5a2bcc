"""A Kano survey made on the spot: so many people of each status, so many answers of each class."""

from datetime import date
from pathlib import Path

import pandas as pd

from queries import store
from queries.building import Build, building

AS_OF = date(2026, 10, 31)
PAIRS = {"M": (3, 5), "O": (1, 5), "A": (1, 3), "I": (3, 3), "R": (5, 1), "Q": (1, 1)}
# Must-be with and without the benefit: indifferent in Kano's table, contradictory in Pouliot's.
PAIRS |= {"I2": (2, 2), "half": (1, None)}
LABELS = {
    "legal": ("Juridisk hjælp", "Legal help", "insurance"),
    "stress": ("Stresshjælp", "Stress counselling", "advice"),
    "pay": ("Løntjek", "Pay check", "advice"),
    "magazine": ("Fagbladet", "Printed magazine", "community"),
    "politics": ("Politisk arbejde", "Political work", "political"),
}

Plan = dict[str, dict[str, dict[str, int]]]


def build(path: Path, plan: Plan, earlier: Plan | None = None, **survey: object) -> store.Store:
    """Make a database with one Kano survey, or two.

    Parameters
    ----------
    path : pathlib.Path
        Where.
    plan : dict
        By status, by item of LABELS: how many answers of each class of PAIRS.
    earlier : dict, optional
        A plan for a survey two years before, whose items are named otherwise.
    **survey
        Further columns of the survey's row.
    """
    with building(path, as_of=AS_OF, is_sample=False, union_name="Test") as made:
        made.insert("benefit", _benefits())
        row = {"survey_id": "k1", "label": "Needs", "fielded_on": date(2026, 10, 1), "wave": 2}
        _insert(made, plan, row | survey, "")
        if earlier:
            row = {"survey_id": "k0", "label": "Needs 2024", "fielded_on": date(2024, 10, 1)}
            _insert(made, earlier, row | {"wave": 1}, "old_")
    return store.Store(path)


def _insert(made: Build, plan: Plan, survey: dict, prefix: str) -> None:
    rows, people = [], []
    for status, items in plan.items():
        most = max(sum(counts.values()) for counts in items.values())
        people += [(f"{status}{number}", status) for number in range(most)]
        for item, counts in items.items():
            classes = [code for code, count in counts.items() for _ in range(count)]
            rows += [
                (f"{status}{number}", prefix + item, *PAIRS[code], number % 9 + 1)
                for number, code in enumerate(classes)
            ]
    columns = ["respondent_id", "item_id", "functional", "dysfunctional", "importance"]
    answers = pd.DataFrame(rows, columns=columns)
    survey_id = survey["survey_id"]
    made.insert("survey", pd.DataFrame([survey | {"kind": "kano"}]))
    made.insert("survey_item", _items(prefix).assign(survey_id=survey_id))
    respondents = pd.DataFrame(people, columns=["respondent_id", "status"])
    made.insert("respondent", respondents.assign(survey_id=survey_id, weight=1.0))
    made.insert("kano_answer", answers.assign(survey_id=survey_id))


def _benefits() -> pd.DataFrame:
    rows = [(item, *label) for item, label in LABELS.items()]
    frame = pd.DataFrame(rows, columns=["benefit_id", "label", "label_en", "kind"])
    return frame.assign(collective=False)


def _items(prefix: str) -> pd.DataFrame:
    rows = [(prefix + item, item, label[0]) for item, label in LABELS.items()]
    frame = pd.DataFrame(rows, columns=["item_id", "benefit_id", "label"])
    return frame.assign(position=range(len(frame)))
