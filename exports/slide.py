"""A view as one slide whose chart a client can edit: the finding, the picture, its source."""

from dataclasses import dataclass
from io import BytesIO

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from exports.native_chart import Frame, draw
from exports.type_setting import height
from views.palette import LIGHT
from views.view import View
from words.language import Language

FONT = "Arial"
WIDTH, HEIGHT = 960, 540  # points: 16:9 as PowerPoint makes it
MARGIN, GAP = 40, 12
ROOM = WIDTH - 2 * MARGIN
TITLE_SIZES, LONG_TITLE_SIZES = (32, 30, 28), (24, 20, 16)
TITLE_SHARE = 0.25
SOURCE_SIZE = 11
MARK_WIDTH = 120
TITLE_ONLY = 5
LANGUAGES = {
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
    "da": MSO_LANGUAGE_ID.DANISH,
    "nb": MSO_LANGUAGE_ID.NORWEGIAN_BOKMOL,
    "nl": MSO_LANGUAGE_ID.DUTCH,
}


@dataclass(frozen=True)
class Style:
    """How a text on the slide is written: size in points, hex colour, language."""

    size: float
    colour: str
    language: Language


def slide(view: View, language: Language, is_sample: bool = False) -> bytes:
    """Write a view as a PPTX with one 16:9 slide.

    Parameters
    ----------
    view : View
        Made with ``limit=STRICT_LIMIT``: what leaves the product shows no group under 10.
    language : Language
        Of the slide's words and numbers.
    is_sample : bool
        Whether the people are invented; the slide then says so.

    Returns
    -------
    bytes
        The finding is the title, the chart is PowerPoint's own with its figures behind it, the
        line below says n, source and filters, and what follows stands in the speaker's notes.
    """
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    presentation.core_properties.title = view.title
    page = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
    top = _title(page, view.finding, language)
    bottom = _source(page, view, language, ROOM - (MARK_WIDTH + GAP) * is_sample)
    draw(page, view, language, Frame(MARGIN, top, ROOM, bottom - top))
    if is_sample:
        _sample_mark(page, language)
    page.notes_slide.notes_text_frame.text = "\n".join((view.title, *view.meaning, *view.notes))
    file = BytesIO()
    presentation.save(file)
    return file.getvalue()


def title_size(finding: str) -> float:
    """Return the largest size in points at which the finding leaves the chart its room."""
    for size in (*TITLE_SIZES, *LONG_TITLE_SIZES):
        if height(finding, size, ROOM) <= HEIGHT * TITLE_SHARE:
            return size
    return LONG_TITLE_SIZES[-1]


def _title(page: Slide, finding: str, language: Language) -> float:
    size = title_size(finding)
    title = page.shapes.title
    title.left, title.top, title.width = Pt(MARGIN), Pt(MARGIN * 0.7), Pt(ROOM)
    title.height = Pt(height(finding, size, ROOM))
    _write(title.text_frame, [finding], Style(size, LIGHT.ink, language), MSO_ANCHOR.TOP)
    return MARGIN * 0.7 + height(finding, size, ROOM) + GAP


def _source(page: Slide, view: View, language: Language, room: float) -> float:
    """Write n, filters and what to know along the bottom; return where it begins."""
    said = [view.basis]
    if view.filters:
        said.append(language.say("Filters: {filters}", filters=" · ".join(view.filters)))
    said += view.notes
    tall = sum(height(line, SOURCE_SIZE, room) for line in said)
    top = HEIGHT - MARGIN * 0.5 - tall
    box = page.shapes.add_textbox(Pt(MARGIN), Pt(top), Pt(room), Pt(tall))
    _write(box.text_frame, said, Style(SOURCE_SIZE, LIGHT.muted, language), MSO_ANCHOR.BOTTOM)
    return top - GAP


def _sample_mark(page: Slide, language: Language) -> None:
    mark: Shape = page.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE,
        Pt(WIDTH - MARGIN - MARK_WIDTH),
        Pt(HEIGHT - MARGIN * 0.5 - 24),
        Pt(MARK_WIDTH),
        Pt(24),
    )
    mark.fill.background()
    mark.line.color.rgb = RGBColor.from_string(LIGHT.kano["M"].lstrip("#"))
    style = Style(12, LIGHT.kano["M"], language)
    mark.shadow.inherit = False
    _write(mark.text_frame, [language.say("Sample data")], style, MSO_ANCHOR.MIDDLE)
    mark.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _write(frame: TextFrame, said: list[str], style: Style, anchor: MSO_ANCHOR) -> None:
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = "\n".join(said)
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = 1.0
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.name, run.font.size = FONT, Pt(style.size)
            run.font.language_id = LANGUAGES[style.language.code]
            run.font.color.rgb = RGBColor.from_string(style.colour.lstrip("#"))
