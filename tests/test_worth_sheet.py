"""What to tell a group: what is important and unknown first; lists hold only who may be told."""

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pandas as pd
import pytest
from docx import Document

from analysis.disclosure import STRICT_LIMIT
from exports.personal import personal_list
from exports.sheets import document
from queries.filters import NO_FILTERS
from queries.store import Store
from tests.planted import membership
from tests.test_view_worth import SAY, picture
from tests.test_view_worth import union as _union
from tests.value_survey import LONG_AGO, answered, build, people, survey
from views.worth.options import Options
from views.worth.personal import personal
from views.worth.sheet import Line, Sheet, sheet, sheets

union = _union


def test_what_is_important_and_unknown_is_told_and_the_rest_is_reminded_of(union) -> None:
    page = sheet(picture(union), "All", SAY)
    first = page.lines[0]
    assert (first.benefit, first.unknown) == ("Legal help", True)
    assert first.evidence == "Important to 100% (n = 200), and 50% don't know of it (n = 200)."
    assert first.message.startswith("Did you know that legal help is part of your membership?")


def test_each_group_gets_a_page_of_its_own(sample_to_read) -> None:
    pages = sheets("sector", NO_FILTERS, Options(SAY, limit=STRICT_LIMIT), sample_to_read.ask)
    assert len({page.name for page in pages}) == len(pages) == 6
    assert all(3 <= len(page.lines) <= 5 for page in pages)


def test_the_document_holds_every_line_and_marks_sample_data() -> None:
    line = Line("a", "Legal = help", True, "Important.", "=1+1 is no formula here")
    page = Sheet("Group <b>", "Finding", (line,), "n = 20")
    text = "\n".join(
        paragraph.text for paragraph in Document(BytesIO(document([page], SAY, True))).paragraphs
    )
    for part in ("Group <b>", "Legal = help. Important.", line.message, "Sample data · n = 20"):
        assert part in text


@pytest.fixture
def reach(tmp_path: Path) -> Store:
    """Eight members, of whom each may or may not be told by e-mail for a reason of its own."""
    members = people(8)
    ids = sorted(members["member"]["member_id"])
    members["member"] = members["member"].sort_values("member_id").assign(
        died_on=[None] * 7 + [date(2026, 1, 1)]
    )  # fmt: skip
    day = date(2026, 6, 1)
    consent = [
        (ids[0], "email", "given", day),
        (ids[1], "email", "withdrawn", day),
        (ids[2], "phone", "do_not_contact", day),
        (ids[3], "email", "given", date(2025, 1, 1)),
        (ids[3], "email", "withdrawn", day),
        (ids[4], "email", "withdrawn", date(2025, 1, 1)),
        (ids[4], "email", "given", day),
        (ids[7], "email", "given", day),
    ]
    more = {
        "consent": pd.DataFrame(consent, columns=["member_id", "channel", "status", "at"]),
        "benefit_use": pd.DataFrame(
            {"member_id": [ids[0], ids[4]], "benefit_id": ["a", "a"],
             "at": [date(2026, 5, 1), date(2020, 5, 1)]}
        ),
    }  # fmt: skip
    opened = build(tmp_path / "union.duckdb", members, more)
    yield opened
    opened.close()


def told(store: Store, legal_basis: str) -> dict[int, list[str]]:
    rows = store.ask(
        "worth_personal", NO_FILTERS, statuses=["active"], benefits=["a", "b", "c", "d"],
        channel="email", legal_basis=legal_basis,
    )  # fmt: skip
    return {place: list(row) for place, row in enumerate(rows["benefits"])}


def test_under_consent_only_those_who_gave_it_last_are_told(reach) -> None:
    assert list(told(reach, "consent").values()) == [["b", "c", "d"], ["a", "b", "c"]]


def test_under_a_contract_all_but_those_who_refused_are_told(reach) -> None:
    """Of eight: one withdrew, one asked for no contact at all, one withdrew last, one died."""
    assert len(told(reach, "contract")) == 4


def test_the_list_is_safe_in_a_spreadsheet() -> None:
    rows = pd.DataFrame({"member_id": [5], "benefits": [["a", "b"]]})
    data = personal_list(rows, pd.Series({"a": "=HYPERLINK(1)", "b": "Help"}), SAY).decode(
        "utf-8-sig"
    )
    assert list(csv.reader(StringIO(data)))[1] == ["5", "'=HYPERLINK(1)", "Help", ""]


def test_each_member_is_told_what_matters_to_their_own_group(tmp_path):
    """The state's members miss legal help, the region's the pay check."""
    missed, known = answered((40, 5, None, False)), answered((40, 3, None, True))
    of_state = {"legal": missed, "pay": known}
    of_region = {"legal": known, "pay": missed}
    items = {"legal": ("Legal help", "insurance", False), "pay": ("Pay check", "advice", False)}
    surveyed = survey(
        {("active", "a"): of_state, ("active", "b"): of_region}, items,
        sector=["state"] * 40 + ["region"] * 40,
    )  # fmt: skip
    members = membership([(30, "state", LONG_AGO, None), (30, "region", LONG_AGO, None)])
    opened = build(tmp_path / "u.duckdb", members, surveyed)
    rows, names = personal("sector", NO_FILTERS, Options(SAY), ("post", "contract"), opened.ask)
    assert names["legal"] == "Legal help"
    assert len(rows) == 60
    firsts = rows["benefits"].str[0].value_counts().to_dict()
    assert firsts == {"legal": 30, "pay": 30}
