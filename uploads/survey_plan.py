"""What a survey's file would change: a new survey, a new wave, or more and newer answers."""

import pandas as pd

from queries.store import Store
from uploads.members_linked import unknown_members
from uploads.plan import Plan, left_out
from uploads.problems import Question
from uploads.reading import Reading
from uploads.text import slug
from uploads.understood import Checked

ANSWERS = ("kano_answer", "value_answer", "need_answer", "nps_answer", "best_worst_answer")


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
    questions += unknown_members(store, checked)
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
    changed: set[str] = set()
    for table in ANSWERS:
        if table in checked.frames:
            before = store.ask(f"survey_{table}s", survey_id=survey_id)
            changed |= _differing(_said(checked.frames[table]), _said(before))
    return len(known), len(changed & known)


def _said(answers: pd.DataFrame) -> pd.DataFrame:
    """Leave out the values that were shown and not chosen: nobody said anything of them."""
    return answers[answers["choice"] != 0] if "choice" in answers else answers


def _differing(now: pd.DataFrame, before: pd.DataFrame) -> set[str]:
    """Return the respondents of whom a table says something else than it did."""
    keys = [name for name in ("respondent_id", "item_id", "task") if name in before]
    columns = [name for name in before.columns if name not in keys and name in now]
    both = now[[*keys, *columns]].merge(before, how="left", on=keys, suffixes=("", "_before"))
    differ = pd.Series(data=False, index=both.index)
    for name in columns:
        differ |= _written(both[name]) != _written(both[f"{name}_before"])
    return set(both.loc[differ, "respondent_id"])


def _written(values: pd.Series) -> pd.Series:
    """Write values alike, whatever they are stored as: 1, 1.0 and True are the same answer."""
    if pd.api.types.is_bool_dtype(values) or pd.api.types.is_numeric_dtype(values):
        return values.astype("Float64").astype("str").fillna("")
    flags = values.map({True: "1.0", False: "0.0"})
    return values.astype("str").where(flags.isna(), flags).fillna("")
