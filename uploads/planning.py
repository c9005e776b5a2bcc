"""What an import would change: a new survey, a new wave, or more and newer answers of one."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from queries.store import Store
from uploads.problems import Question
from uploads.reading import Reading
from uploads.text import slug
from uploads.understood import Checked

Mode = Literal["new", "new_wave", "update", "replace"]
HARMLESS = frozenset({"blank_row", "title_line", "total_row_skipped"})


@dataclass(frozen=True)
class Plan:
    """What an import would change.

    Attributes
    ----------
    mode : str or None
        What happens to a survey of that name; None until the user says.
    survey_id : str
        Where the rows would go.
    wave : int
        The survey's wave that they would be.
    known, new, changed : int
        Respondents of the file that the survey has, has not, and has with other answers.
    questions : tuple of Question
        What must be decided first.
    """

    mode: Mode | None
    survey_id: str
    wave: int
    known: int
    new: int
    changed: int
    questions: tuple[Question, ...]


def plan_import(store: Store, reading: Reading, sha256: str, label: str) -> Plan:
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
    questions = _left_out(checked) + _again(waves, same, checked)
    if waves.empty:
        count = len(checked.frames["respondent"])
        return Plan("new", _survey_id(checked, label, 1), 1, 0, count, 0, questions)
    chosen = [reading.choices.answer(question) for question in questions]
    mode = next((choice for choice in chosen if choice in ("new_wave", "update", "replace")), None)
    newest = waves.iloc[0]
    known, changed = _compared(store, checked, str(newest["survey_id"]))
    wave, survey_id = int(newest["wave"]), str(newest["survey_id"])
    if mode == "new_wave":
        wave, survey_id = wave + 1, _survey_id(checked, label, wave + 1)
    new = len(checked.frames["respondent"]) - known
    return Plan(mode, survey_id, wave, known, new, changed, questions)


def _survey_id(checked: Checked, label: str, wave: int) -> str:
    return f"{checked.kind}_{_name(label)}_{wave}"


def _name(label: str) -> str:
    """Return what makes two surveys the same one: their names but for case and punctuation."""
    return slug(label, 200)


def _left_out(checked: Checked) -> tuple[Question, ...]:
    """Rows that can't be stored are left out only when the user says so."""
    lines = {
        line
        for problem in checked.problems
        if problem.effect == "row" and problem.code not in HARMLESS
        for line in problem.lines
    }
    facts = {"n": len(lines), "stored": checked.rows_stored}
    return (Question("rows_left_out", ("import_others",), facts=facts),) if lines else ()


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
