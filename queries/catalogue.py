"""What a union decides about its benefits, and what its catalogue says of them; with a history."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pandas as pd

from queries.imports import ImportFile, importing
from queries.rows import store_rows
from queries.store import Store

EDITED = "catalogue"


def decide_remedies(store: Store, remedies: Mapping[str, str], user: str) -> None:
    """Keep what was decided about benefits, in front of what was decided before.

    Parameters
    ----------
    store : Store
    remedies : mapping of str to str
        A remedy by benefit id.
    user : str
        Who decides.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    with store.writing(user, "decide", "benefits") as transaction:
        for benefit_id, remedy in remedies.items():
            transaction.run(
                "decide_benefit", benefit_id=benefit_id, remedy=remedy, note=None, at=now,
                user_name=user,
            )  # fmt: skip


def edit_benefits(store: Store, rows: pd.DataFrame, user: str) -> None:
    """Change what the catalogue says, as an import of its own: it can be undone like any other.

    Parameters
    ----------
    store : Store
    rows : pandas.DataFrame
        ``benefit_id`` and the columns that are set.
    user : str
        Who edits.
    """
    count = len(rows)
    file = ImportFile(EDITED, "", "benefits", user, count, count, 0)
    with importing(store, file) as transaction:
        store_rows(transaction, "benefit", rows, ("benefit_id",))
