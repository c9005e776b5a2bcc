"""What a survey's file would change: a new survey, a new wave, or more and newer answers."""

import pandas as pd

from queries.store import Store
from uploads.plan import Plan, left_out
from uploads.problems import Question
from uploads.reading import Reading
from uploads.text import slug
from uploads.understood import Checked


def plan(store: Store, reading: Reading, sha256: str, label: str) -> Plan:
    """Compare a file with what is stored.

    Parameters
    ----------
    store : Store
        The union's database.
    reading : Reading
        The file.
    sha256 : str
        Its hash; a file that is already in is noticed under any name.
    label : str
        What the survey is called.
    """
    checked = reading.checked
    surveys = store.ask("surveys_of_kind", kind=checked.kind)
    waves = surveys[[_name(other) == _name(label) for other in surveys["label"]]]
    same = store.ask("imports_of_file", file_sha256=sha256)
    questions = left_out(checked.problems, checked.rows_stored) + _again(waves, same, checked)
    if waves.empty:
        count = len(checked.frames["respondent"])
        return Plan("new", 0, count, 0, questions, _survey_id(checked, label, 1), 1)
    chosen = [reading.context.choices.answer(question) for question in questions]
    mode = next((choice for choice in chosen if choice in ("new_wave", "update", "replace")), None)
    newest = waves.iloc[0]
    known, changed = _compared(store, checked, str(newest["survey_id"]))
    wave, survey_id = int(newest["wave"]), str(newest["survey_id"])
    if mode == "new_wave":
        wave, survey_id = wave + 1, _survey_id(checked, label, wave + 1)
    new = len(checked.frames["respondent"]) - known
    return Plan(mode, known, new, changed, questions, survey_id, wave)


def _survey_id(checked: Checked, label: str, wave: int) -> str:
    return f"{checked.kind}_{_name(label)}_{wave}"


def _name(label: str) -> str:
    """Return what makes two surveys the same one: their names but for case and punctuation."""
    return slug(label, 200)


def _again(waves: pd.DataFrame, same: pd.DataFrame, checked: Checked) -> tuple[Question, ...]:
    ways = ("new_wave", "replace", "update") if checked.has_ids else ("new_wave", "replace")
    if not same.empty:
        first = same.iloc[0]
        facts = {"day": first["imported_at"].date(), "file": str(first["file_name"])}
        return (Question("same_file", ways if len(waves) else ("new_survey",), facts=facts),)
    if not waves.empty:
        facts = {"respondents": int(waves["respondents"].iloc[0])}
        return (Question("known_survey", ways, facts=facts),)
    return ()


def _compared(store: Store, checked: Checked, survey_id: str) -> tuple[int, int]:
    """Count the file's respondents that the survey has, and those whose answers differ."""
    stored = store.ask("survey_respondents", survey_id=survey_id)["respondent_id"]
    known = set(stored) & set(checked.frames["respondent"]["respondent_id"])
    columns = ["functional", "dysfunctional", "importance"]
    before = store.ask("survey_kano_answers", survey_id=survey_id)
    both = checked.frames["kano_answer"].merge(
        before, how="left", on=["respondent_id", "item_id"], suffixes=("", "_before")
    )
    both = both[both["respondent_id"].isin(known)]
    now = both[columns].astype("float64").fillna(-1)
    then = both[[f"{name}_before" for name in columns]].astype("float64").fillna(-1)
    differ = (now.to_numpy() != then.to_numpy()).any(axis=1)
    return len(known), both.loc[differ, "respondent_id"].nunique()
