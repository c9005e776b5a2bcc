"""A view as a workbook: typed figures on one sheet, where they come from on the other."""

import re
from io import BytesIO

import xlsxwriter

from exports.cells import Figures, figures
from exports.number_formats import number_format
from queries.named import NamedQuery
from views.view import View
from words.language import Language

TEXT_WIDTH, NUMBER_WIDTH, ABOUT_WIDTH = 34, 14, 110


def workbook(view: View, language: Language, is_sample: bool = False) -> bytes:
    """Write a view as XLSX.

    Parameters
    ----------
    view : View
        Made with ``limit=STRICT_LIMIT``: what leaves the product shows no group under 10.
    language : Language
        Of sheet names, headings and words.
    is_sample : bool
        Whether the people are invented; both sheets then say so.

    Returns
    -------
    bytes
        Two sheets: the figures, with numbers as numbers and intervals as columns, and whence they
        come: finding, filters, n, source, method and SQL.
    """
    file = BytesIO()
    # What a person typed is text, even where it looks like a formula or an address.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": view.title, "comments": view.finding})
        _figures(book, figures(view, language), language)
        _about(book, about(view, language, is_sample), language)
        if is_sample:
            for sheet in book.worksheets():
                sheet.set_header("&C" + language.say("Sample data"))
    return file.getvalue()


def about(view: View, language: Language, is_sample: bool) -> list[tuple[str, str]]:
    """Return where a view's figures come from, as pairs of heading and text."""
    say, how = language.say, view.computed
    invented = say("The people in these figures are invented.") if is_sample else ""
    pairs = [
        (say("Sample data"), invented),
        (say("Question"), view.title),
        (say("Finding"), view.finding),
        *[(metric.label, f"{metric.value} {metric.beside}".strip()) for metric in view.metrics],
        (say("Filters"), "\n".join(view.filters) or say("None: everyone")),
        ("n", language.number(view.n)),
        (say("Basis"), view.basis),
        (say("What this means"), "\n".join(view.meaning)),
        (say("What to know"), "\n".join(view.notes)),
        (say("How this was computed"), how.words),
        (say("Formula (LaTeX)"), how.formula),
        (say("Source of the method"), how.source),
        *[(f"SQL: {query.name}", _query(query)) for query in how.queries],
    ]
    return [(heading, text) for heading, text in pairs if text]


def _query(query: NamedQuery) -> str:
    bound = [f"-- ${name} = {value}" for name, value in query.parameters.items()]
    return "\n".join([f"-- {query.description}", *bound, query.sql])


def _figures(book: xlsxwriter.Workbook, columns: list[Figures], language: Language) -> None:
    sheet = book.add_worksheet(sheet_name(language.say("Figures")))
    sheet.freeze_panes(1, 1)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for place, column in enumerate(columns):
        form = book.add_format({"num_format": number_format(column.kind, language)})
        width = TEXT_WIDTH if column.kind == "text" else NUMBER_WIDTH
        sheet.set_column(place, place, width, form)
        sheet.write_string(0, place, column.heading, head)
        for row, value in enumerate(column.values, start=1):
            sheet.write(row, place, value, form)
    rows = max((len(column.values) for column in columns), default=0)
    sheet.autofilter(0, 0, rows, max(len(columns) - 1, 0))


def _about(book: xlsxwriter.Workbook, pairs: list[tuple[str, str]], language: Language) -> None:
    sheet = book.add_worksheet(sheet_name(language.say("About these figures")))
    head = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, TEXT_WIDTH, head)
    sheet.set_column(1, 1, ABOUT_WIDTH, body)
    for row, (heading, text) in enumerate(pairs):
        sheet.write_string(row, 0, heading, head)
        sheet.write_string(row, 1, text, body)


def sheet_name(text: str) -> str:
    """Return a text as Excel takes it for a sheet's name: 31 signs, none of ``[]:*?/\\``."""
    return re.sub(r"[\[\]:*?/\\]", " ", text).strip("' ")[:31]
