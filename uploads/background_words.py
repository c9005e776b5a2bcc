"""The words that surveys use for what is stored as a code of a person's background."""

from uploads.text import key
from uploads.vocabularies import WORDS

MUST_BE_KNOWN = ("age_band", "status")  # a filter offers their codes and nothing else

_WORDS = {
    "age_band": {
        "under_25": "under 25, <25, 18-24, 15-24, under_25, jonger dan 25, unter 25",
        "25_34": "25-34, 25_34",
        "35_44": "35-44, 35_44",
        "45_54": "45-54, 45_54",
        "55_64": "55-64, 55_64",
        "65_over": "65+, 65 and over, 65 or over, over 65, 65_over, 65 og over, 65 og derover,"
        " 65 og eldre, 65 en ouder, 65 und älter",
    },
    "gender": {
        "female": "female, f, woman, kvinde, kvinne, vrouw, frau, weiblich",
        "male": "male, m, man, mand, mann, männlich",
        "other": "other, non-binary, andet, andre, annet, anders, divers",
    },
    "sector": {
        "municipal": "municipal, municipality, local government, kommune, kommunal, kommunalt,"
        " gemeente",
        "regional": "regional, region",
        "state": "state, central government, stat, staten, statlig, rijk, staat",
        "industry": "industry, industri, industrie",
        "retail_services": "retail and services, retail_services, handel og service,"
        " handel og tjenester, handel en diensten",
        "office_it": "office and it, office_it, kontor og it, kantoor en ict",
    },
}
_YEARS = (" år", " years", " jaar", " jahre", " yrs")
_CODES = {
    field: {key(word): code for code, words in codes.items() for word in words.split(",")}
    for field, codes in _WORDS.items()
}


def known_word(field: str, text: str) -> str | None:
    """Return the code that a word stands for; None where the field or the word is not known."""
    words = _CODES.get(field) or WORDS.get(field, {})
    plain = key(text).replace("–", "-").replace(" - ", "-")
    if field == "age_band":
        for years in _YEARS:
            plain = plain.replace(years, "")
    return words.get(plain)
