"""Files go in without a screen: from a script, or a nightly job."""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from queries.building import building
from queries.errors import StoreError
from queries.location import own_database
from queries.store import Store, open_store
from uploads.choices import NO_CHOICES, Choices
from uploads.context import Context
from uploads.importing import import_staged
from uploads.kinds import KINDS, read_file
from uploads.limits import FILE_BYTES
from uploads.problems import Problem, Question, Refused, in_order
from uploads.pseudonyms import Pseudonyms
from uploads.questionnaires import designs
from uploads.reading import Reading
from uploads.report import Report
from uploads.secret import pseudonyms
from uploads.staging import let_go, sha256, stage
from uploads.upload import Upload

# Whoever runs this from a script wants the good rows in and the others told: that is exit code 1.
TAKEN_FOR_GRANTED = {"rows_left_out": "import_others"}
_ANY = ""
_DRY = Pseudonyms(b"dry run")  # nothing is stored, so nothing need match


@dataclass(frozen=True)
class Request:
    """What is asked for, the same for every file.

    Attributes
    ----------
    choices : Choices
        Of a saved mapping, or none.
    accepted : mapping of str to str
        A question's code → the answer to take, or an empty text for the first one.
    dry_run : bool
        Whether to read only: the database is never opened then.
    label : str or None
        What a survey is called; None = as its file.
    union_name : str
        What a database is called that has to be made first.
    """

    choices: Choices = NO_CHOICES
    accepted: Mapping[str, str] = field(default_factory=dict)
    dry_run: bool = False
    label: str | None = None
    union_name: str = ""


def run(file: str, request: Request) -> Report:
    """Read a file and store it, unless this is a dry run.

    Parameters
    ----------
    file : str
        Its path.
    request : Request
        What to do with it.

    Returns
    -------
    Report
        Every refusal is a report; nothing is raised for what a file holds.
    """
    report = Report(file, request.choices.kind, 0, 0, (), dry_run=request.dry_run)
    try:
        data = _bytes(Path(file))
        return _dry(data, report, request) if request.dry_run else _stored(data, report, request)
    except (Refused, StoreError) as refused:
        return _refusal(report, refused)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise Refused("file_not_there")
    if path.stat().st_size > FILE_BYTES:
        raise Refused("too_many_bytes", megabytes=FILE_BYTES >> 20)
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused("file_unreadable") from error


def _dry(data: bytes, report: Report, request: Request) -> Report:
    context = Context(date.today(), _DRY, request.choices)
    return _reported(_read(data, context, request), report)


def _stored(data: bytes, report: Report, request: Request) -> Report:
    store = _database(request.union_name)
    as_of = store.ask("meta")["as_of"].iloc[0].date()
    reading = _read(data, Context(as_of, pseudonyms(), request.choices, designs(store)), request)
    told = _reported(reading, report)
    if told.refused:
        return told
    label = request.label or Path(report.file).stem.replace("_", " ").strip()
    name = sha256(data)
    plan = KINDS[told.kind].plan(store, reading, name, label)
    choices, still = _answered(reading.context.choices, plan.questions, request)
    if still:
        return _waiting(told, still)
    upload = Upload(Path(report.file).name, name, label, getpass.getuser(), None, choices)
    if reading.understood.table.national_ids:
        import_staged(store, upload, pseudonyms(), data=data)
        return told
    stage(store.path, data)
    try:
        import_staged(store, upload, pseudonyms())
    finally:
        let_go(store.path, name)
    return told


def _database(union_name: str) -> Store:
    """Return the union's own database; the first file makes it."""
    path = own_database()
    if not path.exists():
        with building(path, as_of=date.today(), is_sample=False, union_name=union_name):
            pass  # nothing to put in yet
    return open_store(path)


def _read(data: bytes, context: Context, request: Request) -> Reading:
    """Read a file; answers that were accepted may open up further questions."""
    while True:
        reading = read_file(data, context)
        choices, _ = _answered(context.choices, reading.checked.questions, request)
        if choices.answers == context.choices.answers:
            return reading
        context = replace(context, choices=choices)


def _answered(
    choices: Choices, questions: tuple[Question, ...], request: Request
) -> tuple[Choices, tuple[Question, ...]]:
    """Take the accepted answers; return what is open after that as well."""
    accepted = TAKEN_FOR_GRANTED | dict(request.accepted)
    answers = dict(choices.answers)
    for question in questions:
        given = accepted.get(question.code)
        if given == _ANY:
            given = question.default or question.choices[0]
        if given in question.choices:
            answers.setdefault(question.code, given)
    answered = replace(choices, answers=answers)
    return answered, answered.open(questions)


def _reported(reading: Reading, report: Report) -> Report:
    checked = reading.checked
    told = replace(
        report,
        kind=reading.understood.kind,
        rows_in=checked.rows_in,
        rows_stored=checked.rows_stored,
        problems=checked.problems,
    )
    still = reading.open_questions
    if still:
        return _waiting(told, still)
    return _nothing(told) if checked.holds_nothing else told


def _waiting(report: Report, questions: tuple[Question, ...]) -> Report:
    """Store nothing until a person has said how to read the file."""
    asked = tuple(
        Problem("needs_answer", facts={"question": one}, effect="row") for one in questions
    )
    problems = in_order((*asked, *report.problems))
    return replace(report, rows_stored=0, problems=problems, refused=True)


def _nothing(report: Report) -> Report:
    problem = Problem("nothing_to_store", effect="row")
    return replace(report, rows_stored=0, problems=(problem, *report.problems), refused=True)


def _refusal(report: Report, refused: Refused | StoreError) -> Report:
    lines, column = (refused.lines, refused.column) if isinstance(refused, Refused) else ((), None)
    problem = Problem(refused.code, lines, column, dict(refused.facts), "row")
    return replace(report, problems=(problem,), rows_stored=0, refused=True)
