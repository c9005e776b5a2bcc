"""A survey's rows go in: new ones beside the old, or in their place."""

from datetime import date

import pandas as pd

from queries.store import Store
from queries.transaction import Transaction
from uploads.incoming import Incoming
from uploads.items_matched import matched_items
from uploads.members_linked import linked
from uploads.plan import Plan
from uploads.reading import Reading
from uploads.survey_plan import ANSWERS

TABLES = ("survey", "survey_item", "respondent", "respondent_trait", *ANSWERS)
_NOBODY = pd.DataFrame({"respondent_id": [], "item_id": [], "trait": []}, dtype="str")


def place(incoming: Incoming) -> None:
    """Store a survey's answers as planned."""
    plan = incoming.plan
    survey = _survey_row(incoming)
    frames = {"survey": survey} | _merged(incoming.store, incoming.reading, plan)
    _replace(incoming.transaction, plan, frames)
    of_survey = {"survey_id": plan.survey_id}
    incoming.insert({table: frame.assign(**of_survey) for table, frame in frames.items()})


def _survey_row(incoming: Incoming) -> pd.DataFrame:
    upload, plan, reading = incoming.upload, incoming.plan, incoming.reading
    fielded_on = upload.fielded_on or fielded(reading)
    return pd.DataFrame(
        {
            "kind": [reading.understood.kind],
            "label": [upload.label],
            "wave": [plan.wave],
            "fielded_on": [fielded_on],
        }
    )


def fielded(reading: Reading) -> date:
    """Return the day of the first answer; the extract's date where no answer has a day."""
    people = reading.checked.frames["respondent"]
    if "answered_at" not in people or people["answered_at"].isna().all():
        return reading.context.as_of
    return people["answered_at"].min().date()


def _merged(store: Store, reading: Reading, plan: Plan) -> dict[str, pd.DataFrame]:
    """Keep what earlier files said of a respondent in columns that this file doesn't have."""
    frames = dict(reading.checked.frames)
    frames["respondent"] = linked(store, reading, frames["respondent"])
    frames["survey_item"] = matched_items(store, reading, frames["survey_item"])
    if plan.mode == "update":
        people = frames["respondent"]
        before = store.ask("survey_respondents", survey_id=plan.survey_id)
        kept = ["respondent_id", *before.columns.difference(people.columns)]
        people = people.merge(before[kept], how="left", on="respondent_id")
        frames["respondent"] = people.fillna({"weight": 1.0})
    return frames


def _replace(transaction: Transaction, plan: Plan, frames: dict[str, pd.DataFrame]) -> None:
    """Mark the rows that this import supersedes, before its own go in."""
    if plan.mode not in ("update", "replace"):
        return
    everything = plan.mode == "replace"
    for table in TABLES if everything else frames:
        transaction.register(f"incoming_{table}", frames.get(table, _NOBODY))
        transaction.run(f"replace_{table}", survey_id=plan.survey_id, everything=everything)
