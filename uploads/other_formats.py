"""Files that are named .csv and are something else."""

import re

from uploads.problems import Refused

_BINARY = (
    (b"\x1f\x8b", "is_archive"),
    (b"BZh", "is_archive"),
    (b"7z\xbc\xaf", "is_archive"),
    (b"Rar!", "is_archive"),
    (b"\xd0\xcf\x11\xe0", "is_workbook"),
    (b"%PDF", "is_pdf"),
    (b"$FL2", "is_spss"),
    (b"$FL3", "is_spss"),
    (b"PAR1", "not_text"),
    (b"\x89PNG", "not_text"),
    (b"\xff\xd8\xff", "not_text"),
    (b"GIF8", "not_text"),
    (b"{\\rtf", "is_document"),
)
_WEB_PAGE = re.compile(rb"<(!doctype|html|head|body|table|\?xml|script)", re.IGNORECASE)
_JSON = re.compile(rb"(\{\s*[\"}]|\[\s*[\[{\"])")


def refuse_other_formats(data: bytes) -> None:
    """Let text through; name what else the file is.

    Raises
    ------
    Refused
        ``is_archive``, ``is_workbook``, ``is_document``, ``is_pdf``, ``is_spss``, ``is_json``,
        ``is_web_page``, ``not_text``.
    """
    for signature, code in _BINARY:
        if data.startswith(signature):
            raise Refused(code)
    if data.startswith(b"PK\x03\x04"):
        raise Refused(_zipped(data))
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _WEB_PAGE.match(head):
        raise Refused("is_web_page")
    if _JSON.match(head):
        raise Refused("is_json")


def _zipped(data: bytes) -> str:
    if b"xl/" in data or b"opendocument.spreadsheet" in data:
        return "is_workbook"
    return "is_document" if b"word/" in data else "is_archive"
