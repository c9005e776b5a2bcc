"""The command line: what goes in, what is said, and with which exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from queries.location import own_database
from queries.store import close_all, open_store
from tests.test_uploads_importing import small, transfers
from uploads import mappings
from uploads.__main__ import main
from uploads.choices import Choices

GOOD = small("r1,I like it,I dislike it", "r2,I like it,I am neutral")
BAD_ROW = small("r1,I like it,I dislike it", "r2,I like it", "r3,I like it,I am neutral")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("UNION_DB", str(tmp_path / "databases"))
    yield tmp_path
    close_all()


def written(folder: Path, data: bytes, name: str = "answers.csv") -> str:
    file = folder / name
    file.write_bytes(data)
    return str(file)


def told(capsys) -> dict:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


CASES = [
    (GOOD, 0, (2, 2, 0), []),
    (BAD_ROW, 1, (3, 2, 1), [(3, "row_too_short")]),
    (b"", 2, (0, 0, 0), [(None, "empty")]),
    (b"a,b\n1,2\n", 2, (0, 0, 0), [(None, "unknown_kind")]),
    (b"%PDF-1.7", 2, (0, 0, 0), [(None, "is_pdf")]),
    (transfers(), 0, (358, 358, 0), []),
]


@pytest.mark.parametrize(("data", "code", "counts", "problems"), CASES)
def test_rows_in_are_rows_stored_and_rows_reported(folder, data, code, counts, problems) -> None:
    """Run from a shell, as a script would; a dry run says the same."""
    for more in ((), ("--dry-run",)):
        run = subprocess.run(
            [sys.executable, "-m", "uploads", written(folder, data), "--json", *more],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        answer = json.loads(run.stdout)
        assert run.returncode == code
        names = {"file", "kind", "rows_in", "rows_stored", "rows_reported", "problems"}
        assert set(answer) == names
        assert (answer["rows_in"], answer["rows_stored"], answer["rows_reported"]) == counts
        assert [(one["line"], one["code"]) for one in answer["problems"]] == problems


def test_a_dry_run_opens_and_makes_no_database(folder, capsys) -> None:
    assert main([written(folder, GOOD), "--dry-run"]) == 0
    assert not own_database().parent.exists()


def test_the_first_file_makes_the_union_s_database(folder, capsys) -> None:
    assert main([written(folder, GOOD), "--union", "Ours"]) == 0
    store = open_store(own_database())
    assert store.ask("meta")["union_name"].iloc[0] == "Ours"
    assert store.ask("surveys_of_kind", kind="kano")["respondents"].tolist() == [2]


def test_a_question_only_a_person_can_answer_stores_nothing_until_it_is_answered(
    folder, capsys
) -> None:
    file = written(folder, GOOD)
    assert main([file]) == 0
    assert main([file, "--json"]) == 2
    answer = told(capsys)
    assert answer["problems"][0]["code"] == "needs_answer"
    assert "--accept same_file=new_wave" in answer["problems"][0]["message"]
    assert answer["rows_in"] == answer["rows_reported"] == 2
    assert main([file, "--accept", "same_file=new_wave"]) == 0


def test_national_ids_go_in_as_pseudonyms_where_that_was_accepted(folder, capsys) -> None:
    file = written(folder, b"joined,cpr\n2015-01-13,010190-1234\n2016-05-01,1512851111\n")
    assert main([file]) == 2
    assert "national_ids=as_key" in capsys.readouterr().out
    assert main([file, "--accept", "national_ids=as_key"]) == 0
    assert not (own_database().parent / "staging").exists()


def test_a_saved_mapping_answers_and_is_refused_by_name_when_it_is_gone(folder, capsys) -> None:
    labels = small("r1,Super,Bad", "r2,Super,Bad")
    mappings.save("weekly", ["ID"], Choices(labels={"Super": 1, "Bad": 5}))
    file = written(folder, labels)
    assert main([file, "--mapping", "weekly", "--dry-run", "--json"]) == 0
    assert told(capsys)["problems"] == []
    assert main([file, "--mapping", "monthly", "--dry-run"]) == 2
    assert "Saved: weekly" in capsys.readouterr().err


def test_the_worst_of_several_files_is_the_exit_code(folder, capsys) -> None:
    files = [written(folder, data, f"{n}.csv") for n, data in enumerate((GOOD, b"", BAD_ROW))]
    assert main([*files, "--json", "--dry-run"]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["file"] for line in lines] == files


def test_a_file_that_is_not_there_is_said_to_be(folder, capsys) -> None:
    assert main([str(folder / "no.csv"), "--json"]) == 2
    assert told(capsys)["problems"][0]["code"] == "file_not_there"


def test_a_long_list_of_lines_is_cut_and_says_so(folder, capsys) -> None:
    rows = [f"r{n},I like it" for n in range(1200)]
    main([written(folder, small("a,I like it,I dislike it", *rows)), "--json", "--dry-run"])
    short = [one for one in told(capsys)["problems"] if one["code"] == "row_too_short"]
    assert len(short) == 1001
    assert short[-1]["line"] is None


def test_while_another_program_holds_the_database_that_is_said(folder, capsys) -> None:
    assert main([written(folder, GOOD)]) == 0
    close_all()
    holder = subprocess.Popen(
        [sys.executable, "-c",
         "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True);"
         " sys.stdin.read()", str(own_database())],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout.readline() == "open\n"
    assert main([written(folder, GOOD), "--json"]) == 2
    assert told(capsys)["problems"][0]["code"] == "database_in_use"
    holder.communicate("")


def test_people_read_sentences_in_their_language(folder, capsys) -> None:
    main([written(folder, BAD_ROW), "--dry-run", "--language", "da"])
    said = capsys.readouterr().out
    assert "3 rækker: 2 ville blive gemt, 1 er rapporteret" in said
    assert "linje 3" in said
