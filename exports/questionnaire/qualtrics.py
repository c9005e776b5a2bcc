"""The questionnaire as Qualtrics imports it: a text file in its Advanced Format.

See Qualtrics' support pages on importing surveys as TXT: a block a section, a question with its
ID and numbered choices. The format has no survey flow, so what the flow must do stands in a block
of its own, to be taken out once it is done.
"""

from analysis.designs import version_code
from views.questionnaire import Questionnaire
from views.questionnaire.questions import Question, Section
from words.language import Language


def qualtrics(written: Questionnaire, title: str) -> bytes:
    """Write a questionnaire for Qualtrics.

    Parameters
    ----------
    written : Questionnaire
    title : str
        The survey's name.
    """
    say = written.options.language
    lines = ["[[AdvancedFormat]]", ""]
    if written.versions > 1:
        lines += _setup(written, title, say)
    for section in written.sections:
        lines += _block(section, say)
    return "\n".join(lines).encode("utf-8-sig")


def _setup(written: Questionnaire, title: str, say: Language) -> list[str]:
    """Say what the survey flow must do, which the format itself can't."""
    told = say.say(
        "{title}: take this block out after you have set the survey flow. A randomizer evenly"
        " presents one of {versions} groups; each group sets the embedded data field “version” to"
        " its code ({first} to {last}) and shows the blocks that name its number.",
        title=title,
        versions=written.versions,
        first=version_code(written.code, 1),
        last=version_code(written.code, written.versions),
    )
    return ["[[Block:Setup]]", "", "[[Question:DB]]", "[[ID:setup]]", _line(told), ""]


def _block(section: Section, say: Language) -> list[str]:
    name = f"{section.code} {section.heading}"
    if section.versions:
        versions = " ".join(str(version) for version in section.versions)
        name += " (" + say.say("versions {versions}", versions=versions) + ")"
    lines = [f"[[Block:{_line(name)}]]", ""]
    for question in section.questions:
        lines += _question(question)
    return [*lines, "[[PageBreak]]", ""]


def _question(question: Question) -> list[str]:
    choices = [
        line
        for number, (_, text) in enumerate(question.answers, 1)
        for line in (f"[[Choice:{number}]]", _line(text))
    ]
    return [
        "[[Question:MC:SingleAnswer:Vertical]]",
        f"[[ID:{question.code}]]",
        _line(question.text),
        "[[AdvancedChoices]]",
        *choices,
        "",
    ]


def _line(text: str) -> str:
    """Return a text as one line that can't be taken for a tag."""
    return " ".join(text.split()).replace("[[", "[ [").replace("]]", "] ]")
