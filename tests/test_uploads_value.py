"""Value surveys: benefits by name, ratings by whole labels, missing answers told apart."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pyreadstat
import pytest

from uploads.choices import NO_CHOICES, Choices
from uploads.context import Context
from uploads.kinds import read_file
from uploads.missing import DONT_KNOW, LEFT_BLANK, NOT_ASKED
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms
from uploads.roles import Role
from uploads.scale_words import SETS
from uploads.scales import rating_codes, yes_no_codes
from uploads.value_columns import aspect_roles

CONTEXT = Context(date(2026, 10, 31), Pseudonyms(b"test"))
HEAD = "Svarnr;Kurser [Vigtighed];Kurser [Kender det];Kurser [Tilfredshed];Råd [Vigtighed]"


def reading(*lines, **choices):
    context = replace(CONTEXT, choices=Choices(**choices) if choices else NO_CHOICES)
    return read_file("\n".join(lines).encode(), context)


def answers(read):
    return read.checked.frames["value_answer"].set_index(["respondent_id", "item_id"])


def questions(read):
    return {question.code: question for question in read.checked.questions}


def said(read, code):
    return [(p.lines, p.column, p.facts) for p in read.checked.problems if p.code == code]


@pytest.mark.parametrize(
    ("column", "aspect", "label"),
    [
        ("Legal help [importance]", "importance", "Legal help"),
        ("importance: Legal help", "importance", "Legal help"),
        ("Legal help - Satisfaction", "satisfaction", "Legal help"),
        ("legal_help_used", "used", "legal_help"),
        ("needed_legal help", "needed", "legal help"),
        ("Legal help (solved)", "solved", "Legal help"),
        ("Legal help importance 1-5", "importance", "Legal help"),
        ("Kurser [Vigtighed 1-5]", "importance", "Kurser"),
        ("Kurser [Tilfredshed (1 = meget utilfreds)]", "satisfaction", "Kurser"),
        ("Kurser [Kender det]", "aware", "Kurser"),
        ("Kurser [Har haft brug for det]", "needed", "Kurser"),
        ("Kurser [Fik hjælp]", "used", "Kurser"),
        ("Kurser [Blev løst]", "solved", "Kurser"),
        ("Kurs [Viktighet]", "importance", "Kurs"),
        ("Juridische hulp [Tevredenheid]", "satisfaction", "Juridische hulp"),
        ("Rechtshilfe [Zufriedenheit]", "satisfaction", "Rechtshilfe"),
        ("Hvor vigtigt er følgende for dig? [Kurser]", "importance", "Kurser"),
        ("How satisfied are you? - Legal help", "satisfaction", "Legal help"),
        ("Har du haft brug for hjælp? [Kurser]", "needed", "Kurser"),
        ("Is it important and are you satisfied? [Courses]", None, None),
        ("Favourite colour", None, None),
    ],
)
def test_what_a_column_asks_is_told_by_its_name(column, aspect, label):
    role = aspect_roles([column], {column}).get(column)
    assert (role.name if role else None, role.item if role else None) == (aspect, label)


def test_two_columns_that_ask_the_same_are_told_for_neither():
    names = ["Kurser [Vigtighed]", "Vigtighed: Kurser"]
    assert {role.name for role in aspect_roles(names, set(names)).values()} == {"half_pair"}


@pytest.mark.parametrize("places", SETS, ids=lambda places: next(iter(places)))
def test_each_set_of_labels_reads_from_lowest_to_highest(places):
    one_a_place = {}
    for label, place in places.items():
        one_a_place.setdefault(place, label)
    codes = rating_codes(set(one_a_place.values()), {})
    assert codes == {label: place for place, label in one_a_place.items()}


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ({"Very important"}, {}),  # the fourth place of one set, the fifth of another
        ({"Very important", "Extremely important"},
         {"Very important": 4, "Extremely important": 5}),
        ({"Very important", "Very unimportant"}, {"Very important": 5, "Very unimportant": 1}),
        ({"I høj grad", "Hverken eller", "Slet ikke"},
         {"I høj grad": 5, "Hverken eller": 3, "Slet ikke": 1}),
        ({"I høj grad", "I meget høj grad"}, {"I høj grad": 4, "I meget høj grad": 5}),
        ({"Uenig", "Delvist uenig"}, {}),  # two labels of one place: somebody's seven places
        ({"5 - Meget vigtigt", "1 - Slet ikke vigtigt", "3"},
         {"5 - Meget vigtigt": 5, "1 - Slet ikke vigtigt": 1, "3": 3}),
        ({"1 - I høj grad", "5 - Slet ikke", "3 - Hverken eller"},
         {"1 - I høj grad": 5, "5 - Slet ikke": 1, "3 - Hverken eller": 3}),
        ({"1", "5", "99", "Ved ikke", ""},
         {"1": 1, "5": 5, "99": DONT_KNOW, "Ved ikke": DONT_KNOW, "": LEFT_BLANK}),
        ({"1", "7"}, {}),  # another scale
        ({"Meget vigtig", "vigtigt nok"}, {"Meget vigtig": 5}),  # never by likeness
        ({"Ikke stillet", "4"}, {"Ikke stillet": NOT_ASKED, "4": 4}),
    ],
)  # fmt: skip
def test_ratings_are_read_by_whole_labels_that_fit_together(texts, codes):
    assert rating_codes(texts, {}) == codes


def test_the_user_s_own_labels_come_first_and_another_scale_s_are_not_meant():
    assert rating_codes({"Top", "1", "7"}, {"Top": 5, "1": 5, "7": 1}) == {"Top": 5, "1": 5, "7": 1}
    assert yes_no_codes({"1", "2"}, {"1": 5, "2": "no"}) == {"1": "yes", "2": "no"}


def test_mixed_spellings_of_yes_and_no_are_mapped_and_shown():
    read = reading(HEAD, "a;5;ja;4;5", "b;4;1;3;5", "c;3;TRUE;2;1", "d;3;nej;2;1")
    assert answers(read)["aware"].dropna().tolist() == [True, True, True, False]
    assert said(read, "yes_and_no_read") == [((), None, {"yes": "1, TRUE, ja", "no": "nej"})]


def test_a_wide_file_becomes_rows():
    read = reading(HEAD, "a;5;ja;4;Ved ikke", "b;1;nej;;2")
    assert (read.understood.kind, read.understood.layout) == ("value", "wide")
    first = answers(read).loc[("a", "kurser")]
    assert (first["importance"], first["aware"], first["satisfaction"]) == (5, True, 4)
    assert answers(read).loc[("a", "råd"), "missing"] == DONT_KNOW
    assert read.checked.rows_in == read.checked.rows_stored == 2


def test_a_long_file_becomes_rows():
    read = reading(
        "respondent,item,importance,satisfaction,used", "r1,Courses,5,4,yes", "r1,Advice,2,,no",
        "r2,Courses,,,", "r2,Courses,1,1,no", ",Advice,1,1,no",
    )  # fmt: skip
    assert read.understood.layout == "long"
    assert answers(read)["importance"].tolist() == [5, 2]
    checked = read.checked
    assert (checked.rows_in, checked.rows_stored, checked.rows_reported) == (5, 2, 3)


def test_rows_that_are_answers_need_an_id():
    with pytest.raises(Refused, match="long_without_id"):
        reading("item,importance,satisfaction", "Courses,5,4")


def test_missing_answers_are_told_apart_and_counted():
    read = reading(HEAD, "a;99;Ikke stillet;;5", "b;4;nej;3;2")
    told = said(read, "missing_told_apart")
    assert told == [((), None, {"dont_know": 1, "left_blank": 1, "not_asked": 1})]
    assert questions(read)["missing_numbers"].facts == {"numbers": ("99",), "n": 1}
    assert questions(read)["missing_blanks"].facts == {"n": 1}


def test_what_codes_and_blanks_stand_for_is_the_user_s_to_say():
    lines = ("Svarnr;Kurser [Vigtighed];Råd [Vigtighed]", "a;99;", "b;4;5")
    assert answers(reading(*lines))["missing"].dropna().tolist() == [DONT_KNOW, LEFT_BLANK]
    by_rule = {"missing_numbers": NOT_ASKED, "missing_blanks": NOT_ASKED}
    ruled = reading(*lines, answers=by_rule)
    assert answers(ruled)["missing"].dropna().tolist() == [NOT_ASKED, NOT_ASKED]


@pytest.mark.parametrize(
    ("column", "broken_off", "whole"),
    [
        ("Status", "Nogen svar", "Gennemført"), ("Finished", "False", "True"),
        ("Progress", "40", "100"), ("lastpage", "2", "7"), ("Gennemført", "Nej", "Ja"),
    ],
)  # fmt: skip
def test_interviews_that_were_broken_off_count_by_the_user_s_rule(column, broken_off, whole):
    lines = (f"{HEAD};{column}", f"a;5;ja;4;5;{whole}", f"b;4;nej;;;{broken_off}")
    read = reading(*lines)
    assert questions(read)["partly_answered"].facts == {"n": 1, "column": column}
    assert read.checked.rows_stored == 2
    assert read.checked.frames["respondent"]["complete"].tolist() == [True, False]
    without = reading(*lines, answers={"partly_answered": "leave_out"}).checked
    assert (without.rows_in, without.rows_stored, without.rows_reported) == (2, 1, 1)


def test_a_scale_that_says_it_is_reversed_is_asked_about():
    head = "Svarnr;Kurser [Vigtighed (1 = meget vigtigt, 5 = slet ikke vigtigt)];Kurser [Kender]"
    lines = (head, "a;1;ja", "b;5;nej")
    read = reading(*lines)
    assert read.context.choices.open(read.checked.questions) == (
        questions(read)["importance_reversed"],
    )
    turned = reading(*lines, answers={"importance_reversed": "reversed"})
    assert answers(turned)["importance"].tolist() == [5, 1]


def test_those_who_were_helped_being_the_less_satisfied_is_asked_about():
    head = "Svarnr;Råd [Vigtighed];Råd [Blev løst];Råd [Tilfredshed]"
    rows = [f"{n};4;{'ja' if n % 2 else 'nej'};{1 if n % 2 else 4}" for n in range(60)]
    assert "satisfaction_reversed" in questions(reading(head, *rows))
    rows = [f"{n};4;{'ja' if n % 2 else 'nej'};{4 if n % 2 else 1}" for n in range(60)]
    assert "satisfaction_reversed" not in questions(reading(head, *rows))


def test_unknown_labels_are_listed_with_what_they_may_stand_for():
    read = reading(HEAD, "a;Superb;måske;4;5", "b;Superb;ja;4;5")
    labels = {label.text: (label.n, label.codes) for label in read.understood.unknown_labels}
    assert labels["Superb"][0] == 2
    assert labels["måske"][1][:2] == ("yes", "no")
    mapped = reading(HEAD, "a;Superb;måske;4;5", labels={"Superb": 5, "måske": "no"})
    assert answers(mapped).loc[("a", "kurser"), ["importance", "aware"]].tolist() == [5, False]
    assert not said(mapped, "unknown_label")


def test_the_user_may_say_what_a_column_is():
    read = reading(
        "id,x,y", "a,5,4", "b,1,2", kind="value",
        roles={"x": Role("importance", "Courses"), "y": Role("satisfaction", "Courses")},
    )  # fmt: skip
    assert answers(read).loc[("b", "courses"), ["importance", "satisfaction"]].tolist() == [1, 2]


def test_pairs_and_satisfaction_in_one_file_are_nobody_s_guess():
    lines = ("ID,a_functional,a_dysfunctional,a_importance,a_satisfaction", "r1,1,5,4,4")
    assert questions(reading(*lines))["kind"].choices == ("kano", "value")
    assert reading(*lines, answers={"kind": "value"}).understood.kind == "value"
    forced = reading(*lines, kind="value")
    assert forced.understood.kind == "value"
    assert "kind" not in questions(forced)


def test_questions_in_full_are_read_where_names_tell_nothing(tmp_path):
    file = tmp_path / "x.sav"
    pyreadstat.write_sav(
        pd.DataFrame({"respondent": ["a", "b"], "v1": [5.0, 1.0], "v2": [4.0, 2.0]}),
        str(file),
        column_labels={"v1": "How important is it? - Courses", "v2": "How satisfied? - Courses"},
    )
    read = read_file(file.read_bytes(), CONTEXT)
    assert read.understood.kind == "value"
    assert answers(read).loc[("a", "courses"), ["importance", "satisfaction"]].tolist() == [5, 4]
