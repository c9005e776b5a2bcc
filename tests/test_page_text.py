"""What people wrote is shown as they wrote it: no markup, and no link."""

import re

import pytest

from pages.parts.text import JOINER, plain

# What the screen's Markdown makes links of, after it has taken the escapes out.
LINKS = (
    re.compile(r"(https?://|www(?=\.))([-.\w]+)", re.IGNORECASE),
    re.compile(r"([-.\w+]+)@([-\w]+(?:\.[-\w]+)+)"),
)


@pytest.mark.parametrize(
    "text",
    ["anna@forbund.dk", "see http://evil.example/x", "HTTPS://evil.example", "WWW.evil.example"],
)
def test_an_address_is_no_link_and_reads_as_it_was(text) -> None:
    assert any(link.search(text) for link in LINKS)
    shown = re.sub(r"\\(.)", r"\1", plain(text))
    assert not any(link.search(shown) for link in LINKS)
    assert shown.replace(JOINER, "") == text


def test_markup_is_escaped() -> None:
    assert plain("*a* [b](c) <i>") == r"\*a\* \[b\]\(c\) \<i\>"
