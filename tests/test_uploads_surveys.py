"""Surveys of every kind in a union of its own: refreshed, linked, matched, undone."""

from datetime import date

import pandas as pd
import pytest

from queries.building import building
from queries.imports import undo
from queries.store import Store
from tests.sample_surveys import FILES
from uploads.choices import Choices
from uploads.importing import import_staged
from uploads.pseudonyms import Pseudonyms
from uploads.staging import sha256, stage
from uploads.upload import Upload

NAMES = Pseudonyms(b"test")
VALUE = "Svarnr;Kurser [Vigtighed];Kurser [Kender det]"
FILE_OF = {
    "value": (VALUE, "{id};{a};ja", ("1", "5")),
    "needs": ("Svarnr;Hvorfor?;Hvordan?;Hvornår?", "{id};{a};Ja;Nu", ("Løn", "Tryghed")),
    "nps": ("Svarnr;Vil du anbefale os? (0-10)", "{id};{a}", ("9", "2")),
    "exit": ("Svarnr;Hvorfor meldte du dig ud?", "{id};{a}", ("For dyrt", "Nyt job")),
    "brand_values": (
        "Svarnr;Valg 1: mest;Valg 1: mindst;Valg 2: mest;Valg 2: mindst",
        "{id};{a};Nærhed;Nærhed;Fornyelse", ("Tryghed", "Fornyelse"),
    ),
}  # fmt: skip
TABLE_OF = {
    "value": "value_answer", "needs": "need_answer", "nps": "nps_answer", "exit": "need_answer",
    "brand_values": "best_worst_answer",
}  # fmt: skip
ANSWERS = {"rows_left_out": "import_others"}


@pytest.fixture
def store(tmp_path) -> Store:
    """A union with three people who left and one member, a catalogue of two, and no survey."""
    path = tmp_path / "own.duckdb"
    numbers = NAMES.of(pd.Series(["1", "2", "3", "4"]))
    with building(path, as_of=date(2026, 10, 31), is_sample=False, union_name="Ours") as build:
        build.insert("member", pd.DataFrame({"member_id": numbers}))
        spells = {"member_id": numbers, "spell_no": 1, "started_on": date(2020, 1, 1)}
        ended = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), None]
        build.insert("spell", pd.DataFrame(spells | {"ended_on": ended}))
        exits = {"member_id": numbers[:3], "spell_no": 1, "route": "resigned"}
        build.insert("exit", pd.DataFrame(exits | {"reason": [None, "unknown", "no_use"]}))
        build.insert("benefit", pd.DataFrame({
            "benefit_id": ["courses", "legal"], "label": ["Kurser", "Juridisk hjælp"],
            "label_en": ["Courses", "Legal help"], "kind": "advice", "collective": False,
        }))  # fmt: skip
        build.insert("branch", pd.DataFrame({"branch_id": ["fyn"], "label": ["Afdeling Fyn"]}))
    opened = Store(path)
    yield opened
    opened.close()


def put(store, text, label="Survey", items=None, **answers):
    data = text.encode() if isinstance(text, str) else text
    upload = Upload("f.csv", sha256(data), label, "tester", None,
                    Choices(answers=ANSWERS | answers, items=items or {}))  # fmt: skip
    stage(store.path, data)
    return import_staged(store, upload, NAMES)


def lines(kind, *people):
    head, row, (first, second) = FILE_OF[kind]
    rows = [row.format(id=name, a=first if same else second) for name, same in people]
    return "\n".join([head, *rows])


def table(store, name, columns="*"):
    with store.cursor() as cursor:
        return cursor.execute(
            f"select {columns} from {name} where replaced_by is null order by all"
        ).df()


def everything(store):
    names = ("survey", "survey_item", "respondent", *dict.fromkeys(TABLE_OF.values()), "exit")
    return {name: table(store, name).to_csv() for name in names}


@pytest.mark.parametrize("kind", FILE_OF)
def test_a_cumulative_file_tells_new_known_and_changed_apart(store, kind):
    put(store, lines(kind, ("a", True), ("b", True), ("c", True)))
    before = everything(store)
    second = put(
        store, lines(kind, ("b", True), ("c", False), ("d", True), ("e", True)),
        known_survey="update",
    )  # fmt: skip
    assert (second.plan.known, second.plan.new, second.plan.changed) == (2, 2, 1)
    assert table(store, "respondent")["respondent_id"].tolist() == list("abcde")  # nobody is lost
    undo(store, second.import_id, "tester")
    assert everything(store) == before


@pytest.mark.parametrize("kind", FILE_OF)
def test_the_same_file_twice_is_noticed_and_may_be_a_wave(store, kind):
    text = lines(kind, ("a", True), ("b", False))
    put(store, text)
    again = put(store, text, same_file="new_wave")
    assert (again.plan.mode, again.plan.wave, again.plan.changed) == ("new_wave", 2, 0)
    assert len(table(store, "survey")) == 2


@pytest.mark.parametrize("kind", FILE_OF)
def test_a_survey_that_is_replaced_is_gone_whole_and_comes_back_whole(store, kind):
    put(store, lines(kind, ("a", True), ("b", True)))
    before = everything(store)
    second = put(store, lines(kind, ("z", False)), known_survey="replace")
    assert table(store, "respondent")["respondent_id"].tolist() == ["z"]
    assert set(table(store, TABLE_OF[kind])["respondent_id"]) == {"z"}
    undo(store, second.import_id, "tester")
    assert everything(store) == before


