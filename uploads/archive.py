"""A zip of CSVs: one file in it, or a dataset with its labels as SurveyXact writes them."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

from uploads.choices import Choices
from uploads.problems import Problem, Question, Refused
from uploads.sheets import refuse_bombs
from uploads.table import Table
from uploads.text import key, means_blank

_ENDINGS = (".csv", ".txt", ".tsv")
_VARIABLE = frozenset({"variable", "variabel", "variabelnavn", "name", "navn", "spørgsmål"})
_VALUE = frozenset({"value", "værdi", "verdi", "code", "kode", "waarde", "wert"})
_LABEL = frozenset({"text", "tekst", "label", "etikette", "værdinavn", "beskrivelse"})


def read_archive(data: bytes, choices: Choices, read: Callable[[bytes, Choices], Table]) -> Table:
    """Read a zip.

    Parameters
    ----------
    data : bytes
        The whole zip.
    choices : Choices
        Which file, where the user said so.
    read : callable
        ``read(data, choices)``, which reads one of the files in it.

    Raises
    ------
    Refused
        ``unzips_too_large``, ``damaged_archive``, ``nothing_in_archive``, ``encrypted_archive``.
    """
    refuse_bombs(data)
    files = _files(data)
    if not files:
        raise Refused("nothing_in_archive")
    labels = {name: found for name, text in files.items() if (found := _labels(text, read))}
    rest = [name for name in files if name not in labels] or list(files)
    question = Question("file_in_archive", tuple(rest), None, {"files": tuple(rest)})
    name = rest[0] if len(rest) == 1 else choices.answers.get(question.code, "")
    questions = (question,) if len(rest) > 1 else ()
    part = name if name in rest else rest[0]
    table = read(files[part], choices)
    said = Problem("read_from_archive", facts={"name": part})
    table = replace(
        table,
        part=part,
        problems=(*table.problems, said),
        questions=(*questions, *table.questions),
    )
    for found in labels.values():
        table = _labelled(table, found)
    return table


def file_in(data: bytes, name: str) -> bytes:
    """Return one of a zip's files, which `read_archive` has read before."""
    return _files(data)[name]


def _files(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    try:
        return {
            entry.filename: archive.read(entry)
            for entry in archive.infolist()
            if entry.filename.lower().endswith(_ENDINGS)
            and not entry.filename.startswith("__MACOSX")
        }
    except RuntimeError as error:  # what zipfile says of a password
        raise Refused("encrypted_archive") from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("damaged_archive") from error


def _labels(
    text: bytes, read: Callable[[bytes, Choices], Table]
) -> dict[str, dict[str, str]] | None:
    """Return variable → value → label where a file is a table of labels, else None."""
    try:
        frame = read(text, Choices()).frame
    except Refused:
        return None
    columns = {key(name): name for name in frame}
    places = [
        next((columns[name] for name in names if name in columns), None)
        for names in (_VARIABLE, _VALUE, _LABEL)
    ]
    if None in places or len(frame.columns) > 5:
        return None
    found: dict[str, dict[str, str]] = {}
    for variable, value, label in frame[places].itertuples(index=False):
        found.setdefault(key(variable), {})[value.strip()] = label.strip()
    return found


def _labelled(table: Table, labels: dict[str, dict[str, str]]) -> Table:
    """Write labels in the place of codes; a code without one stays, and the checks see it."""
    frame, named = table.frame.copy(), []
    for column in frame:
        of_column = labels.get(key(column))
        if of_column:
            cells = frame[column]
            known = {text: of_column[text.strip()] for text in cells.unique() if text.strip() in
                     of_column}  # fmt: skip
            frame[column] = cells.map(lambda text, known=known: known.get(text, text))
            named += [column] if known or cells.map(means_blank).all() else []
    said = Problem("labels_from_archive", facts={"n": len(named)})
    return replace(table, frame=frame, problems=(*table.problems, said), tool="surveyxact")
