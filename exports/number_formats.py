"""How Office writes a figure of each kind; the reader's own settings choose the separators."""

from views.view import Kind
from words.language import Language


def number_format(kind: Kind, language: Language) -> str:
    """Return the number format of a kind, as workbooks and native charts take it."""
    percent = "0%" if language.code == "en" else "0 %"
    formats = {
        "count": "#,##0",
        "share": percent,
        "coefficient": "0.00",
        "number": "#,##0.0",
        "money": f'#,##0 "{language.money(0).removeprefix("0").strip()}"',
        "month": "mmm yyyy",
    }
    return formats.get(kind, "General")
