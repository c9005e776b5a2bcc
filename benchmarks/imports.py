"""A million rows of events checked, pseudonymised and committed, beside DuckDB reading the file."""

import re
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

ROWS = 1_000_000
SCHEMA = (
    "{'member_id': 'VARCHAR', 'date': 'DATE', 'event': 'VARCHAR', 'benefit': 'VARCHAR',"
    " 'channel': 'VARCHAR', 'amount': 'DOUBLE', 'outcome': 'VARCHAR', 'resolved': 'VARCHAR',"
    " 'satisfied': 'VARCHAR', 'what': 'VARCHAR'}"
)


def run() -> None:
    """Measure both in this run, and print their ratio and the import's peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.csv"
        _written(file)
        megabytes = file.stat().st_size / 1e6
        peer = min(_read_by_duckdb(file) for _ in range(3))
        began = time.perf_counter()
        child = subprocess.run(
            [sys.executable, "-m", "benchmarks.imports", str(file), folder],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        whole = time.perf_counter() - began
        ours, peak = (float(part) for part in child.stdout.split())
        allowed = 4 * megabytes + 300
        print(f"import of {ROWS:,} rows x 10 columns ({megabytes:.0f} MB): {ours:.1f} s,")
        print(f"  DuckDB reads it in {peer:.2f} s: {ours / peer:.1f} x (at most 20)")
        print(f"  peak memory {peak:.0f} MB (at most {allowed:.0f}); process {whole:.1f} s")


def _written(file: Path) -> None:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "member_id": rng.integers(10**6, 3 * 10**6, ROWS),
            "date": pd.to_datetime("2020-01-01")
            + pd.to_timedelta(rng.integers(0, 2000, ROWS), "D"),
            "event": rng.choice(["benefit use", "contact", "complaint"], ROWS),
            "benefit": rng.choice(["Legal help", "Courses", "Pay check"], ROWS),
            "channel": rng.choice(["phone", "email", "letter"], ROWS),
            "amount": rng.integers(0, 1000, ROWS),
            "outcome": rng.choice(["ok", "later", ""], ROWS),
            "resolved": rng.choice(["yes", "no", ""], ROWS),
            "satisfied": rng.choice(["yes", "no", ""], ROWS),
            "what": rng.choice(["pay", "stress", "contract"], ROWS),
        }
    )
    frame.to_csv(file, index=False)


def _read_by_duckdb(file: Path) -> float:
    began = time.perf_counter()
    with duckdb.connect() as connection:
        sql = f"create table t as select * from read_csv('{file}', columns={SCHEMA}, header=true)"
        connection.execute(sql)
    return time.perf_counter() - began


def _child(file: str, folder: str) -> None:
    """Import the file and print the seconds it took and the peak memory in MB."""
    from queries.building import building  # noqa: PLC0415
    from queries.store import open_store  # noqa: PLC0415
    from uploads.choices import Choices  # noqa: PLC0415
    from uploads.importing import import_staged  # noqa: PLC0415
    from uploads.pseudonyms import Pseudonyms  # noqa: PLC0415
    from uploads.staging import stage  # noqa: PLC0415
    from uploads.upload import Upload  # noqa: PLC0415

    path = Path(folder) / "own.duckdb"
    with building(path, as_of=date(2026, 10, 31), is_sample=False, union_name="Bench"):
        pass
    began = time.perf_counter()
    name = stage(path, Path(file).read_bytes())
    upload = Upload("events.csv", name, "events", "bench", None, Choices())
    imported = import_staged(open_store(path), upload, Pseudonyms(b"bench"))
    if imported.rows_stored != ROWS:
        raise RuntimeError(f"{imported.rows_stored} rows stored")
    seconds = time.perf_counter() - began
    print(seconds, _peak_megabytes())


def _peak_megabytes() -> float:
    """Return this program's own peak (Linux): getrusage counts what the parent held as well."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024 / 1e6


if __name__ == "__main__":
    _child(sys.argv[1], sys.argv[2])
