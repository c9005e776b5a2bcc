"""Files that are named .csv and are something else."""

import io
import re
import zipfile
from typing import Literal

from uploads.problems import Refused

Form = Literal["text", "workbook", "spss", "archive"]

_BINARY = (
    (b"\x1f\x8b", "is_archive"),
    (b"BZh", "is_archive"),
    (b"7z\xbc\xaf", "is_archive"),
    (b"Rar!", "is_archive"),
    (b"%PDF", "is_pdf"),
    (b"PAR1", "not_text"),
    (b"\x89PNG", "not_text"),
    (b"\xff\xd8\xff", "not_text"),
    (b"GIF8", "not_text"),
    (b"{\\rtf", "is_document"),
)
_WEB_PAGE = re.compile(
    rb"<(!doctype|!--|html|head|body|meta|title|style|div|table|\?xml|script)", re.IGNORECASE
)
_JSON = re.compile(rb"(\{\s*[\"}]|\[\s*[\[{\"])")


def form_of(data: bytes) -> Form:
    """Say how a file is to be read, by what it begins with and never by its name.

    Raises
    ------
    Refused
        ``is_document``, ``is_archive``, ``is_old_workbook`` for what is zipped or packed and is
        none of what can be read.
    """
    if data.startswith((b"$FL2", b"$FL3")):
        return "spss"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("is_old_workbook")
    return _zipped(data) if data.startswith(b"PK\x03\x04") else "text"


def refuse_other_formats(data: bytes) -> None:
    """Let text through; name what else the file is.

    Raises
    ------
    Refused
        ``is_archive``, ``is_document``, ``is_pdf``, ``is_json``, ``is_web_page``, ``not_text``.
    """
    for signature, code in _BINARY:
        if data.startswith(signature):
            raise Refused(code)
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _WEB_PAGE.match(head):
        raise Refused("is_web_page")
    if _JSON.match(head):
        raise Refused("is_json")


def _zipped(data: bytes) -> Form:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("damaged_archive") from error
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return "workbook"
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise Refused("is_document")
    if "mimetype" in names:
        raise Refused("is_open_document")
    return "archive"
