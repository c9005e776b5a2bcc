"""A file's rows go in: all of them in one transaction, or none."""

from dataclasses import asdict, dataclass

import pyarrow as pa

from queries.imports import ImportFile, importing
from queries.store import Store
from queries.transaction import Progress
from uploads.context import Context
from uploads.incoming import Incoming
from uploads.kinds import KINDS, read_file
from uploads.plan import Plan
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.questionnaires import designs
from uploads.reading import Reading
from uploads.staging import let_go, staged
from uploads.upload import Upload


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


def import_staged(
    store: Store,
    upload: Upload,
    pseudonyms: Pseudonyms,
    progress: Progress | None = None,
    *,
    data: bytes | None = None,
) -> Imported:
    """Import a staged file.

    Parameters
    ----------
    store : Store
        The union's database.
    upload : Upload
        Which file, and what was decided about it.
    pseudonyms : Pseudonyms
        What member numbers become.
    progress : callable, optional
        ``progress(fraction, code)``; may raise to cancel, which leaves the data as it was.
    data : bytes, optional
        The file itself, where it is not staged: one with national ids never reaches the disk.

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
    context = Context(as_of, pseudonyms, upload.choices, designs(store), shown=False)
    reading = read_file(data or staged(store.path, upload.sha256), context)
    pa.default_memory_pool().release_unused()  # what checking took is given back before storing
    kind = KINDS[reading.understood.kind]
    plan = kind.plan(store, reading, upload.sha256, upload.label)
    _refuse_unready(reading, plan)
    checked = reading.checked
    counts = (checked.rows_in, checked.rows_stored, checked.rows_reported)
    file = ImportFile(
        upload.name, upload.sha256, kind.name, upload.user, *counts, _mapping(reading)
    )
    first = _first_of_its_key(store, reading, pseudonyms)
    with importing(store, file, progress) as transaction:
        if first:
            transaction.run("keep_key_print", fingerprint=pseudonyms.fingerprint)
        kind.place(Incoming(store, transaction, reading, plan, upload, progress))
        import_id = transaction.import_id
    let_go(store.path, upload.sha256)
    return Imported(import_id, plan, *counts)


def _first_of_its_key(store: Store, reading: Reading, pseudonyms: Pseudonyms) -> bool:
    """Say whether this is the first file with member numbers; refuse one read with another key."""
    if reading.understood.column("member_number") is None:
        return False
    known = store.ask("key_prints")["fingerprint"]
    if len(known) and pseudonyms.fingerprint not in set(known):
        raise Refused("other_key")
    return known.empty


def _refuse_unready(reading: Reading, plan: Plan) -> None:
    still = reading.open_questions + reading.context.choices.open(plan.questions)
    if still:
        raise Refused("questions_open", n=len(still))
    if reading.checked.holds_nothing:
        raise Refused("nothing_to_store")


def _mapping(reading: Reading) -> dict[str, object]:
    """Return how the file was understood, for the list of imports; no cell is in it."""
    table = reading.understood.table
    return {
        "layout": reading.understood.layout,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_line": table.header_line,
        "roles": {name: asdict(role) for name, role in reading.understood.roles.items()},
        "labels": dict(reading.context.choices.labels),
        "items": dict(reading.context.choices.items),
        "answers": dict(reading.context.choices.answers),
    }
