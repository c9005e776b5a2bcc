"""A file's rows go in: all of them in one transaction, or none."""

from dataclasses import asdict, dataclass
from datetime import date

import pandas as pd

from queries.imports import ImportFile, importing
from queries.store import Progress, Store, Transaction
from uploads.choices import NO_CHOICES, Choices
from uploads.planning import Plan, plan_import
from uploads.problems import Refused
from uploads.reading import Reading, read_file
from uploads.staging import let_go, staged


@dataclass(frozen=True)
class Upload:
    """A file on its way in.

    Attributes
    ----------
    name, sha256 : str
        The file's name, and the hash that it is staged under.
    label : str
        What the survey is called.
    user : str
        Who imports.
    fielded_on : datetime.date or None
        When the survey was answered; None = the extract's date.
    choices : Choices
        What the user decided.
    """

    name: str
    sha256: str
    label: str
    user: str
    fielded_on: date | None = None
    choices: Choices = NO_CHOICES


@dataclass(frozen=True)
class Imported:
    """What an import did.

    Attributes
    ----------
    import_id : int
        Its number in the list of imports.
    plan : Plan
        What it changed.
    rows_in, rows_stored, rows_reported : int
        ``rows_in = rows_stored + rows_reported``.
    """

    import_id: int
    plan: Plan
    rows_in: int
    rows_stored: int
    rows_reported: int


def import_staged(store: Store, upload: Upload, progress: Progress | None = None) -> Imported:
    """Import a staged file.

    Parameters
    ----------
    store : Store
        The union's database.
    upload : Upload
        Which file, and what was decided about it.
    progress : callable, optional
        ``progress(fraction, code)``; may raise to cancel, which leaves the data as it was.

    Raises
    ------
    Refused
        ``questions_open``, ``nothing_to_store``, ``upload_gone``, or what the file itself says.
    queries.errors.StoreError
        When the database can't be written.
    """
    if progress:
        progress(0.02, "read_file")
    as_of = store.ask("meta")["as_of"].iloc[0].date()
    reading = read_file(staged(store.path, upload.sha256), as_of, upload.choices)
    plan = plan_import(store, reading, upload.sha256, upload.label)
    _refuse_unready(reading, plan)
    checked = reading.checked
    counts = (checked.rows_in, checked.rows_stored, checked.rows_reported)
    file = ImportFile(
        upload.name, upload.sha256, checked.kind, upload.user, *counts, _mapping(reading)
    )
    with importing(store, file, progress) as transaction:
        survey = _survey_row(checked.kind, upload, plan, as_of)
        frames = {"survey": survey} | _merged(store, reading, plan)
        _replace(transaction, plan, frames)
        for done, (table, frame) in enumerate(frames.items()):
            if progress:
                progress(0.3 + 0.5 * done / len(frames), f"store_{table}")
            transaction.insert(table, frame.assign(survey_id=plan.survey_id))
        import_id = transaction.import_id
    let_go(store.path, upload.sha256)
    return Imported(import_id, plan, *counts)


def _refuse_unready(reading: Reading, plan: Plan) -> None:
    still = reading.open_questions + reading.choices.open(plan.questions)
    if still:
        raise Refused("questions_open", n=len(still))
    answers = reading.checked.frames["kano_answer"]
    if answers[["functional", "dysfunctional"]].isna().all(axis=None):
        raise Refused("nothing_to_store")


def _survey_row(kind: str, upload: Upload, plan: Plan, as_of: date) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kind": [kind],
            "label": [upload.label],
            "wave": [plan.wave],
            "fielded_on": [upload.fielded_on or as_of],
        }
    )


def _merged(store: Store, reading: Reading, plan: Plan) -> dict[str, pd.DataFrame]:
    """Keep what earlier files said of a respondent in columns that this file doesn't have."""
    frames = dict(reading.checked.frames)
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
    for table, frame in frames.items():
        transaction.register(f"incoming_{table}", frame)
        transaction.run(f"replace_{table}", survey_id=plan.survey_id, everything=everything)


def _mapping(reading: Reading) -> dict[str, object]:
    """Return how the file was understood, for the list of imports; no cell is in it."""
    table = reading.understood.table
    return {
        "layout": reading.understood.layout,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_line": table.header_line,
        "roles": {name: asdict(role) for name, role in reading.understood.roles.items()},
        "labels": dict(reading.choices.labels),
        "answers": dict(reading.choices.answers),
    }
