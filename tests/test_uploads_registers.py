"""Registers: members and their spells, events, benefits, campaigns go in; history is kept."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from queries.building import building
from queries.filters import NO_FILTERS
from queries.imports import undo
from queries.store import Store, open_store
from uploads.choices import Choices
from uploads.context import Context
from uploads.importing import import_staged
from uploads.kinds import KINDS, read_file
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.roles import Role
from uploads.staging import stage
from uploads.upload import Upload
from views.campaigns import view
from views.campaigns.options import Options
from words.language import language
from words.uploads import kind_label, role_label

SECRET = Pseudonyms(b"test")
DAY = date(2026, 10, 31)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    path = tmp_path / "own.duckdb"
    with building(path, as_of=date(2026, 1, 1), is_sample=False, union_name="Ours"):
        pass
    return open_store(path)


def text(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def read(data: bytes, **choices: object):
    return read_file(data, Context(DAY, SECRET, Choices(**choices)))


def put(store: Store, data: bytes, day: date = DAY, label: str = "File", **answers: str):
    choices = Choices(day=day.isoformat(), answers=answers)
    upload = Upload(f"{label}.csv", stage(store.path, data), label, "tester", None, choices)
    return import_staged(store, upload, SECRET)


def rows(store: Store, sql: str) -> list[tuple]:
    with store.cursor() as cursor:
        return cursor.execute(sql).fetchall()


def member(number: str) -> int:
    return int(SECRET.of(pd.Series([number])).iloc[0])


def spells(store: Store, number: str) -> list[tuple]:
    return rows(
        store,
        "select spell_no, started_on, ended_on from spell where replaced_by is null"
        f" and member_id = {member(number)} order by spell_no",
    )


def codes(reading) -> list[tuple]:
    return [(p.code, p.lines, p.column) for p in reading.checked.problems if p.effect != "note"]


HEAD = "Medlemsnummer;Indmeldt;Udmeldt;Medlemstype;Kontingent;Afdeling;Fødselsår"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "1;01-02-2015;31-01-2014;Fuldtid;485,00;Fyn;1980",
            ("left_before_joined", (2,), "Udmeldt"),
        ),
        ("1;01-02-2027;;Fuldtid;485,00;Fyn;1980", ("joined_in_future", (2,), "Indmeldt")),
        ("1;30-02-2015;;Fuldtid;485,00;Fyn;1980", ("no_such_day", (2,), "Indmeldt")),
        ("1;01-02-15;;Fuldtid;485,00;Fyn;1980", ("two_digit_year", (2,), "Indmeldt")),
        ("1;01-02-2015;;Fuldtid;NaN kr;Fyn;1980", ("no_number", (2,), "Kontingent")),
        ("1;01-02-2015;;Fuldtid;485,00;Fyn;2030", ("born_in_future", (2,), "Fødselsår")),
        ("1;01-02-2015;;Fuldtid;485,00;Fyn;2020", ("born_too_late", (2,), "Fødselsår")),
        ("1;01-02-2015;;Grundmedlem;485,00;Fyn;1980", ("unknown_word", (2,), "Medlemstype")),
        ("1,23E+11;01-02-2015;;Fuldtid;485,00;Fyn;1980", ("damaged_id", (2,), "Medlemsnummer")),
        (";01-02-2015;;Fuldtid;485,00;Fyn;1980", ("missing_cell", (2,), "Medlemsnummer")),
        ("1;;;Fuldtid;485,00;Fyn;1980", ("joined_when", (2,), "Indmeldt")),
    ],
)
def test_each_bad_cell_is_named_by_line_and_column(row: str, expected: tuple) -> None:
    reading = read(text(HEAD, row, "99;13-02-2016;;Deltid;415,00;Fyn;1985"))
    assert expected in codes(reading)
    checked = reading.checked
    assert checked.rows_in == checked.rows_stored + checked.rows_reported == 2


def test_a_danish_excel_file_is_read_as_it_is_meant(store) -> None:
    data = text(HEAD, "007;01-02-2015;31-12-9999;Fuldtid;1.234,50;Fyn;1980",
                "8;13-02-2016;;Studerende;65,00;Fyn;2001")  # fmt: skip
    put(store, data.decode().encode("cp1252"))
    assert spells(store, "007") == [(1, date(2015, 2, 1), None)]
    phases = rows(store, "select member_type, monthly_fee, branch_id from spell_phase order by all")
    assert phases == [("full", 1234.5, "Fyn"), ("student", 65.0, "Fyn")]
    assert rows(store, "select branch_id, label from branch") == [("Fyn", "Fyn")]
    assert rows(store, "select as_of from meta") == [(DAY,)]


def test_a_gap_is_a_return_and_a_change_of_type_is_not(store) -> None:
    put(store, text("member_id,joined,left,member type",
                    "1,2010-01-01,2014-01-01,student", "1,2014-01-01,2018-01-01,full",
                    "1,2019-06-01,,full"))  # fmt: skip
    assert spells(store, "1") == [
        (1, date(2010, 1, 1), date(2018, 1, 1)), (2, date(2019, 6, 1), None)
    ]  # fmt: skip
    phases = rows(
        store, "select spell_no, member_type, from_on, to_on from spell_phase order by all"
    )
    assert phases == [
        (1, "full", date(2014, 1, 1), date(2018, 1, 1)),
        (1, "student", date(2010, 1, 1), date(2014, 1, 1)),
        (2, "full", date(2019, 6, 1), None),
    ]


def test_a_row_overwritten_at_rejoin_keeps_the_first_spell(store) -> None:
    put(store, text("member_id,joined,left", "1,2010-01-01,"), date(2024, 1, 1))
    imported = put(store, text("member_id,joined,left", "1,2026-03-01,"), DAY)
    assert spells(store, "1") == [
        (1, date(2010, 1, 1), date(2026, 1, 1)),  # as of the day before: the last that is known
        (2, date(2026, 3, 1), None),
    ]
    assert (imported.plan.details.returned, imported.plan.details.end_unknown) == (1, 1)


FULL = text("member_id,joined,left", "1,2010-01-01,", "2,2012-01-01,", "3,2013-01-01,")
PART = text("member_id,joined,left", "1,2010-01-01,")


def test_a_part_of_the_register_makes_nobody_leave_and_is_asked_about(store) -> None:
    put(store, FULL)
    with pytest.raises(Refused) as refused:
        put(store, PART)
    assert refused.value.code == "questions_open"
    put(store, PART, is_everyone="part")
    assert spells(store, "2") == [(1, date(2012, 1, 1), None)]


def test_whoever_is_gone_from_a_whole_register_has_left_and_undo_brings_them_back(store) -> None:
    put(store, FULL)
    imported = put(store, PART, is_everyone="everyone")
    assert spells(store, "2") == [(1, date(2012, 1, 1), DAY)]
    undo(store, imported.import_id, "tester")
    assert spells(store, "2") == [(1, date(2012, 1, 1), None)]


def test_a_status_alone_gives_spells_by_comparison(store) -> None:
    first = text("medlemsnummer;status", "1;medlem", "2;medlem")
    with pytest.raises(Refused):
        put(store, first, date(2026, 2, 1))
    put(store, first, date(2026, 2, 1), status_alone="first_seen")
    put(store, text("medlemsnummer;status", "1;medlem", "2;udmeldt"), date(2026, 6, 1),
        status_alone="first_seen")  # fmt: skip
    back = put(store, text("medlemsnummer;status", "1;medlem", "2;medlem"), date(2026, 9, 1),
               status_alone="first_seen", same_register="again")  # fmt: skip
    assert spells(store, "1") == [(1, date(2026, 2, 1), None)]
    assert spells(store, "2") == [
        (1, date(2026, 2, 1), date(2026, 6, 1)), (2, date(2026, 9, 1), None)
    ]  # fmt: skip
    assert back.plan.details.returned == 1


def test_a_new_type_is_a_phase_from_the_day_of_the_register(store) -> None:
    first = text(
        "member_id,joined,member type,fee", "1,2020-01-01,student,65", "2,2020-01-01,full,485"
    )
    put(store, first, date(2025, 1, 1))
    put(store, text("member_id,joined,member type,fee", "1,2020-01-01,full,485",
                    "2,2020-01-01,full,485"), DAY)  # fmt: skip
    current = rows(
        store,
        "select member_type, from_on, to_on from spell_phase where replaced_by is null"
        f" and member_id = {member('1')} order by from_on",
    )
    assert current == [("student", date(2020, 1, 1), DAY), ("full", DAY, None)]


def test_why_somebody_left_is_kept_with_the_spell(store) -> None:
    put(store, text("member_id,joined,left,reason,reason text",
                    "1,2010-01-01,2026-05-01,For dyrt,det er for dyrt",
                    "2,2010-01-01,2026-05-01,Død,", "3,2010-01-01,,,"))  # fmt: skip
    exits = rows(store, "select route, reason, reason_text from exit order by all")
    assert exits == [("resigned", "too_expensive", "det er for dyrt"), ("death", "death", None)]
    described = rows(store, "select reason, defection_group from exit_reason order by all")
    assert ("too_expensive", "bought_away") in described


def test_duplicates_are_listed_and_none_of_them_is_stored() -> None:
    reading = read(text("member_id,joined", "1,2010-01-01", "2,2011-01-01", "1,2010-01-01"))
    assert ("duplicate_member", (2, 4), None) in codes(reading)
    assert reading.checked.rows_stored == 1


def test_a_spreadsheet_s_day_numbers_are_asked_about_and_converted(store) -> None:
    data = text("member_id,joined", "1,43891", "2,43892")
    assert [question.code for question in read(data).open_questions] == ["excel_days"]
    put(store, data, excel_days="convert")
    assert spells(store, "1") == [(1, date(2020, 3, 1), None)]


def test_a_log_of_joining_and_leaving_becomes_spells(store) -> None:
    put(store, text("member_id,event,date", "1,joined,2015-01-01", "1,left,2017-01-01",
                    "1,joined,2019-01-01", "2,joined,2016-01-01"))  # fmt: skip
    assert spells(store, "1") == [
        (1, date(2015, 1, 1), date(2017, 1, 1)), (2, date(2019, 1, 1), None)
    ]  # fmt: skip


def test_events_go_to_their_own_tables_and_are_not_counted_twice(store) -> None:
    data = text("member_id,event,date,benefit,channel,resolved,amount",
                "1,benefit use,2026-01-02,Legal help,phone,yes,", "1,complaint,2026-02-03,,mail,"
                    "no,",
                "1,call,2026-02-04,,phone,,", "1,call,2026-02-04,,phone,,",
                "1,purchase,2026-03-01,,,,120.5")  # fmt: skip
    put(store, data)
    assert rows(store, "select benefit_id, channel, resolved from benefit_use") == [
        ("legal_help", "phone", True)
    ]
    assert rows(store, "select resolved from complaint") == [(False,)]
    assert rows(store, "select count(*) from interaction") == [(2,)]
    assert rows(store, "select amount from purchase") == [(120.5,)]
    again = put(store, data + b"\n1,call,2026-02-05,,phone,,", label="Next week")
    assert (again.plan.new, again.plan.known) == (1, 5)
    assert rows(store, "select count(*) from interaction") == [(3,)]


def test_payments_are_replaced_when_they_are_paid(store) -> None:
    put(
        store, text("member_id,due,amount,paid", "1,2026-09-01,485,", "1,2026-08-01,485,2026-08-01")
    )
    put(store, text("member_id,due,amount,paid", "1,2026-09-01,485,2026-09-20"), label="later")
    paid = rows(store, "select due_on, paid_on from payment where replaced_by is null order by all")
    assert paid == [
        (date(2026, 8, 1), date(2026, 8, 1)), (date(2026, 9, 1), date(2026, 9, 20))
    ]  # fmt: skip


def test_the_catalogue_is_replaced_by_key_and_causes_are_collective(store) -> None:
    put(store, text("tilbud;slags;værdi;årlig udgift", "Juridisk hjælp;forsikring;18.000,"
          "00;1000000",
                    "Politisk arbejde;politisk;;7000000"))  # fmt: skip
    put(store, text("tilbud;slags;værdi", "Juridisk hjælp;forsikring;20.000,00"), label="new")
    current = rows(
        store,
        "select benefit_id, kind, unit_value, annual_cost, collective from benefit"
        " where replaced_by is null order by all",
    )
    assert current == [
        ("juridisk_hjælp", "insurance", 20000.0, 1000000.0, False),
        ("politisk_arbejde", "political", None, 7000000.0, True),
    ]


ARMS = text("segment,visit,spend", "Mens E-Mail,1,10.5", "No E-Mail,0,0", "No E-Mail,0,0",
            "Mens E-Mail,0,0")  # fmt: skip


def test_a_campaign_without_ids_counts_rows_that_look_alike(store) -> None:
    imported = put(store, ARMS, label="Spring mail")
    assert (imported.rows_in, imported.rows_stored) == (4, 4)
    arms = rows(store, "select arm, cast(role as varchar), count(*) from assignment group by all"
                       " order by all")  # fmt: skip
    assert arms == [("Mens E-Mail", "treated", 2), ("No E-Mail", "holdout", 2)]
    results = rows(
        store, "select outcome, sum(value) from campaign_result group by all order by all"
    )
    assert results == [("spend", 10.5), ("visit", 1.0)]
    assert rows(store, "select campaign_id, label from campaign") == [
        ("spring_mail", "Spring mail")
    ]


def test_the_arm_left_alone_can_be_chosen() -> None:
    reading = read(ARMS, answers={"control_arm": "Mens E-Mail"})
    roles = reading.checked.frames["assignment"].set_index("arm")["role"]
    assert set(roles["Mens E-Mail"]) == {"holdout"}


def test_arms_of_members_join_to_history_and_keep_the_campaign_as_it_was(store) -> None:
    put(store, text("campaign,goal,channel,unit cost,window days,start",
                    "Spring call,stay,phone,140,60,2026-03-01"))  # fmt: skip
    put(store, text("campaign,member_id,arm,role,date", "Spring call,1,call,treated,2026-03-01",
                    "Spring call,2,none,control,2026-03-01"), label="arms")  # fmt: skip
    campaigns = rows(store, "select campaign_id, cast(goal as varchar), window_days from campaign"
                            " where replaced_by is null")  # fmt: skip
    assert campaigns == [("spring_call", "stay", 60)]
    assert rows(store, "select member_id from assignment where role = 'holdout'") == [
        (member("2"),)
    ]


def test_the_same_register_again_is_asked_about(store) -> None:
    put(store, FULL)
    with pytest.raises(Refused):
        put(store, FULL)
    again = put(store, FULL, same_register="again")
    assert (again.plan.new, again.plan.known, again.plan.changed) == (0, 3, 0)


def test_what_a_column_holds_can_be_said() -> None:
    data = text("nummer,første dag", "1,2015-01-13", "2,2016-01-01")
    with pytest.raises(Refused):
        read(data)
    roles = {"nummer": Role("member_number"), "første dag": Role("started_on")}
    reading = read(data, kind="members", roles=roles)
    assert reading.checked.rows_stored == 2


def test_own_words_are_mapped_and_never_guessed() -> None:
    data = text("member_id,joined,member type", "1,2015-01-13,Grundmedlem")
    reading = read(data)
    label = reading.understood.unknown_labels[0]
    assert (label.text, "full" in label.codes) == ("Grundmedlem", True)
    mapped = read(data, labels={"Grundmedlem": "full"})
    assert mapped.checked.frames["history"]["member_type"].tolist() == ["full"]


def test_no_member_number_is_stored_as_it_is(store) -> None:
    put(store, text("member_id,joined", "4711,2015-01-13"))
    assert member("4711") != 4711
    assert rows(store, "select member_id from member") == [(member("4711"),)]


def test_every_kind_has_roles_that_the_screen_can_name() -> None:
    say = language("da")
    for name, kind in KINDS.items():
        assert kind_label(say, name)
        assert all(role_label(say, role) for role in kind.roles)


def hillstrom() -> bytes:
    """The published counts of men's e-mail against none (MineThatData 2008), as a file of rows."""
    arms = {"Mens E-Mail": (21_307, 3_894, 267), "No E-Mail": (21_306, 2_262, 122)}
    lines = ["segment,visit,conversion,spend"]
    for arm, (n, visits, bought) in arms.items():
        lines += [f"{arm},1,1,10"] * bought + [f"{arm},1,0,0"] * (visits - bought)
        lines += [f"{arm},0,0,0"] * (n - visits)
    return text(*lines)


