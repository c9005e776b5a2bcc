"""Sectors, branches and workplaces."""

import numpy as np
import pandas as pd

from sample_data.streams import pick, stream

SECTORS = ("municipal", "regional", "state", "industry", "retail_services", "office_it")
SECTOR_SHARES = np.array([0.31, 0.09, 0.08, 0.17, 0.20, 0.15])
STEWARD_SHARES = np.array([0.80, 0.80, 0.80, 0.65, 0.35, 0.30])
AGREEMENT_SHARES = np.array([1.0, 1.0, 1.0, 0.75, 0.75, 0.75])
PUBLIC_SECTORS = 3  # the first three

OCCUPATIONS = {
    "municipal": ("Pædagogmedhjælper", "Social- og sundhedsassistent", "Administrativ medarbejder"),
    "regional": ("Lægesekretær", "Serviceassistent", "Laborant"),
    "state": ("Kontorfunktionær", "Skattemedarbejder", "Teknisk assistent"),
    "industry": ("Industrioperatør", "Elektriker", "Lagermedarbejder", "Smed"),
    "retail_services": ("Butiksassistent", "Kok", "Rengøringsassistent", "Chauffør"),
    "office_it": ("It-supporter", "Bogholder", "Kontorassistent", "Webudvikler"),
}

# id: label, region, share of members, notice in months, supplement in DKK, municipalities
BRANCHES = {
    "kobenhavn": ("København", "Hovedstaden", 0.22, 1, 40,
                  ("København", "Frederiksberg", "Tårnby", "Hvidovre", "Gladsaxe")),
    "nordsjaelland": ("Nordsjælland", "Hovedstaden", 0.10, 1, 30,
                      ("Hillerød", "Helsingør", "Fredensborg", "Frederikssund")),
    "sjaelland": ("Sjælland", "Sjælland", 0.12, 1, 20,
                  ("Roskilde", "Køge", "Holbæk", "Slagelse", "Næstved", "Lolland")),
    "fyn": ("Fyn", "Syddanmark", 0.10, 1, 20, ("Odense", "Svendborg", "Nyborg", "Assens")),
    "sydjylland": ("Sydjylland", "Syddanmark", 0.08, 1, 10,
                   ("Esbjerg", "Haderslev", "Aabenraa", "Sønderborg")),
    "trekanten": ("Trekanten", "Syddanmark", 0.08, 2, 25, ("Kolding", "Vejle", "Fredericia")),
    "ostjylland": ("Østjylland", "Midtjylland", 0.14, 1, 35,
                   ("Aarhus", "Randers", "Horsens", "Silkeborg")),
    "midtvest": ("Midt- og Vestjylland", "Midtjylland", 0.06, 0, 0,
                 ("Viborg", "Herning", "Holstebro")),
    "nordjylland": ("Nordjylland", "Nordjylland", 0.10, 1, 15,
                    ("Aalborg", "Hjørring", "Frederikshavn", "Thisted")),
}  # fmt: skip
BRANCH_IDS = tuple(BRANCHES)
BAD_BRANCHES = ("sjaelland", "trekanten")
BRANCH_SHARES = np.array([row[2] for row in BRANCHES.values()])
NOTICE_MONTHS = np.array([row[3] for row in BRANCHES.values()])
SUPPLEMENTS = np.array([row[4] for row in BRANCHES.values()], dtype=float)
IS_BAD = np.isin(BRANCH_IDS, BAD_BRANCHES)
BAD_SHARE = float(BRANCH_SHARES[IS_BAD].sum())

PEOPLE_A_WORKPLACE = 12
WORKPLACES_A_CHUNK = 1_000_000  # room in the numbers, so that chunks never meet


def branch_table() -> pd.DataFrame:
    """Return the rows of table ``branch``."""
    return pd.DataFrame(
        {
            "branch_id": BRANCH_IDS,
            "label": [row[0] for row in BRANCHES.values()],
            "region": [row[1] for row in BRANCHES.values()],
            "notice_months": NOTICE_MONTHS.astype("uint8"),
            "fee_supplement": SUPPLEMENTS,
        }
    )


def workplaces(seed: int, chunk: int, people: int) -> pd.DataFrame:
    """Draw the workplaces of a chunk, sorted by branch and sector.

    Parameters
    ----------
    seed, chunk : int
        Of the random stream.
    people : int
        How many members they serve.

    Returns
    -------
    pandas.DataFrame
        The columns of table ``workplace``, and ``branch`` and ``sector_code`` as numbers.
    """
    rng = stream(seed, chunk, "workplaces")
    n = max(people // PEOPLE_A_WORKPLACE, 6 * len(SECTORS) * len(BRANCH_IDS))
    frame = pd.DataFrame(
        {
            "branch": pick(rng, BRANCH_SHARES, n),
            "sector_code": pick(rng, SECTOR_SHARES, n),
            "size": np.clip(rng.lognormal(3.6, 1.0, n), 3, 2_500).astype("int32"),
        }
    ).sort_values(["branch", "sector_code", "size"], ignore_index=True)
    frame["workplace_id"] = (chunk * WORKPLACES_A_CHUNK + np.arange(n)).astype("int32")
    frame["sector"] = pd.Categorical.from_codes(frame["sector_code"], list(SECTORS))
    frame["shop_steward"] = _evenly(rng, frame, STEWARD_SHARES)
    frame["agreement"] = _evenly(rng, frame, AGREEMENT_SHARES)
    frame["density"] = np.round(rng.beta(6, 4, n) * np.where(frame["agreement"], 1.0, 0.7), 2)
    frame["club"] = (frame["size"] >= 60) & frame["shop_steward"] & (rng.random(n) < 0.7)
    return frame


def _evenly(rng: np.random.Generator, frame: pd.DataFrame, shares: np.ndarray) -> np.ndarray:
    """Draw yes or no along the sizes of each sector, so that small and large get their share."""
    order = frame.sort_values(["sector_code", "size"]).index.to_numpy()
    cumulative = np.cumsum(shares[frame["sector_code"].to_numpy()[order]]) + rng.random()
    drawn = np.empty(len(frame), dtype=bool)
    drawn[order] = np.diff(np.floor(cumulative), prepend=0) >= 1
    return drawn
