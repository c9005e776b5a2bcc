"""A Kano file from upload to finding, in a real browser, seen by a second person's open page."""

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.app import quiet, server, settled
from tests.test_uploads_importing import small, transfers

pytestmark = pytest.mark.browser

# REPPL transfers (public study, n = 358): CS+ and CS− under Pouliot's and under Kano's table,
# the latter from the published counts: only I and Q move
COEFFICIENTS = {
    "pouliot": {
        "F6": (0.3942652, 0.1003584),
        "F8": (0.6097561, 0.5731707),
        "F9": (0.6820988, 0.3117284),
        "F10": (0.5925926, 0.8148148),
    },
    "kano": {
        "F6": (110 / 296, 28 / 296),
        "F8": (200 / 337, 188 / 337),
        "F9": (0.667674, 0.305136),
        "F10": (192 / 334, 264 / 334),
    },
}


@pytest.fixture(scope="module")
def own_address(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own, since these tests change its data."""
    folder = tmp_path_factory.mktemp("uploading")
    shutil.copy(sample_file, folder / "sample.duckdb")
    with server(folder) as at:
        yield at


def choose(page: Page, address: str, name: str, content: bytes) -> None:
    """Open the upload page and give it a file."""
    settled(page, f"{address}/upload?lang=en")
    page.set_input_files(
        "input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    quiet(page)


def downloaded(page: Page) -> dict[str, dict[str, str]]:
    """The page's table as a file: rows by benefit."""
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as answer:
        page.get_by_role("button", name="Table (CSV)").click()
    with answer.value.path().open(encoding="utf-8-sig", newline="") as file:
        return {row["Benefit"]: row for row in csv.DictReader(file)}


def test_a_file_goes_from_upload_to_every_open_page(
    page: Page, chromium: Browser, own_address: str
) -> None:
    watching = settled(chromium.new_page(), f"{own_address}/needs?lang=en")
    choose(page, own_address, "transfers.csv", transfers())
    expect(page.get_by_text("358 respondents, 4 questions")).to_be_visible()
    page.get_by_role("button", name="Import").click()
    expect(watching.get_by_text(re.compile(r"n\s=\s358")).first).to_be_visible(timeout=15_000)
    for table, expected in COEFFICIENTS.items():
        settled(watching, f"{own_address}/needs?lang=en&needs_table={table}")
        rows = downloaded(watching)
        for feature, (better, worse) in expected.items():
            assert float(rows[feature]["Better if there"]) == pytest.approx(better, abs=1e-6)
            assert float(rows[feature]["Worse if missing"]) == pytest.approx(worse, abs=1e-6)
    watching.close()


def test_a_malformed_file_is_named_by_line_and_changes_nothing(
    page: Page, own_address: str
) -> None:
    bad = small("r1,I like it,I dislike it", 'r2,"I like it,I dislike it')
    choose(page, own_address, "bad.csv", bad)
    expect(page.get_by_text(re.compile(r"line 3", re.IGNORECASE)).first).to_be_visible()
    expect(page.get_by_role("button", name="Import")).to_have_count(0)


def test_an_import_can_be_undone_on_the_page(page: Page, own_address: str) -> None:
    rows = [f"u{n},I like it,I dislike it" for n in range(20)]
    choose(page, own_address, "undo.csv", small(*rows))
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_role("button", name="Upload another file")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("undone", exact=True)).to_be_visible(timeout=30_000)


def test_a_danish_register_from_excel_goes_in_and_says_what_changed(
    page: Page, own_address: str
) -> None:
    rows = ["Medlemsnummer;Indmeldt;Udmeldt;Medlemstype;Kontingent;Fødselsår"]
    rows += [f"{n:05};13-02-2016;;Fuldtid;1.485,50;1980" for n in range(30)]
    rows.append("00099;30-02-2016;;Fuldtid;485,00;1980")
    choose(page, own_address, "medlemmer.csv", "\r\n".join(rows).encode("cp1252"))
    expect(page.get_by_text("31 rows in the file: 30 can be stored")).to_be_visible()
    page.get_by_text("No, a part: those who are not in it stay members").click()
    page.get_by_text("Yes, without those rows").click()
    quiet(page)
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_text("30 of 31 rows are in")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("What changed")).to_be_visible()


def test_what_a_file_holds_is_never_markup(page: Page, own_address: str) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    hostile = b"ID,![x](http://127.0.0.1:9/a.png)_functional,![x](http://127.0.0.1:9/a.png)"
    hostile += b"_dysfunctional\nr1,<img src=http://127.0.0.1:9/b.png>,I dislike it\n"
    choose(page, own_address, "hostile.csv", hostile)
    page.wait_for_timeout(1000)
    assert not [url for url in asked if ":9/" in url]