def test_a_later_file_without_a_question_leaves_its_answers_alone(store):
    put(store, "Svarnr;NPS;Hvorfor?;Hvad?;Hvornår?\na;9;x;y;z\nb;3;y;x;z\n")
    assert len(table(store, "nps_answer")) == 2
    put(store, "Svarnr;Hvorfor?;Hvad?;Hvornår?\na;x;x;y\n", known_survey="update")
    assert table(store, "nps_answer")["score"].tolist() == [9, 3]


def test_member_numbers_become_pseudonyms_and_strangers_are_asked_about(store):
    text = f"{VALUE};Medlemsnr\na;5;ja;1\nb;4;ja;77\nc;3;nej;\n"
    waiting = put(store, text, unknown_members="later")
    (question,) = [q for q in waiting.plan.questions if q.code == "unknown_members"]
    assert question.facts == {"n": 1, "known": 1, "lines": (3,)}
    assert question.default is None
    ids = table(store, "respondent", "respondent_id, member_id")["member_id"]
    assert ids.notna().tolist() == [True, True, False]
    assert not {1, 77} & set(ids.dropna())
    put(store, text, "Other", same_file="new_survey", unknown_members="anonymous")
    with store.cursor() as cursor:
        linked = cursor.execute(
            "select count(member_id) from respondent where survey_id like '%other%'"
        ).fetchone()
    assert linked == (1,)


def test_no_history_yet_is_no_question(tmp_path):
    path = tmp_path / "own.duckdb"
    with building(path, as_of=date(2026, 10, 31), is_sample=False, union_name="Ours"):
        pass
    store = Store(path)
    put(store, f"{VALUE};Medlemsnr\na;5;ja;1\nb;4;ja;77\n")
    assert table(store, "respondent")["member_id"].notna().all()
    store.close()


def test_a_branch_s_name_becomes_its_id(store):
    put(store, f"{VALUE};Afdeling\na;5;ja;afdeling fyn\nb;4;ja;Ukendt\n")
    assert set(table(store, "respondent")["branch_id"]) == {"fyn", "Ukendt"}


def test_items_are_the_catalogue_s_benefits_by_name_or_as_the_user_says(store):
    head = "Svarnr;kurser [Vigtighed];Legal help [Vigtighed];Jura [Vigtighed];Havn [Vigtighed]"
    put(store, f"{head}\na;5;4;3;2\n", items={"Jura": "legal", "Havn": ""})
    found = table(store, "survey_item", "label, benefit_id, need_id").set_index("label")
    assert found["benefit_id"].dropna().to_dict() == {
        "kurser": "courses", "Legal help": "legal", "Jura": "legal",
    }  # fmt: skip
    assert found["need_id"].dropna().to_dict() == {"Havn": "havn"}


def test_reasons_go_into_the_history_of_those_who_left_and_out_again(store):
    before = everything(store)
    text = (
        "Svarnr;Medlemsnr;Hvorfor meldte du dig ud?\na;1;For dyrt\nb;2;Flyttet til Mars\n"
        "c;3;For dyrt\nd;4;Nyt job\n"
    )
    done = put(store, text)
    exits = table(store, "exit").set_index("member_id")
    one, two, three = NAMES.of(pd.Series(["1", "2", "3"]))
    assert exits.loc[one, ["reason", "coded_by", "stated_by"]].tolist() == [
        "too_expensive", "survey", "form",
    ]  # fmt: skip
    assert exits.loc[two, ["reason", "reason_text"]].tolist() == ["unknown", "Flyttet til Mars"]
    assert exits.loc[three, "reason"] == "no_use"  # somebody had coded it: that stands
    assert "bought_away" in set(table(store, "exit_reason")["defection_group"])
    assert len(exits) == 3
    undo(store, done.import_id, "tester")
    assert everything(store) == before


def test_a_survey_is_dated_by_its_first_answer(store):
    put(store, f"{VALUE};Besvaret\na;5;ja;2026-09-03\nb;4;ja;2026-09-01\n")
    assert table(store, "survey")["fielded_on"].iloc[0].date() == date(2026, 9, 1)


@pytest.mark.parametrize("kind", ["value", "needs", "nps", "exit"])
def test_half_a_file_first_and_the_whole_of_it_later_is_the_whole(store, kind):
    whole = (FILES / f"{kind}-2026.csv").read_bytes()
    rows = whole.split(b"\n")
    answers = {"kind": kind, "unknown_members": "later"}
    put(store, b"\n".join(rows[: len(rows) // 2]), **answers)
    done = put(store, whole, known_survey="update", **answers)
    assert done.plan.changed == 0
    assert done.plan.known == len(rows) // 2 - 1
    assert len(table(store, "respondent")) == done.rows_stored


def test_a_catalogue_that_comes_after_the_survey_is_matched_all_the_same(store):
    put(store, "Svarnr;kurser [Vigtighed];Rabat [Vigtighed];Havn [Vigtighed]\na;5;4;1\n",
        items={"Havn": ""})  # fmt: skip
    catalogue = "benefit_id;label;kind\nrebate;Rabat;cash\nharbour;Havn;cash\n"
    put(store, catalogue, "Catalogue")
    found = table(store, "survey_item", "label, benefit_id").set_index("label")["benefit_id"]
    assert found.dropna().to_dict() == {"kurser": "courses", "Rabat": "rebate"}
