"""What a survey's other columns hold: who answered, and what must not be stored."""

import pandas as pd

from uploads.numbers import number
from uploads.personal_columns import is_member_number, names_a_person
from uploads.roles import Role
from uploads.text import key, means_blank

_FIELDS = {
    "respondent_id": "id, respondent id, respondent_id, respondentid, respondent, response id,"
    " responseid, response_id, svar-id, svarid, svar id, besvarelse, network id, #, record id,"
    " record, løbenr, løbenummer, respondentnr, respondent-id, case, caseid",
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
_FIELD_OF = {name.strip(): field for field, names in _FIELDS.items() for name in names.split(",")}
_AGE_BANDS = {
    "under 25": "under_25", "<25": "under_25", "18-24": "under_25", "under_25": "under_25",
    "25-34": "25_34", "35-44": "35_44", "45-54": "45_54", "55-64": "55_64",
    "25_34": "25_34", "35_44": "35_44", "45_54": "45_54", "55_64": "55_64",
    "65+": "65_over", "65 and over": "65_over", "65 og over": "65_over", "65_over": "65_over",
    "over 65": "65_over", "65 år og derover": "65_over", "65 år og over": "65_over",
}  # fmt: skip
_STATUSES = {
    "active": "active", "member": "active", "aktiv": "active", "medlem": "active", "lid": "active",
    "in notice": "in_notice", "in_notice": "in_notice", "i opsigelse": "in_notice",
    "i oppsigelse": "in_notice", "in arrears": "in_arrears", "in_arrears": "in_arrears",
    "i restance": "in_arrears", "recently left": "recently_left", "recently_left": "recently_left",
    "former": "former", "former member": "former", "tidligere": "former",
    "tidligere medlem": "former", "udmeldt": "former", "utmeldt": "former",
    "voormalig lid": "former",
}  # fmt: skip
_VOCABULARY = {"age_band": _AGE_BANDS, "status": _STATUSES}
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
        ``personal``, ``member_number`` or ``free_text`` for what is not stored.
    """
    if is_member_number(column):
        return Role("member_number")
    if names_a_person(column, values):
        return Role("personal")
    if values.empty:
        return Role("ignored")
    field = _FIELD_OF.get(key(column))
    if field in ("age", "birth_year", "weight"):
        return Role(_numeric(field, values))
    if field in _VOCABULARY and not all(_dashed(v) in _VOCABULARY[field] for v in values):
        field = None
    return Role(field) if field else trait_role(values)


def trait_role(values: pd.Series) -> Role:
    """Tell a column with few, short values from one of free text or of one value a person."""
    free = len(values) > _TRAIT_VALUES or values.str.len().max() > _TRAIT_LENGTH
    return Role("free_text" if free else "trait")


def different_values(column: pd.Series) -> pd.Series:
    """Return a column's different values without those that stand for nothing."""
    values = column.drop_duplicates()
    return values[~values.map(means_blank).astype(bool)]


def vocabulary(field: str, text: str) -> str:
    """Return the stored code of an age band or a status; other fields keep the union's words."""
    words = _VOCABULARY.get(field)
    return words[_dashed(text)] if words else text.strip()


def _numeric(field: str, values: pd.Series) -> str:
    """Fall back on the age bands that a column called age often holds."""
    read = [number(value, sign) is not None for value in values for sign in (".", ",")]
    if sum(read) * 2 >= len(values):
        return field
    banded = all(_dashed(value) in _AGE_BANDS for value in values)
    return "age_band" if field == "age" and banded else "trait"


def _dashed(text: str) -> str:
    return key(text).replace("–", "-").replace(" - ", "-")
