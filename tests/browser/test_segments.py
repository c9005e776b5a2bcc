"""A class saved as a segment is at once a filter on every page, and so are those put into it."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from queries.store import Store
from tests.browser.app import quiet, server, settled
from tests.sample_surveys import FILES, put

pytestmark = pytest.mark.browser
PAGES = ("", "clusters", "needs", "gaps", "effort", "campaigns")
# The clusters page asks those of one survey; the other pages' people are put in by a later one.
PAGES_OF_ALL = ("", "needs", "gaps", "effort", "campaigns")
OTHER_SURVEYS = ("kano-2026", "value-2026", "exit-2026")


@pytest.fixture
def folder(sample_file: Path, tmp_path: Path) -> Path:
    """A folder of its own for the sample, since these tests change it."""
    shutil.copy(sample_file, tmp_path / "sample.duckdb")
    return tmp_path


@pytest.fixture
def own_address(folder: Path) -> Iterator[str]:
    with server(folder) as at:
        yield at


@pytest.fixture
def address_with_later_survey(folder: Path) -> Iterator[str]:
    upload_later_survey(folder / "sample.duckdb")
    with server(folder) as at:
        yield at


def test_a_saved_class_filters_every_page(page: Page, own_address: str) -> None:
    segment = save_classes(page, f"{own_address}/clusters?lang=en")
    everybody = {name: finding(page, f"{own_address}/{name}?lang=en") for name in PAGES}
    for name in PAGES:
        within = finding(page, f"{own_address}/{name}?lang=en&segment={segment}")
        expect(page.get_by_role("button", name=re.compile("Segment: There for"))).to_be_visible()
        assert within != everybody[name], name


def test_people_put_in_later_are_seen_on_every_page(
    page: Page, address_with_later_survey: str
) -> None:
    at = address_with_later_survey
    segment = save_classes(page, f"{at}/clusters?lang=en&clusters_survey=needs-2026")
    here = {name: f"{at}/{name}?lang=en&segment={segment}" for name in PAGES_OF_ALL}
    before = {name: finding(page, address) for name, address in here.items()}
    settled(page, f"{at}/segments?lang=en")
    page.get_by_role("tab", name="Put new people in").click()
    page.get_by_role("button", name="Put them into the segments").click()
    expect(page.get_by_text(re.compile("^Everybody who answered"))).to_be_visible(timeout=30_000)
    for name, address in here.items():
        assert finding(page, address) != before[name], name


def save_classes(page: Page, address: str) -> str:
    """Save the classes of the clusters page, show one of them, and return its segment."""
    settled(page, address)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("All of these classes are saved.")).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="All segments, and putting people into them").click()
    shown = page.get_by_role("button", name="Show these people").first
    expect(shown).to_be_visible(timeout=30_000)
    quiet(page)  # a page that is still being drawn lets a click go by
    shown.click()
    page.wait_for_url(re.compile("segment="), timeout=60_000)
    quiet(page)
    return re.search(r"segment=(\d+)", page.url).group(1)


def finding(page: Page, address: str) -> str:
    """What a page says, with the line below its chart, which holds n."""
    settled(page, address)
    quiet(page)
    below = page.get_by_text(re.compile(r"^n\s=\s")).first.inner_text()
    return f"{page.get_by_role('heading', level=1).inner_text()} {below}"


def upload_later_survey(path: Path) -> None:
    """Have those who answered other surveys answer the needs survey's questions, later."""
    store = Store(path)
    asked = store.ask("needs_members", survey_id="needs-2026")["member_id"]
    others = pd.concat(
        store.ask("survey_respondents", survey_id=name)["member_id"] for name in OTHER_SURVEYS
    )
    new = others[~others.isin(asked)].dropna().drop_duplicates().astype(int)
    said = pd.read_csv(FILES / "needs-2026.csv", sep=";", dtype=str, encoding="utf-8-sig")
    said = said.sample(len(new), replace=True, random_state=0)
    said["Medlemsnr"] = new.to_numpy()
    said["Svarnr"] = [f"L{number:05d}" for number in range(len(new))]
    said["Besvaret"] = "20-08-2026"
    file = io.BytesIO()
    said.to_csv(file, sep=";", index=False)
    put(store, file.getvalue(), "Later", answers={"kind": "needs"})
    store.close()
