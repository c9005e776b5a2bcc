"""A theme saved on its page narrows the pages about benefits, until it is let go of."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import quiet, server, settled

pytestmark = pytest.mark.browser


@pytest.fixture
def own_address(sample_file: Path, tmp_path: Path) -> Iterator[str]:
    shutil.copy(sample_file, tmp_path / "sample.duckdb")
    with server(tmp_path) as at:
        yield at


def test_a_theme_is_followed_to_gaps_and_is_a_segment_everywhere(
    page: Page, own_address: str
) -> None:
    settled(page, f"{own_address}/themes?lang=en")
    page.get_by_text("Save themes, and follow one").click()
    page.get_by_label(re.compile("^Work injury help")).first.fill("When things go wrong")
    page.get_by_text("Save the people each matters to").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("All of these themes are saved.")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Follow this theme").first.click()
    quiet(page)
    page.get_by_role("link", name="Value gaps").last.click()
    expect(page.get_by_text("5 of 5 benefits")).to_be_visible(timeout=20_000)
    expect(page).to_have_url(re.compile("theme="), timeout=20_000)
    settled(page, f"{own_address}/effort?lang=en&effort_rows=segment")
    expect(page.get_by_text("When things go wrong").first).to_be_visible(timeout=20_000)
    settled(page, f"{own_address}/themes?lang=en&theme=1")
    page.get_by_text("Save themes, and follow one").click()
    page.get_by_role("button", name="Delete").first.click()
    page.get_by_role("button", name="Delete the theme").click()
    expect(page.get_by_role("button", name="Follow this theme")).to_have_count(3, timeout=20_000)
    expect(page).not_to_have_url(re.compile("theme="), timeout=20_000)
