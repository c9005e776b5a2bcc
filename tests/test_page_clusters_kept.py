"""The clusters page: classes are kept, opened again from the list, renamed and let go of."""

import pandas as pd
from streamlit.testing.v1 import AppTest

from queries.imports import ImportFile, importing
from queries.store import Store, open_store
from tests.test_page_clusters import opened, page

__all__ = ["page"]
SAME = "the very same classes"


def union(tmp_path) -> Store:
    return open_store(tmp_path / "union.duckdb")


def button(here: AppTest, label: str):
    return next(one for one in here.button if one.label == label)


def kept(page, name: str = "For the board", **address: str) -> AppTest:
    """Keep the classes that an address names."""
    here = tab(opened(page, **address), "Save as segments")
    field(here, "keep-name").set_value(name)
    field(here, "keep-note").set_value("shown in May")
    return button(here, "Keep this solution").click().run()


def field(here: AppTest, key: str):
    return next(one for one in here.text_input if str(one.key).startswith(key))


def tab(here: AppTest, label: str) -> AppTest:
    here.session_state["clusters-tabs"] = label
    return here.run()


def listed(here: AppTest) -> AppTest:
    """Open the tab of kept solutions."""
    return tab(here, "Kept solutions")


def texts(here: AppTest) -> str:
    return " ".join(one.value for one in (*here.markdown, *here.caption)).replace("\\", "")


def test_classes_are_kept_under_a_name_and_said_to_be(page, tmp_path) -> None:
    here = kept(page, clusters_k="3")
    assert not here.exception
    row = union(tmp_path).ask("kept_solutions").iloc[0]
    assert (row["name"], row["note"], row["k"]) == ("For the board", "shown in May", 3)
    assert "Kept as «For the board»." in texts(here)
    assert not any(one.label == "Keep this solution" for one in here.button)


def test_opening_sets_the_choices_and_says_that_it_is_the_same(page) -> None:
    address = {"clusters_k": "3", "clusters_questions": "1.3.4", "clusters_numbers": "known-age"}
    here = kept(page, **address)
    here.multiselect(key="_clusters_numbers").set_value([]).run()
    here.multiselect(key="_clusters_questions").set_value(["1", "2"]).run()
    here.selectbox(key="clusters_k").set_value("2").run()
    assert SAME not in texts(here)
    here = button(listed(here), "Open").click().run()
    assert not here.exception
    assert here.selectbox(key="clusters_k").value == "3"
    assert here.multiselect(key="_clusters_questions").value == ["1", "3", "4"]
    assert here.query_params["clusters_numbers"] == "known-age"
    assert SAME in texts(here)
    assert here.query_params["clusters_kept"] == "1"


def test_a_link_to_a_kept_solution_says_the_same_to_a_colleague(page) -> None:
    kept(page, clusters_k="3")
    here = opened(page, clusters_k="3", clusters_kept="1")
    assert SAME in texts(here)
    gone = opened(page, clusters_k="3", clusters_kept="'; drop table meta; --")
    assert not gone.exception
    assert "is gone" in texts(gone)


def test_after_a_change_it_is_said_and_the_kept_classes_can_be_shown(page, tmp_path) -> None:
    here = kept(page, clusters_k="3")
    here = button(listed(here), "Open").click().run()
    change(union(tmp_path))
    here.run()
    assert SAME not in texts(here)
    assert "with another answer: 6 people" in texts(here)
    here = button(here, "Show the classes as they were kept").click().run()
    assert not here.exception
    assert "nothing is made anew" in texts(here)
    assert here.query_params["clusters_as_kept"] == "1"
    here = button(here, "Make the classes anew").click().run()
    assert "with another answer: 6 people" in texts(here)
    here = button(here, "Close").click().run()
    assert "clusters_kept" not in here.query_params
    assert "with another answer" not in texts(here)


def change(store: Store) -> None:
    """Let six people answer something else."""
    people = [f"R{number:03d}" for number in range(0, 36, 6)]
    with importing(store, ImportFile("n.csv", "0" * 64, "needs", "t", 1, 1, 0)) as transaction:
        transaction._cursor.execute(
            "update need_answer set replaced_by = $id where item_id = 'q5'"
            " and respondent_id in (select unnest($people))",
            {"id": transaction.import_id, "people": people},
        )
        rows = pd.DataFrame({"respondent_id": people, "value": "y"})
        transaction.insert("need_answer", rows.assign(survey_id="n1", item_id="q5"))


def test_choices_that_are_others_are_said_and_taken_back(page) -> None:
    kept(page, clusters_k="3")
    here = opened(page, clusters_k="4", clusters_kept="1")
    assert "not those of the kept solution «For the board»" in texts(here)
    here = button(here, "Take its choices").click().run()
    assert here.selectbox(key="clusters_k").value == "3"
    assert SAME in texts(here)


def test_a_kept_solution_is_renamed_described_and_let_go_of(page, tmp_path) -> None:
    here = listed(kept(page, clusters_k="3"))
    assert "seed 0" in texts(here)
    here.text_input(key="rename-solution-1").set_value("Spring").run()
    here = button(here, "Save the name").click().run()
    assert union(tmp_path).ask("kept_solutions")["name"].tolist() == ["Spring"]
    here.text_area(key="describe-solution-1").set_value("*not* in May").run()
    here = button(here, "Save the description").click().run()
    assert union(tmp_path).ask("kept_solutions")["note"].tolist() == ["*not* in May"]
    here = button(here, "Open").click().run()
    here = button(listed(here), "Delete the kept solution").click().run()
    assert not here.exception
    assert union(tmp_path).ask("kept_solutions").empty
    assert "clusters_kept" not in here.query_params
    assert here.info[0].value.startswith("No solution is kept yet")


def test_a_name_that_is_taken_is_refused_in_a_sentence(page) -> None:
    kept(page, clusters_k="3")
    here = kept(page, name="for the BOARD", clusters_k="4")
    assert "There is a kept solution called for the BOARD" in here.error[0].value


def test_in_front_of_a_room_nothing_is_said_of_what_is_kept(page) -> None:
    kept(page, clusters_k="3")
    here = opened(page, clusters_k="3", clusters_kept="1", present="1")
    assert not here.exception
    assert SAME not in texts(here)
