"""Columns that name a person: their values are not stored."""

import re
from collections.abc import Iterable

from uploads.text import key

_WORDS = frozenset(
    {"name", "full name", "first name", "last name", "surname", "firstname", "lastname"}
    | {"navn", "fornavn", "efternavn", "etternavn", "fulde navn", "naam", "voornaam"}
    | {"achternaam", "vorname", "nachname", "recipientfirstname", "recipientlastname"}
    | {"email", "e-mail", "mail", "email address", "e-mail address", "e-mailadresse", "e-post"}
    | {"epost", "mailadresse", "recipientemail", "emailadres", "e-mailadres", "username"}
    | {"phone", "phone number", "mobile", "telefon", "telefonnummer", "mobil", "mobilnummer"}
    | {"tlf", "tlf.", "telefoon", "telefoonnummer", "address", "adresse", "adres", "gade"}
    | {"ip address", "ipaddress", "ip-adresse", "locationlatitude", "locationlongitude"}
)
_MEMBER_NUMBER = frozenset(
    {"member number", "member no", "member id", "member_id", "memberid", "membership number"}
    | {"medlemsnummer", "medlemsnr", "medlemsnr.", "medlems-id", "medlemsid", "medlem"}
    | {"lidnummer", "lidmaatschapsnummer", "mitgliedsnummer"}
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")


def names_a_person(column: str, values: Iterable[str]) -> bool:
    """Say whether a column is called like one of names or addresses, or holds e-mail addresses."""
    return key(column.replace("_", " ")) in _WORDS or any(map(_ADDRESS.search, values))


def is_member_number(column: str) -> bool:
    """Say whether a column is called like one of the union's own numbers."""
    return key(column) in _MEMBER_NUMBER
