"""Questionnaires that were written: kept, so that blanks by design are known on their return."""

import json
from datetime import UTC, datetime

import pandas as pd

from queries.guesses import draw_code
from queries.store import Store


def keep(store: Store, label: str, kind: str, design: dict[str, object]) -> str:
    """Keep a questionnaire's design and return the code that its files are known by.

    Parameters
    ----------
    store : Store
    label : str
        The survey's name.
    kind : str
        ``"kano"``, ``"value"`` or ``"brand_values"``.
    design : dict
        `analysis.designs.Design.as_json`.
    """
    with store.noting() as notes:
        code = draw_code(notes.run("guess_round_codes")["code"])
        at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        notes.run("keep_questionnaire", code=code, label=label, kind=kind,
                  design=json.dumps(design), at=at)  # fmt: skip
    return code


def kept(store: Store) -> pd.DataFrame:
    """Return every questionnaire: ``code, label, kind, design`` (as a dict), ``made_at``."""
    rows = store.ask("questionnaires")
    return rows.assign(design=[json.loads(one) for one in rows["design"]])
