"""The upload page: three steps on one screen, from a file to rows that can be taken out again."""

import re
import time
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import jobs
from queries.building import building
from queries.store import Store, close_all, open_store

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"
HEAD = "ID,Help [functional],Help [dysfunctional]\n"
GOOD = HEAD + "r1,I like it,I dislike it\nr2,I expect it,I dislike it\n"
ACTIVE = re.compile(r"(?<!\\)(<img|\*\*bold|\[link|\$x|:red)")
MARKUP = "<img src=x onerror=alert(1)> **bold** [link](http://example.org) $x$ :red[y]"


@pytest.fixture
def store(tmp_path, monkeypatch) -> Store:
    """A union's own, empty database beside an empty sample."""
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    for name, is_sample in (("sample", True), ("own", False)):
        path = tmp_path / f"{name}.duckdb"
        with building(path, as_of=date(2026, 10, 31), is_sample=is_sample, union_name="Ours"):
            pass
    yield open_store(tmp_path / "own.duckdb")
    jobs.forget("import")
    close_all()


@pytest.fixture
def page(store) -> AppTest:
    shell = AppTest.from_file(str(SHELL), default_timeout=60)
    shell.query_params["lang"] = "en"
    shell.run()
    return shell.switch_page("upload.py").run()


def upload(page: AppTest, text: str, name: str = "answers.csv") -> AppTest:
    page.file_uploader[0].set_value([(name, text.encode(), "text/csv")])
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    labelled = {button.label.replace("\\", ""): button for button in page.button}
    return labelled[label].click().run()


def finished(page: AppTest) -> AppTest:
    """Wait for the job in its own thread, then look again."""
    deadline = time.monotonic() + 30
    while not jobs.find("import").over and time.monotonic() < deadline:
        time.sleep(0.05)
    return page.run()


def respondents(store: Store) -> int:
    return int(store.ask("surveys_of_kind", kind="kano")["respondents"].sum())


def test_the_page_opens_with_the_uploader_alone(page):
    assert not page.exception
    assert len(page.file_uploader) == 1
    assert [heading.value for heading in page.subheader] == ["1 · The file"]


def test_a_file_goes_in_and_out_again(page, store):
    upload(page, GOOD)
    assert [heading.value[0] for heading in page.subheader] == ["1", "2", "3"]
    press(page, "Import")
    finished(page)
    assert "2 of 2 rows are in" in page.success[0].value.replace("\\", "")
    assert respondents(store) == 2
    press(page, "Undo")
    finished(page)
    assert page.success[0].value.startswith("Done")
    assert respondents(store) == 0
    assert not list((store.path.parent / "staging").iterdir())


def test_several_files_go_in_one_after_the_other(page, store):
    files = {"first.csv": GOOD, "broken.csv": "", "last.csv": GOOD.replace("Help", "Pay")}
    page.file_uploader[0].set_value(
        [(name, text.encode() or b" ", "text/csv") for name, text in files.items()]
    ).run()
    assert "2 more files wait" in shown(page)
    press(page, "Import")
    finished(page)
    press(page, "Next file: broken.csv")
    assert "The file is empty" in page.error[0].value
    press(page, "Put this file aside")
    assert "last.csv" in shown(page)
    press(page, "Import")
    finished(page)
    press(page, "Upload another file")
    assert page.file_uploader
    assert respondents(store) == 4


def test_a_file_that_was_not_imported_is_still_there(page, store):
    upload(page, GOOD)
    press(page, "Import")
    finished(page)
    press(page, "Upload another file")
    upload(page, GOOD.replace("Help", "Pay"), "other.csv")
    press(page, "Undo")
    finished(page)
    press(page, "Back")
    assert "other.csv" in shown(page)


def shown(page: AppTest) -> str:
    return " ".join(element.value for element in page.markdown).replace("\\", "")


def test_a_backup_is_brought_back(page, store):
    upload(page, GOOD)
    press(page, "Import")
    finished(page)
    press(page, "Bring back")
    finished(page)
    assert page.success[0].value.startswith("Done")
    assert respondents(store) == 0


def test_an_open_question_keeps_the_button_shut(page, store):
    upload(page, GOOD + "r3,I like it\n")
    button = next(button for button in page.button if button.label == "Import")
    assert button.disabled
    page.radio[0].set_value("import_others").run()
    press(page, "Import")
    finished(page)
    assert respondents(store) == 2


def test_a_label_that_nobody_knows_is_mapped_once(page, store):
    upload(page, GOOD + "r3,Superb,I dislike it\n")
    chosen = [box for box in page.selectbox if "Superb" in box.label]
    chosen[0].set_value("1").run()
    press(page, "Import")
    finished(page)
    rows = store.ask("survey_kano_answers", survey_id="kano_answers_1").set_index("respondent_id")
    assert rows["functional"].to_dict() == {"r1": 1, "r2": 2, "r3": 1}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty"),
        (HEAD + 'r1,"I like it,x\n', "line 2: A quotation mark opens here"),
        ("a,b\n1,x\n", "None of the 2 columns tells"),
    ],
)
def test_a_file_that_can_t_be_read_is_answered_with_a_sentence(page, store, text, sentence):
    upload(page, text or " ")
    assert not page.exception
    assert sentence in page.error[0].value.replace("\\", "")
    assert not any(button.label == "Import" for button in page.button)
    assert not (store.path.parent / "staging").exists()


def test_national_ids_are_asked_about_and_never_wait_on_the_disk(page, store):
    upload(page, "cpr," + HEAD + "010170-1234,r1,1,5\n")
    assert "cpr holds national ids" in page.radio[0].label
    assert not any("010170" in frame.value.to_csv() for frame in (*page.dataframe, *page.table))
    assert next(button for button in page.button if button.label == "Import").disabled
    page.radio[0].set_value("leave_out").run()
    press(page, "Import")
    finished(page)
    assert respondents(store) == 1
    assert not (store.path.parent / "staging").exists()


def test_markup_in_a_file_is_shown_as_text(page):
    upload(page, f'ID,"{MARKUP} [functional]","{MARKUP} [dysfunctional]"\nr1,{MARKUP},I like it\n')
    assert not page.exception
    shown = [element.value for element in (*page.markdown, *page.caption)]
    shown += [box.label for box in (*page.selectbox, *page.radio)]
    assert any("bold" in text for text in shown)
    assert not [text for text in shown if ACTIVE.search(text)]
