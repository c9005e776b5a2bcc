"""Pictures of every page for the README, taken from the app itself: ``make screenshots``."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from sample_data.build import from_files
from tests.browser.app import ROOT, browser, server, settled

PICTURES = ROOT / "docs" / "pictures"
PAGES = {
    "overview": "/",
    "clusters": "/clusters",
    "segments": "/segments",
    "needs": "/needs",
    "guess": "/guess",
    "themes": "/themes",
    "gaps": "/gaps",
    "brand": "/brand",
    "worth": "/worth",
    "catalogue": "/catalogue",
    "effort": "/effort",
    "campaigns": "/campaigns",
    "upload": "/upload",
    "questionnaire": "/questionnaire",
    "answered": "/answered?answered_survey=value-2026",
}
DESK, ROOM = (1440, 900), (1280, 720)


def shoot(chromium: Browser, url: str, size: tuple[int, int], theme: str, file: Path) -> None:
    """Take one picture of one page."""
    width, height = size
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, locale="en-GB"
    )
    page = settled(context.new_page(), url)
    page.wait_for_timeout(1500)
    page.screenshot(path=file)
    context.close()


def _with(address: str, lang: str) -> str:
    """Add the language to an address that may have choices already."""
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"


def readme(chromium: Browser, address: str) -> None:
    """The README's pictures: every page in English, light, at a desk."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, path in PAGES.items():
        shoot(chromium, _with(f"{address}{path}", "en"), DESK, "light", PICTURES / f"{name}.png")


def everything(chromium: Browser, address: str, folder: Path) -> None:
    """Every page in two languages, light and dark, at a desk and on a projector."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in PAGES.items():
        for lang in ("en", "da"):
            for theme in ("light", "dark"):
                for size in (DESK, ROOM):
                    file = folder / f"{name}-{lang}-{theme}-{size[0]}x{size[1]}.png"
                    shoot(chromium, _with(f"{address}{path}", lang), size, theme, file)


def save_segments(chromium: Browser, address: str) -> None:
    """Save the sample's classes, so that the page of segments has some to show."""
    page = settled(chromium.new_page(), f"{address}/clusters?lang=en")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("All of these classes are saved.").wait_for()
    page.close()


def main() -> None:
    """Write the README's pictures, or with a folder's name every picture there is."""
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        from_files(Path(folder) / "sample.duckdb")
        with server(Path(folder)) as address:
            save_segments(chromium, address)
            if len(sys.argv) > 1:
                everything(chromium, address, Path(sys.argv[1]))
            else:
                readme(chromium, address)


if __name__ == "__main__":
    main()
