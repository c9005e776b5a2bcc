"""The sample union's survey files, uploaded into a union with its history and no surveys."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from queries.store import Store
from sample_data import build
from uploads.choices import Choices
from uploads.importing import Imported, import_staged
from uploads.pseudonyms import Pseudonyms
from uploads.staging import sha256, stage
from uploads.upload import Upload

FILES = Path(build.__file__).parent / "files"
KINDS = ("kano", "value", "needs", "nps", "exit", "brand")
TABLES = (
    "survey", "survey_item", "respondent", "respondent_trait", "kano_answer", "value_answer",
    "need_answer", "nps_answer", "best_worst_answer",
)  # fmt: skip
OF_FILE = {"brand": "brand_values"}  # what the other files hold is their name
ANSWERS = {"kind": "exit", "keep_free_text": "keep", "rows_left_out": "import_others"}


class Plain(Pseudonyms):
    """The sample's files hold pseudonyms already; these are taken as they are."""

    def of(self, numbers: pd.Series) -> pd.Series:
        """Return the numbers themselves."""
        return numbers.str.strip().astype("int64")


def without_surveys(store: Store) -> None:
    """Take every survey out of a copy of the sample."""
    with store.writing("test", "test", "test") as transaction:
        for table in TABLES:
            transaction.remove_import(table, 0)


def put(store: Store, data: bytes, label: str, **more: object) -> Imported:
    """Upload a file with its questions answered."""
    answers: Mapping[str, str] = {**ANSWERS, **more.pop("answers", {})}  # type: ignore[dict-item]
    choices = Choices(answers=answers, **more)
    name = stage(store.path, data)
    assert name == sha256(data)
    return import_staged(store, Upload("f.csv", name, label, "test", None, choices), Plain(b""))


@contextmanager
def uploaded(sample_file: Path, folder: Path) -> Iterator[Store]:
    """Yield a union with the sample's history and its surveys as somebody uploaded them."""
    path = folder / "own.duckdb"
    path.write_bytes(sample_file.read_bytes())
    store = Store(path)
    without_surveys(store)
    for kind in KINDS:
        data = (FILES / f"{kind}-2026.csv").read_bytes()
        put(
            store,
            data,
            f"{kind} 2026",
            answers={} if kind == "exit" else {"kind": OF_FILE.get(kind, kind)},
        )
    yield store
    store.close()
