"""Saved themes: benefits and needs that matter to the same people, under a name."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pandas as pd

from queries.errors import StoreError
from queries.names import usable_name
from queries.segments import NewSegment, save_segment
from queries.store import Store
from queries.transaction import Transaction


@dataclass(frozen=True)
class NewTheme:
    """A theme to save.

    Attributes
    ----------
    name : str
        What people call it; unique, at most 80 signs.
    subjects : sequence of str
        Benefit ids and need ids.
    definition : dict
        How it was found, as JSON.
    people : sequence of int
        Member ids of a segment of the same name; nobody for none.
    """

    name: str
    subjects: Sequence[str]
    definition: dict[str, object] = field(default_factory=dict)
    people: Sequence[int] = ()


def save(store: Store, themes: Sequence[NewTheme], limit: int, user: str) -> list[str]:
    """Save themes, and their people as segments, all of them or none; return the themes' ids.

    Parameters
    ----------
    store, limit, user
        As of `queries.segments.save`.
    themes : sequence of NewTheme

    Raises
    ------
    StoreError
        ``theme_name_missing``, ``theme_name_long``, ``theme_name_taken``; of segments as
        `queries.segments.save`; ``database_busy``.
    """
    with store.writing(user, "save_themes", "theme") as transaction:
        saved = [_save(transaction, theme) for theme in themes]
        for theme in themes:
            if len(theme.people):
                own = NewSegment(theme.name, theme.people, theme.definition)
                save_segment(transaction, own, "rule", limit)
        return saved


def rename(store: Store, theme_id: str, name: str, user: str) -> None:
    """Give a theme another name.

    Raises
    ------
    StoreError
        As `save`; ``theme_unknown``.
    """
    with store.writing(user, "rename_theme", theme_id) as transaction:
        name = _usable_name(transaction, name, besides=theme_id)
        _known(transaction.run("rename_theme", theme_id=theme_id, new_name=name))


def delete(store: Store, theme_id: str, user: str) -> None:
    """Let go of a theme.

    Raises
    ------
    StoreError
        ``theme_unknown``; ``database_busy``.
    """
    with store.writing(user, "delete_theme", theme_id) as transaction:
        _known(transaction.run("delete_theme", theme_id=theme_id))


def _save(transaction: Transaction, theme: NewTheme) -> str:
    theme_id = int(transaction.run("next_theme_id")["theme_id"].iloc[0])
    row = {
        "theme_id": theme_id,
        "name": _usable_name(transaction, theme.name),
        "subjects": json.dumps(list(theme.subjects), ensure_ascii=False),
        "definition": json.dumps(theme.definition, ensure_ascii=False),
        "created_at": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
    }
    transaction.insert("theme", pd.DataFrame([row]))
    return str(theme_id)


def _usable_name(transaction: Transaction, name: str, besides: str = "") -> str:
    saved = transaction.run("themes")
    return usable_name(name, saved.loc[saved["theme_id"] != besides, "name"], "theme")


def _known(rows: pd.DataFrame) -> None:
    if rows.empty:
        raise StoreError("theme_unknown")
