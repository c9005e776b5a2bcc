"""Texts on their way to the screen."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-!|$~:.])")
# An address becomes a link though its signs are escaped; a sign without width keeps it a text.
_ADDRESS = re.compile(r"(@|://|www)(?=\S)", re.IGNORECASE)
JOINER = "\u2060"


def plain(text: str) -> str:
    """Escape a text so that Markdown shows it as it is, and keep ``n = 12`` on one line.

    What a file or a person wrote may reach any sentence; none of it is markup.
    """
    unlinked = _ADDRESS.sub(rf"\1{JOINER}", text)
    return _MARKUP.sub(r"\\\1", unlinked).replace("n = ", "n\u00a0=\u00a0")
