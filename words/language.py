"""A language that sentences, numbers and dates are said in. An argument, never a global."""

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent

CATALOGUES = Path(__file__).parent / "catalogues"
NAMES = {"en": "English", "da": "Dansk", "nb": "Norsk", "nl": "Nederlands"}
LOCALES = {"en": "en_GB", "da": "da_DK", "nb": "nb_NO", "nl": "nl_NL"}


def N_(message: str) -> str:
    """Mark a text for translation where it is written, to be said later."""
    return message


@dataclass(frozen=True)
class Language:
    """One of the product's languages.

    Attributes
    ----------
    code : str
        ``"en"``, ``"da"``, ``"nb"`` or ``"nl"``.
    """

    code: str

    @property
    def locale(self) -> str:
        """Babel's name of the locale."""
        return LOCALES[self.code]

    def say(self, message: str, **facts: object) -> str:
        """Translate a sentence and fill in its facts: ``say("{n} members", n=…)``."""
        return _catalogue(self.code).gettext(message).format(**facts)

    def say_n(self, one: str, many: str, n: int, **facts: object) -> str:
        """Translate the singular or the plural; ``{n}`` becomes the number as it is written."""
        text = _catalogue(self.code).ngettext(one, many, n)
        return text.format(n=self.number(n), **facts)

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number with this language's separators."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(round(value, decimals), format=pattern, locale=self.locale)

    def signed(self, value: float, decimals: int = 0) -> str:
        """Write a number with its sign, as a change is written."""
        rounded = round(value, decimals)
        sign = "+" if rounded > 0 else "−" if rounded < 0 else "±"
        return sign + self.number(abs(rounded), decimals)

    def share(self, value: float, decimals: int = 0) -> str:
        """Write a share of one as a percentage."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + " %"
        if self.code == "en":
            pattern = pattern.replace(" ", "")
        return format_percent(value, format=pattern.replace(" ", "\u00a0"), locale=self.locale)

    def share_interval(self, low: float, high: float, decimals: int = 0) -> str:
        """Write an interval of shares: ``35–41 %``."""
        return f"{self.number(low * 100, decimals)}–{self.share(high, decimals)}"

    def money(self, value: float) -> str:
        """Write an amount in Danish kroner without øre."""
        return format_currency(
            round(value), "DKK", format="#,##0\u00a0¤", locale=self.locale, currency_digits=False
        )

    def day(self, value: date) -> str:
        """Write a date: ``31 Oct 2026``."""
        return format_date(value, "d MMM y", locale=self.locale)

    def month(self, value: date) -> str:
        """Write a month: ``Oct 2026``."""
        return format_date(value, "MMM y", locale=self.locale)

    def moment(self, value: datetime) -> str:
        """Write a moment, stored in UTC, as the clock on this machine's wall showed it."""
        utc = datetime(*value.timetuple()[:6], tzinfo=UTC)  # a pandas timestamp converts otherwise
        local = utc.astimezone()
        return format_datetime(local, "d MMM y HH:mm", tzinfo=local.tzinfo, locale=self.locale)

    def listed(self, items: Sequence[str]) -> str:
        """Write a list in a sentence: ``a, b and c``."""
        return format_list(list(items), locale=self.locale)

    def separators(self) -> str:
        """Return the decimal and the thousands sign, as plotly's ``layout.separators`` takes."""
        written = self.number(1234.5, 1)
        return written[-2] + written[1]


def language(code: str | None) -> Language:
    """Return a language by its code; English where the code is none of ours."""
    return Language(code if code in NAMES else "en")


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Compile a language's catalogue in memory, so that nothing need be built before a start."""
    file = CATALOGUES / f"{code}.po"
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as source:
        catalogue = read_po(source, locale=LOCALES[code])
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
