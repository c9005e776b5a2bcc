"""The needs page: every method, every tab and every comparison says something, none a traceback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.store import close_all
from tests.kano_survey import build
from tests.test_view_kano import CLEAR, FORMER

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")


@pytest.fixture
def page(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    path = tmp_path / "union.duckdb"
    build(path, {"active": CLEAR, "former": FORMER}, earlier={"active": FORMER}).close()
    monkeypatch.setenv("UNION_DB", str(path))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    yield shell
    close_all()


def opened(shell: AppTest, **address: str) -> AppTest:
    for name, value in address.items():
        shell.query_params[name] = value
    shell.run()
    return shell.switch_page("needs.py").run()


@pytest.mark.parametrize(
    "address",
    [
        {"needs_picture": "plane"},
        {"needs_table": "pouliot", "needs_rule": "moai", "needs_threshold": "10"},
        {"needs_rule": "blauth", "needs_weights": "none"},
        {"needs_leave_out": "careless"},
        {"needs_by": "status", "needs_first": "active", "needs_second": "former"},
        {"needs_by": "wave"},
        {"needs_by": "branch"},
        {"needs_picture": "nonsense", "needs_table": "nonsense", "needs_threshold": "nonsense"},
    ],
)
@pytest.mark.parametrize("present", ["", "1"])
def test_the_address_says_how_it_is_shown(page, address: dict, present: str) -> None:
    here = opened(page, **address, **({"present": present} if present else {}))
    assert not here.exception
    assert here.title[0].value


@pytest.mark.parametrize(
    ("tab", "says"),
    [
        ("How satisfaction rises", "From the share displeased"),
        ("Two peaks", "Legal help, by status"),
        ("How carefully people answered", "contradicted themselves"),
        ("For the analyst", "Fong's test takes"),
    ],
)
def test_each_tab_says_what_it_shows(page, tab: str, says: str) -> None:
    page.session_state["needs-tabs"] = tab
    here = opened(page)
    assert not here.exception
    said = [element.value.replace("\\", "") for element in (*here.markdown, *here.caption)]
    assert any(says in text for text in said)


def test_tables_lie_behind_the_tabs(page) -> None:
    page.session_state["needs-tabs"] = "If the method changes"
    here = opened(page)
    assert {"Benefit", "Now", "Would be", "Rule", "Evaluation table"} <= set(
        here.dataframe[0].value.columns
    )
