"""A page a group, as a document that can be edited: what matters to them, in words to send."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.shared import Pt

from exports.slide import FONT
from views.worth.sheet import Line, Sheet
from words.language import Language

BODY = Pt(11)


def document(pages: Sequence[Sheet], language: Language, is_sample: bool = False) -> bytes:
    """Write groups' pages as DOCX, each on a page of its own.

    Parameters
    ----------
    pages : sequence of Sheet
        Made with ``limit=STRICT_LIMIT``: what leaves the product shows no group under 10.
    language : Language
        Of the headings.
    is_sample : bool
        Whether the people are invented; each page then says so.
    """
    written = Document()
    style = written.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY
    for place, page in enumerate(pages):
        if place:
            written.add_page_break()
        _page(written, page, language, is_sample)
    held = BytesIO()
    written.save(held)
    return held.getvalue()


def _page(written: Document, page: Sheet, say: Language, is_sample: bool) -> None:
    written.add_heading(page.name, level=1)
    written.add_paragraph(page.finding)
    for heading, unknown in ((say.say("Tell them of"), True), (say.say("Remind them of"), False)):
        lines = [line for line in page.lines if line.unknown == unknown]
        if lines:
            written.add_heading(heading, level=2)
        for line in lines:
            _line(written, line)
    source = f"{say.say('Sample data')} · {page.basis}" if is_sample else page.basis
    written.add_paragraph(source, style="Caption")


def _line(written: Document, line: Line) -> None:
    paragraph = written.add_paragraph(style="List Bullet")
    paragraph.add_run(line.benefit).bold = True
    paragraph.add_run(f". {line.evidence}")
    written.add_paragraph(line.message, style="Quote")
