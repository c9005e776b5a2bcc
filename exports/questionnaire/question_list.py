"""The questionnaire as a workbook: a list of questions to set up in any survey tool.

SurveyXact, Enalyzer and others take questions by hand or by list: variable, text, type, answers
with their values; beside it who is asked what, for their filters.
"""

from io import BytesIO

import xlsxwriter

from analysis.designs import version_code
from exports.workbook import sheet_name
from views.questionnaire import Questionnaire, evenness

WIDTHS = (18, 26, 20, 60, 12)
ANSWER_WIDTH = 24
MOST_ANSWERS = 10


def question_list(written: Questionnaire, title: str) -> bytes:
    """Write a questionnaire as XLSX.

    Parameters
    ----------
    written : Questionnaire
    title : str
        The survey's name.
    """
    file = BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": title})
    _questions(book, written)
    if written.versions > 1:
        _versions(book, written)
    book.close()
    return file.getvalue()


def _questions(book: xlsxwriter.Workbook, written: Questionnaire) -> None:
    say = written.options.language.say
    sheet = book.add_worksheet(sheet_name(say("Questions")))
    head = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    headings = [say("Variable"), say("Section"), say("Versions"), say("Question"), say("Type")]
    headings += [say("Answer {n}", n=n) for n in range(1, MOST_ANSWERS + 1)]
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, head)
        sheet.set_column(column, column, WIDTHS[column] if column < len(WIDTHS) else ANSWER_WIDTH)
    row = 0
    for section in written.sections:
        versions = ", ".join(map(str, section.versions)) or say("all")
        for question in section.questions:
            row += 1
            cells = [question.code, section.heading, versions, question.text, say("one answer")]
            cells += [f"{code} = {text}" for code, text in question.answers]
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell, wrap)
    sheet.freeze_panes(1, 1)


def _versions(book: xlsxwriter.Workbook, written: Questionnaire) -> None:
    language = written.options.language
    sheet = book.add_worksheet(sheet_name(language.say("Versions")))
    head = book.add_format({"bold": True, "rotation": 60, "bottom": 1})
    sheet.write_string(0, 0, language.say("Version"), head)
    for column, label in enumerate(written.labels, 1):
        sheet.write_string(0, column, str(label), head)
    for version in range(1, written.versions + 1):
        sheet.write_string(version, 0, version_code(written.code, version))
        for place, item in enumerate(written.design.asked(version), 1):
            column = written.labels.index.get_loc(item) + 1
            sheet.write_number(version, column, place)
    sheet.write_string(written.versions + 2, 0, evenness(written, language))
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, len(written.labels), 6)
