"""All or nothing: an import that is killed at any point leaves the data as it was, or is whole."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from queries.location import own_database
from queries.store import Store, building, close_all
from tests.test_uploads_importing import small

ROWS = 4_000


def file_of(folder: Path) -> Path:
    file = folder / "answers.csv"
    file.write_bytes(small(*(f"r{n},I like it,I dislike it" for n in range(ROWS))))
    return file


def command(file: Path) -> list[str]:
    return [sys.executable, "-m", "uploads", str(file), "--json", "--accept", "same_file"]


def stored() -> tuple[int, int, int]:
    """Answers, respondents and imports; all three of one import, or of none."""
    store = Store(own_database())
    try:
        with store.cursor() as cursor:
            return tuple(
                cursor.execute(f"select count(*) from {table}").fetchone()[0]
                for table in ("kano_answer", "respondent", "import_batch")
            )
    finally:
        store.close()


def killed_at_random(tmp_path: Path, monkeypatch, kills: int, seed: int) -> None:
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    with building(own_database(), as_of=date(2026, 10, 31), is_sample=False, union_name="Ours"):
        pass
    close_all()
    file = file_of(tmp_path)
    began = time.monotonic()
    subprocess.run(command(file), check=True, capture_output=True)
    takes = time.monotonic() - began
    own_database().unlink()
    with building(own_database(), as_of=date(2026, 10, 31), is_sample=False, union_name="Ours"):
        pass
    close_all()
    rng = np.random.default_rng(seed)
    for _ in range(kills):
        running = subprocess.Popen(
            command(file), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(rng.uniform(0.2, 1.05) * takes)
        running.kill()
        running.wait()
        answers, respondents, imports = stored()
        assert answers % ROWS == respondents % ROWS == 0
        assert answers == respondents == imports * ROWS


def test_a_killed_import_leaves_all_or_nothing(tmp_path, monkeypatch) -> None:
    killed_at_random(tmp_path, monkeypatch, kills=4, seed=1)


@pytest.mark.prove
def test_two_hundred_kills_leave_nothing_half_stored(tmp_path, monkeypatch) -> None:
    killed_at_random(tmp_path, monkeypatch, kills=200, seed=2)
