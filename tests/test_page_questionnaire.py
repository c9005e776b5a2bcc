"""The questionnaire's page: choices change what is asked, and its files are kept under a code."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.store import close_all, open_store
from tests.kano_survey import build
from tests.test_view_kano import CLEAR

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")


@pytest.fixture
def page(tmp_path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "union.duckdb"
    build(file, {"active": CLEAR}).close()
    monkeypatch.setenv("UNION_DB", str(file))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    shell.run()
    yield shell.switch_page("questionnaire.py").run(), file
    close_all()


def press(here: AppTest, text: str) -> AppTest:
    return next(one for one in here.button if one.label == text).click().run()


def test_it_says_who_is_asked_what(page) -> None:
    here, _ = page
    assert here.title[0].value.startswith("Everybody is asked about all 5 benefits")
    here = here.select_slider[0].set_value(4).run()
    assert here.title[0].value.startswith("4 of 5 benefits a person")


def test_its_files_are_kept_under_one_code(page) -> None:
    here, file = page
    here = press(here.select_slider[0].set_value(4).run(), "Make the files")
    assert not here.exception
    (row,) = open_store(file).ask("questionnaires").itertuples()
    assert any(row.code in text.value for text in here.markdown)
    assert len(json.loads(row.design)["items"]) == 5
    here.run()
    assert len(open_store(file).ask("questionnaires")) == 1


def test_values_are_the_unions_own_words(page) -> None:
    here, _ = page
    here = here.multiselect[0].set_value(["brand"]).run()
    here = here.text_area[0].set_value("Mod\nOmsorg\nStyrke\nHumor\nMod").run()
    assert not here.exception
    assert here.title[0].value.startswith("4 choices") or "choices" in here.title[0].value
    here = here.text_area[0].set_value("Mod").run()
    assert "Give at least 4 values" in here.info[0].value


def test_nothing_to_ask_is_said(page) -> None:
    here, _ = page
    assert "Choose what to ask" in here.multiselect[0].set_value([]).run().info[0].value
