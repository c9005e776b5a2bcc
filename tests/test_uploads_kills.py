"""All or nothing: an import that is killed at any point leaves the data as it was, or is whole."""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from queries.building import building
from queries.location import own_database
from queries.store import Store, close_all
from tests.test_uploads_importing import small

ROWS = 4_000


def file_of(folder: Path, rows: int = ROWS) -> Path:
    file = folder / "answers.csv"
    file.write_bytes(small(*(f"r{n},I like it,I dislike it" for n in range(rows))))
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


FULL_DISK = """
import resource, sys
from uploads.__main__ import main
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))  # no file may grow beyond this
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process's files can't be limited there")
def test_a_full_disk_is_said_and_changes_nothing(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    with building(own_database(), as_of=date(2026, 10, 31), is_sample=False, union_name="Ours"):
        pass
    close_all()
    file = file_of(tmp_path, 15 * ROWS)
    whole = own_database().stat().st_size
    for most in (10_000, whole // 2, 2 * whole):  # the staged file, the backup, the database
        run = subprocess.run(
            [sys.executable, "-c", FULL_DISK, str(most), *command(file)[3:]],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (run.returncode, run.stderr) == (2, "")
        assert json.loads(run.stdout)["problems"][0]["code"] == "disk_full"
        assert stored() == (0, 0, 0)
        assert not list((tmp_path / "staging").iterdir())
        assert not [
            kept for kept in (tmp_path / "backups").iterdir() if kept.stat().st_size < whole
        ]
    subprocess.run(command(file), check=True, capture_output=True)
    assert stored() == (15 * ROWS, 15 * ROWS, 1)


def test_a_killed_import_leaves_all_or_nothing(tmp_path, monkeypatch) -> None:
    killed_at_random(tmp_path, monkeypatch, kills=4, seed=1)


@pytest.mark.prove
def test_two_hundred_kills_leave_nothing_half_stored(tmp_path, monkeypatch) -> None:
    killed_at_random(tmp_path, monkeypatch, kills=200, seed=2)
