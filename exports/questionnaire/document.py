"""The questionnaire as a Word document, to be read, discussed, signed off or printed."""

from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.shared import Pt

from analysis.designs import version_code
from views.questionnaire import Questionnaire, evenness, finding
from views.questionnaire.questions import Section
from words.language import Language

BOX = "☐"


def document(written: Questionnaire, title: str) -> bytes:
    """Write a questionnaire as DOCX in the respondents' language.

    Parameters
    ----------
    written : Questionnaire
    title : str
        The survey's name.

    Returns
    -------
    bytes
        Who is asked what, every question with its answers, and last which version asks which
        benefits.
    """
    say = written.options.language
    paper = Document()
    paper.core_properties.title = title
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Arial", Pt(10.5)
    paper.add_heading(title, 0)
    paper.add_paragraph(
        say.say(
            "Your answers are used to make membership better. There are no right or wrong ones."
            " Answer as you feel; “don't know” is an answer too."
        )
    )
    paper.add_paragraph(finding(written, say))
    for section in written.sections:
        _section(paper, section, say)
    if written.versions > 1:
        _versions(paper, written, say)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _section(paper: Docx, section: Section, say: Language) -> None:
    paper.add_heading(section.heading, 2)
    if section.versions:
        asked = ", ".join(str(version) for version in section.versions)
        note = paper.add_paragraph()
        run = note.add_run(say.say("Asked in version {versions}", versions=asked))
        run.italic, run.font.size = True, Pt(9)
    for question in section.questions:
        line = paper.add_paragraph()
        line.add_run(question.text).bold = True
        line.paragraph_format.keep_with_next = True
        paper.add_paragraph("    ".join(f"{BOX} {text}" for _, text in question.answers))


def _versions(paper: Docx, written: Questionnaire, say: Language) -> None:
    paper.add_heading(say.say("Who is asked about what"), 1)
    paper.add_paragraph(evenness(written, say))
    paper.add_paragraph(_how_to_mark(written, say))
    table = paper.add_table(rows=1, cols=2, style="Light Grid Accent 1")
    head = table.rows[0].cells
    head[0].text, head[1].text = say.say("Version"), say.say("Benefits, in this order")
    for version in range(1, written.versions + 1):
        cells = table.add_row().cells
        cells[0].text = version_code(written.code, version)
        names = [str(written.labels[item]) for item in written.design.asked(version)]
        cells[1].text = "; ".join(names)


def _how_to_mark(written: Questionnaire, say: Language) -> str:
    return say.say(
        "Give each respondent one version at random, and return its code in a column called"
        " version ({example}). Blanks about benefits of other versions are then known to be blank"
        " by design.",
        example=version_code(written.code, 1),
    )
