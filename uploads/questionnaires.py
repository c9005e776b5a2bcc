"""Questionnaires that the product wrote, as files that come back are held against."""

from analysis.designs import Design, from_json
from queries.questionnaires import kept
from queries.store import Store


def designs(store: Store) -> dict[str, Design]:
    """Return the design of every kept questionnaire by its code."""
    return {row.code: from_json(row.design) for row in kept(store).itertuples()}
