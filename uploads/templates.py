"""A file to begin with for each kind: its columns in the reader's language, and an example row."""

import csv
import io
from io import StringIO

import xlsxwriter

from uploads.assignments import ASSIGNMENTS
from uploads.benefits import BENEFITS
from uploads.campaigns import CAMPAIGNS
from uploads.events import EVENTS
from uploads.exits import EXITS
from uploads.members import MEMBERS
from words.language import Language
from words.uploads import column_name

REGISTERS = {
    one.kind: one.fields for one in (MEMBERS, EXITS, EVENTS, BENEFITS, CAMPAIGNS, ASSIGNMENTS)
}
_HELP = {
    "en": "Legal help",
    "da": "Juridisk hjælp",
    "nb": "Juridisk hjelp",
    "nl": "Juridische hulp",
}
# by kind and language: a column and its example cell, after the respondent's id
SURVEYS = {
    "kano": {
        "en": (("{x} [functional]", "I like it"), ("{x} [dysfunctional]", "I dislike it")),
        "da": (("{x} [funktionel]", "Det ville jeg blive glad for"),
               ("{x} [dysfunktionel]", "Det ville jeg være utilfreds med")),
        "nb": (("{x} [funksjonell]", "Det ville jeg bli glad for"),
               ("{x} [dysfunksjonell]", "Det ville jeg være misfornøyd med")),
        "nl": (("{x} [functioneel]", "Dat zou ik fijn vinden"),
               ("{x} [disfunctioneel]", "Dat zou ik vervelend vinden")),
    },
    "value": {
        "en": (("{x} [importance]", "5"), ("{x} [know of it]", "yes"), ("{x} [needed it]", "yes"),
               ("{x} [got help]", "yes"), ("{x} [solved]", "no"), ("{x} [satisfaction]", "3")),
        "da": (("{x} [Vigtighed]", "5"), ("{x} [Kender det]", "ja"),
               ("{x} [Har haft brug for det]", "ja"), ("{x} [Fik hjælp]", "ja"),
               ("{x} [Blev løst]", "nej"), ("{x} [Tilfredshed]", "3")),
        "nb": (("{x} [Viktighet]", "5"), ("{x} [Kjenner det]", "ja"), ("{x} [Tilfredshet]", "3")),
        "nl": (("{x} [Belang]", "5"), ("{x} [Kent het]", "ja"), ("{x} [Tevredenheid]", "3")),
    },
    "needs": {
        "en": (("What is your main reason to be a member?", "Security"),
               ("When did you last use the union?", "Under a year"),
               ("How many of your colleagues are in a union?", "Most")),
        "da": (("Hvad er din vigtigste grund til at være medlem?", "Tryghed"),
               ("Hvornår har du sidst brugt forbundet?", "Under et år"),
               ("Hvor mange af dine kolleger er i en fagforening?", "De fleste")),
        "nb": (("Hva er din viktigste grunn til å være medlem?", "Trygghet"),
               ("Når brukte du sist forbundet?", "Under et år"),
               ("Hvor mange av kollegene dine er i en fagforening?", "De fleste")),
        "nl": (("Wat is uw belangrijkste reden om lid te zijn?", "Zekerheid"),
               ("Wanneer gebruikte u de bond voor het laatst?", "Minder dan een jaar"),
               ("Hoeveel van uw collega's zijn lid van een bond?", "De meesten")),
    },
    "nps": {
        "en": (("How likely are you to recommend the union? (0-10)", "9"),),
        "da": (("Hvor sandsynligt er det, at du vil anbefale forbundet? (0-10)", "9"),),
        "nb": (("Hvor sannsynlig er det at du vil anbefale forbundet? (0-10)", "9"),),
        "nl": (("Hoe waarschijnlijk is het dat u de bond zou aanbevelen? (0-10)", "9"),),
    },
}  # fmt: skip
KINDS = (*REGISTERS, *SURVEYS)


def template(kind: str, language: Language) -> list[list[str]]:
    """Return a template's header and its example row.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    language : Language
        What the columns are called in; files are read in all of them.
    """
    if kind in SURVEYS:
        columns = (("respondent_id", "r1"), *SURVEYS[kind][language.code])
        x = _HELP[language.code]
        return [[name.format(x=x) for name, _ in columns], [cell for _, cell in columns]]
    fields = REGISTERS[kind]
    names = [column_name(language, one.name) for one in fields]
    return [names, [one.examples[0] for one in fields]]


def as_csv(rows: list[list[str]], language: Language) -> bytes:
    """Write a template as the reader's own spreadsheet expects CSV."""
    text = StringIO()
    delimiter = ";" if language.separators()[0] == "," else ","
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def as_workbook(rows: list[list[str]]) -> bytes:
    """Write a template as a workbook whose cells are text, so that no id loses its zeros."""
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(held, options) as book:
        sheet = book.add_worksheet()
        as_text = book.add_format({"num_format": "@"})
        sheet.set_column(0, len(rows[0]) - 1, 22, as_text)
        for line, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                sheet.write_string(line, place, cell, as_text)
    return held.getvalue()
