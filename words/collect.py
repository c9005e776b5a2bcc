"""Collect the texts of the code into the catalogues: ``python -m words.collect``."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from words.language import CATALOGUES, LOCALES, NAMES

ROOT = Path(__file__).parent.parent
ROOMS = ("pages", "charts", "exports", "uploads", "views", "words")
KEYWORDS = {"say": None, "say_n": (1, 2), "N_": None}


def template() -> Catalog:
    """Return every text that the code says, with where it says it."""
    catalogue = Catalog(project="union-members", charset="utf-8")
    for room in ROOMS:
        found = extract_from_dir(ROOT / room, keywords=KEYWORDS, comment_tags=("Note:",))
        for file, _line, message, comments, _context in found:
            if message:
                catalogue.add(message, locations=[(f"{room}/{file}", 0)], auto_comments=comments)
    return catalogue


def updated(code: str, texts: Catalog) -> bytes:
    """Return a language's catalogue with new texts added and gone ones let go."""
    file = CATALOGUES / f"{code}.po"
    if file.exists():
        with file.open("rb") as source:
            catalogue = read_po(source, locale=LOCALES[code])
    else:
        catalogue = Catalog(locale=LOCALES[code], project="union-members", charset="utf-8")
    catalogue.update(texts, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = f"# {NAMES[code]}: what the code's English sentences are called."
    catalogue.revision_date = catalogue.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    written = BytesIO()
    write_po(written, catalogue, sort_output=True, omit_header=False, include_lineno=False)
    return written.getvalue()


def main() -> None:
    """Write the catalogues of every language but English, which the code itself holds."""
    texts = template()
    CATALOGUES.mkdir(exist_ok=True)
    for code in LOCALES:
        if code != "en":
            (CATALOGUES / f"{code}.po").write_bytes(updated(code, texts))


if __name__ == "__main__":
    main()
