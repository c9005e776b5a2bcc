"""Danish texts of the surveys' files, and the codes they stand for."""

import numpy as np

DONT_KNOW, LEFT_BLANK, NOT_ASKED = -1, -2, -3
MISSING_TEXTS = {DONT_KNOW: "Ved ikke", LEFT_BLANK: "", NOT_ASKED: "Ikke stillet"}
MISSING_CODES = {"Ved ikke": "dont_know", "": "left_blank", "Ikke stillet": "not_asked"}

KANO_ANSWERS = (
    "Det ville jeg blive glad for",
    "Det forventer jeg",
    "Det betyder ikke noget for mig",
    "Det kan jeg leve med",
    "Det ville jeg være utilfreds med",
)
YES_NO = ("Nej", "Ja")

STATUS = {"active": "Medlem", "former": "Tidligere medlem"}
GENDERS = {"female": "Kvinde", "male": "Mand", "other": "Andet"}
SECTORS = {
    "municipal": "Kommune", "regional": "Region", "state": "Stat", "industry": "Industri",
    "retail_services": "Handel og service", "office_it": "Kontor og it",
}  # fmt: skip
AGE_BANDS = {
    "under_25": "Under 25 år", "25_34": "25-34 år", "35_44": "35-44 år", "45_54": "45-54 år",
    "55_64": "55-64 år", "65_over": "65 år og over",
}  # fmt: skip
AGE_EDGES = (25, 35, 45, 55, 65)
TYPES = {
    "full": "Fuldtid", "part_time": "Deltid", "student": "Elev eller studerende",
    "new_graduate": "Nyuddannet", "unemployed": "Ledig", "early_pension": "Efterløn",
    "senior": "Senior", "resting": "Hvilende",
}  # fmt: skip

# column of the file -> column of table respondent
BACKGROUND = {
    "Svarnr": "respondent_id", "Medlemsnr": "member_id", "Besvaret": "answered_at",
    "Gennemført": "complete", "Status": "status", "Aldersgruppe": "age_band", "Køn": "gender",
    "Region": "region", "Sektor": "sector", "Afdeling": "branch_id", "Medlemstype": "member_type",
}  # fmt: skip


def texts(codes: np.ndarray, labels: tuple[str, ...]) -> np.ndarray:
    """Write answers down as the survey tool does.

    Parameters
    ----------
    codes : array of int
        0 for the first label and so on; `DONT_KNOW`, `LEFT_BLANK`, `NOT_ASKED`.
    labels : tuple of str
        The scale.
    """
    gaps = (MISSING_TEXTS[code] for code in (NOT_ASKED, LEFT_BLANK, DONT_KNOW))
    return np.array([*labels, *gaps])[codes]  # negative codes count from the end
