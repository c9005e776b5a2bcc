"""The guessing hour by keyboard alone: place, hand in, reveal, one surprise after the other."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.app import quiet, settled

pytestmark = pytest.mark.browser
BENEFITS = 16


def key(page: Page, name: str) -> Page:
    page.keyboard.press(name)
    quiet(page)
    return page


def heading(page: Page) -> str:
    return page.locator("h1").first.inner_text()


def test_a_room_guesses_and_is_surprised_without_the_mouse(chromium: Browser, address: str) -> None:
    page = settled(
        chromium.new_page(viewport={"width": 1280, "height": 720}), f"{address}/guess?lang=en"
    )
    page.get_by_role("button", name="Together, on this screen").click()
    quiet(page)
    first = heading(page)
    key(page, "4")
    key(page, "Backspace")
    assert heading(page) == first
    for _ in range(BENEFITS):
        key(page, "4")
    assert heading(page).startswith("All are placed")
    key(page, "Enter")
    key(page, "Enter")
    assert page.get_by_text("You said", exact=True).is_visible()
    key(page, "Enter")
    assert page.get_by_text(re.compile(r"\d+% of members \(")).first.is_visible()
    for _ in range(5):
        key(page, "Enter")
    assert heading(page).startswith("You were right about")
    page.close()


def test_two_devices_share_a_round_and_each_counts_once(chromium: Browser, address: str) -> None:
    lead = settled(chromium.new_page(), f"{address}/guess?lang=en")
    lead.get_by_role("button", name="Each on their own device").click()
    quiet(lead)
    code = re.search(r"guess_round=(\w{4})", lead.url)[1]
    device = settled(
        chromium.new_context().new_page(), f"{address}/guess?lang=en&guess_round={code}"
    )
    for _ in range(BENEFITS):
        key(device, "1")
    key(device, "Enter")
    assert heading(device).startswith("Handed in")
    lead.get_by_text("One person has handed in").wait_for(timeout=15_000)
    key(lead, "Enter")
    device.get_by_text("You said", exact=True).wait_for(timeout=15_000)
    device.context.close()
    lead.close()