@pytest.mark.parametrize(
    ("outcome", "lift"),
    [(None, (0.076590, 0.069953, 0.083227)), ("conversion", (0.006805, 0.005014, 0.008641))],
)
def test_hillstrom_s_campaign_comes_out_as_published(store, outcome, lift) -> None:
    imported = put(store, hillstrom(), label="E-mail test")
    assert imported.rows_stored == 42_613
    options = Options(language("en"), outcome=outcome)
    row = view(NO_FILTERS, options, store.ask).frame.iloc[0]
    assert tuple(row[["lift", "lift_low", "lift_high"]]) == pytest.approx(lift, abs=5e-7)


def test_what_is_no_member_is_not_called_one(store) -> None:
    put(store, hillstrom(), label="E-mail test")
    seen = view(NO_FILTERS, Options(language("en")), store.ask)
    assert "more with visit" in seen.finding
    assert [metric.label for metric in seen.metrics] == ["Shown to work"]
    assert seen.frame["roi"].isna().all()
    assert seen.chart.y_title == "Share with success"


def test_a_file_may_say_who_came_back(store) -> None:
    rows_ = [f"call,{int(n < 40)}" for n in range(100)] + [
        f"none,{int(n < 10)}" for n in range(100)
    ]
    put(store, text("arm,rejoined", *rows_), label="Call")
    seen = view(NO_FILTERS, Options(language("en")), store.ask)
    assert "brought back 30 more members" in seen.finding


def test_what_a_campaign_brought_in_money_is_said_beside_its_control(store) -> None:
    put(store, hillstrom(), label="E-mail test")
    said = view(NO_FILTERS, Options(language("en")), store.ask).meaning
    assert any("spend: 1,450 more than without it" in sentence for sentence in said)


def test_reasons_for_leaving_join_the_membership_that_they_ended(store) -> None:
    put(store, text("member_id,joined,left", "1,2010-01-01,2015-01-01", "1,2018-01-01,2026-01-01",
                    "2,2010-01-01,2020-05-01"))  # fmt: skip
    put(store, text("medlemsnummer;udmeldelsesdato;årsag", "1;01-01-2015;For dyrt",
                    "2;13-05-2020;Nyt job", "9;13-05-2020;Andet"), label="why",
        never_members="leave_out")  # fmt: skip
    exits = rows(store, "select member_id, spell_no, reason from exit order by reason")
    assert exits == [(member("2"), 1, "changed_job"), (member("1"), 1, "too_expensive")]


def test_use_of_benefits_alone_is_a_list_of_events(store) -> None:
    data = text("member_id,benefit,date,channel,satisfied", "1,Legal help,2024-03-01,phone,yes")
    assert read(data).understood.kind == "events"
