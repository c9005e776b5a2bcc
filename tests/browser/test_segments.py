"""A class saved as a segment is at once a filter on every page."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import quiet, server, settled

pytestmark = pytest.mark.browser
PAGES = ("", "clusters", "needs", "gaps", "effort", "campaigns")


@pytest.fixture(scope="module")
def own_address(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own, since this test changes its data."""
    folder = tmp_path_factory.mktemp("segments")
    shutil.copy(sample_file, folder / "sample.duckdb")
    with server(folder) as at:
        yield at


def test_a_saved_class_filters_every_page(page: Page, own_address: str) -> None:
    settled(page, f"{own_address}/clusters?lang=en")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("All of these classes are saved.")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Show these people").first.click()
    quiet(page)
    page.wait_for_url(re.compile("segment="), timeout=30_000)
    segment = re.search(r"segment=(\d+)", page.url).group(1)
    everybody = {name: finding(page, f"{own_address}/{name}?lang=en") for name in PAGES}
    for name in PAGES:
        within = finding(page, f"{own_address}/{name}?lang=en&segment={segment}")
        expect(page.get_by_role("button", name=re.compile("Segment: There for"))).to_be_visible()
        assert within != everybody[name], name


def finding(page: Page, address: str) -> str:
    """What a page says, with the line below its chart, which holds n."""
    settled(page, address)
    quiet(page)
    below = page.get_by_text(re.compile(r"^n\s=\s")).first.inner_text()
    return f"{page.get_by_role('heading', level=1).inner_text()} {below}"
