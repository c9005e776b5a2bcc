"""Which encoding a file is written in: its mark, else strict UTF-8, else Windows-1252.

Guessing by letter frequency fails on short Danish texts, so nothing else is tried.
"""

import codecs
import re
from itertools import islice

from uploads.problems import Problems, Refused, short

_PIECE = 1 << 20
_UTF8_LETTER = re.compile(
    rb"[\xc3\xc4\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]|\xef\xbb\xbf"  # the last: its mark
)
_NOT_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_WORD = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")


def encoding_of(data: bytes, problems: Problems) -> str:
    """Return the codec that reads a file.

    Parameters
    ----------
    data : bytes
        The whole file.
    problems : Problems
        Takes ``read_as_utf16`` and ``read_as_cp1252`` with a few words to judge it by.

    Raises
    ------
    Refused
        ``utf16_without_mark``, ``utf32``, ``not_text``, ``damaged_utf16``, ``mixed_encodings``,
        ``unknown_encoding``.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise Refused("utf32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, problems)
    _refuse_wide_characters(data)
    if _decodes(data, "utf-8"):
        return "utf-8-sig"
    return _cp1252(data, problems)


def _utf16(data: bytes, problems: Problems) -> str:
    if not _decodes(data, "utf-16"):
        raise Refused("damaged_utf16")
    problems.add("read_as_utf16")
    return "utf-16"


def _refuse_wide_characters(data: bytes) -> None:
    """Tell a file of two or four bytes a letter, or of none, from a stray NUL."""
    if not data.strip(b"\0"):
        raise Refused("not_text")
    head = data[:4096]
    if head.count(0) > len(head) / 2:
        raise Refused("utf32")
    if head.count(0) > len(head) / 5:
        raise Refused("utf16_without_mark")


def _decodes(data: bytes, codec: str) -> bool:
    """Say whether a file is valid, in pieces: as one text it could take four times its size."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    try:
        for start in range(0, len(data), _PIECE):
            decoder.decode(data[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _cp1252(data: bytes, problems: Problems) -> str:
    if _UTF8_LETTER.search(data):
        raise Refused("mixed_encodings", line=_odd_line(data))
    stray = _NOT_CP1252.search(data)
    if stray:
        raise Refused("unknown_encoding", line=data.count(b"\n", 0, stray.start()) + 1)
    problems.add("read_as_cp1252", words=_words(data))
    return "cp1252"


def _odd_line(data: bytes) -> int:
    """Return the first line of the encoding that fewer lines are in."""
    utf8, other = [], []
    for number, line in enumerate(data.splitlines(), 1):
        if not line.isascii():
            (utf8 if _decodes(line, "utf-8") else other).append(number)
    fewer = utf8 if utf8 and len(utf8) < len(other) else other
    return fewer[0]


def _words(data: bytes) -> str:
    """Return a few words with letters that only the right encoding shows right."""
    start = next(place for place, byte in enumerate(data) if byte > 0x7F)
    text = data[max(0, start - 100) : start + 10_000].decode("cp1252")
    words = dict.fromkeys(match.group() for match in islice(_WORD.finditer(text), 20))
    return short(", ".join(list(words)[:4]))
