"""The shell in a real browser: deep links, filters in the address, languages, presenting."""

import re
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import quiet, settled

pytestmark = pytest.mark.browser


def test_a_deep_link_opens_its_page_inside_the_shell(page: Page, address: str) -> None:
    settled(page, f"{address}/needs?status=former&lang=da")
    expect(page.locator("html")).to_have_attribute("lang", "da")
    expect(page.get_by_text("Status: Tidligere")).to_be_visible()
    assert "status=former" in page.url


def test_a_filter_stays_when_the_page_changes(page: Page, address: str) -> None:
    settled(page, f"{address}/?status=former")
    page.get_by_role("link", name="Needs").click()
    page.wait_for_url(re.compile(r"/needs"))
    quiet(page)
    expect(page.get_by_role("button", name=re.compile("Status: Former"))).to_be_visible()
    page.wait_for_url(re.compile("status=former"))


def test_a_filter_is_let_go_by_its_chip(page: Page, address: str) -> None:
    settled(page, f"{address}/?status=former")
    page.get_by_role("button", name=re.compile("Status: Former")).click()
    quiet(page)
    assert "status" not in page.url
    expect(page.get_by_role("heading", level=1)).to_contain_text("We are")


def test_nonsense_in_the_address_is_ignored(page: Page, address: str) -> None:
    settled(page, f"{address}/?status=zzz&branch=%3Cb%3E&since=yesterday&lang=xx")
    expect(page.get_by_role("heading", level=1)).to_contain_text("We are")


def test_the_language_is_picked_on_the_page(page: Page, address: str) -> None:
    settled(page, address)
    page.get_by_role("combobox", name="Language").click()
    page.get_by_role("option", name="Dansk").click()
    quiet(page)
    expect(page.locator("html")).to_have_attribute("lang", "da")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vi er")


def test_presenting_has_no_menu_and_a_way_back(page: Page, address: str) -> None:
    settled(page, f"{address}/?present=1")
    expect(page.locator('[data-testid="stSidebar"]')).to_be_hidden()
    page.get_by_role("button", name="Back to the desk").click()
    quiet(page)
    expect(page.locator('[data-testid="stSidebar"]')).to_be_visible()


def test_a_group_too_small_shows_nothing_but_why(page: Page, address: str) -> None:
    page.goto(f"{address}/?status=in_notice&age_band=65_over&member_type=student&present=1")
    expect(page.get_by_text(re.compile("Too few to show|Nobody matches"))).to_be_visible(
        timeout=20_000
    )


def test_nothing_is_asked_of_another_machine(page: Page, address: str) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    settled(page, address)
    outside = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert outside == []


def test_the_policy_is_sent(address: str) -> None:
    with urllib.request.urlopen(address) as answer:  # noqa: S310
        policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def test_the_server_says_that_it_answers(address: str) -> None:
    with urllib.request.urlopen(f"{address}/healthz") as answer:  # noqa: S310
        assert answer.status == 200
