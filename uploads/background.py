"""What a survey's other columns hold: who answered, and what must not be stored."""

import pandas as pd

from uploads.background_words import MUST_BE_KNOWN, known_word
from uploads.completion import is_completion
from uploads.numbers import number
from uploads.personal_columns import is_member_number, names_a_person
from uploads.roles import Role
from uploads.text import key

_FIELDS = {
    "respondent_id": "id, respondent id, respondent_id, respondentid, respondent, response id,"
    " responseid, response_id, svar-id, svarid, svar id, svarnr, svarnummer, besvarelse,"
    " #, record id, record, løbenr, løbenummer, respondentnr, respondent-id,"
    " respondentnummer,"
    " case, caseid, antwoordnummer, antwort-id, antwort id",
    "age": "age, alder, leeftijd, alter",
    "birth_year": "birth year, birth_year, year of birth, birthyear, fødselsår, fødeår,"
    " geboortejaar, geburtsjahr",
    "age_band": "age band, age_band, age group, agegroup, aldersgruppe, leeftijdsgroep",
    "gender": "gender, sex, køn, kjønn, geslacht, geschlecht",
    "region": "region, regio, landsdel, provincie",
    "sector": "sector, sektor",
    "branch_id": "branch, branch id, branch_id, local branch, afdeling, avdeling, lokalafdeling",
    "member_type": "member type, member_type, membership type, medlemstype, lidtype",
    "status": "status, member status, membership status, medlemsstatus",
    "weight": "weight, vægt, vekt, gewicht, gewichtung",
    "answered_at": "timestamp, tidsstempel, tijdstempel, submitted at, submit date (utc),"
    " end date, enddate, recordeddate, recorded date, answered_at, answered at, besvaret",
    "item": "item, feature, question, benefit, need, egenskab, spørgsmål, ydelse, behov,"
    " tilbud, eigenschap, vraag, dienst, frage, merkmal",
}
# when it was begun, and states of an interview that the one of being finished implies
_OF_NO_USE = frozenset(
    {"start date", "startdate", "start date (utc)", "started at", "starttidspunkt", "network id"}
    | {f"statoverall_{state}" for state in (1, 2, 3, 5)}
)
_FIELD_OF = {name.strip(): field for field, names in _FIELDS.items() for name in names.split(",")}
_TRAIT_VALUES = 50
_TRAIT_LENGTH = 60


def background_role(column: str, values: pd.Series) -> Role:
    """Say what a column that is no answer holds.

    Parameters
    ----------
    column : str
        Its name.
    values : pandas.Series
        Its different values, blanks set aside.

    Returns
    -------
    Role
        A field of ``respondent``; ``trait`` for anything else with few, short values;
        ``member_number`` for what is stored as a pseudonym; ``personal`` or ``free_text`` for
        what is not stored.
    """
    if is_member_number(column):
        return Role("member_number")
    if names_a_person(column, values):
        return Role("personal")
    if values.empty or key(column) in _OF_NO_USE:
        return Role("ignored")
    if is_completion(column, values):
        return Role("complete")
    field = _FIELD_OF.get(key(column))
    if field in ("age", "birth_year", "weight"):
        return Role(_numeric(field, values))
    if field in MUST_BE_KNOWN and not all(known_word(field, value) for value in values):
        field = None
    return Role(field) if field else trait_role(values)


def trait_role(values: pd.Series) -> Role:
    """Tell a column with few, short values from one of free text or of one value a person."""
    free = len(values) > _TRAIT_VALUES or values.str.len().max() > _TRAIT_LENGTH
    return Role("free_text" if free else "trait")


def vocabulary(field: str, text: str) -> str:
    """Return the stored code of a word that is known, and else the union's own word."""
    return known_word(field, text) or text.strip()


def _numeric(field: str, values: pd.Series) -> str:
    """Fall back on the age bands that a column called age often holds."""
    read = [number(value, sign) is not None for value in values for sign in (".", ",")]
    if sum(read) * 2 >= len(values):
        return field
    banded = all(known_word("age_band", value) for value in values)
    return "age_band" if field == "age" and banded else "trait"
