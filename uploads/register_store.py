"""A register's rows go in: compared by key with what is stored, so that only news is written."""

import pandas as pd

from queries.rows import Compared, compared, store_rows
from queries.store import Store
from uploads import members_store
from uploads.incoming import Incoming
from uploads.plan import Plan, left_out, same_file
from uploads.reading import Reading
from uploads.text import slug

_HISTORY = "history"
_BESIDE = ("campaign", "campaign_result")  # rows of people are what a reader counts


def plan(store: Store, reading: Reading, sha256: str, label: str) -> Plan:
    """Compare a register with what is stored; see `uploads.kind.Kind`."""
    checked = reading.checked
    frames = _named(store, checked.frames, label)
    counts = [
        compared(store, table, frame, checked.keys.get(table, ()))
        for table, frame in frames.items()
        if table != _HISTORY and not ("assignment" in frames and table in _BESIDE)
    ]
    total = Compared(*(sum(getattr(one, name) for one in counts) for name in _COUNTS))
    questions = left_out(checked.problems, checked.rows_stored) + same_file(store, sha256)
    if _HISTORY not in frames:
        return Plan("update", total.known, total.new, total.changed, questions)
    of_history = members_store.plan(store, reading, sha256, label)
    return Plan(
        "update",
        total.known + of_history.known,
        total.new + of_history.new,
        total.changed + of_history.changed,
        questions,  # a log of events is no list of everyone
        details=of_history.details,
    )


def place(incoming: Incoming) -> None:
    """Store what is new or changed."""
    checked = incoming.reading.checked
    frames = _named(incoming.store, checked.frames, incoming.upload.label)
    for done, (table, frame) in enumerate(frames.items()):
        incoming.report(0.3 + 0.4 * done / len(frames), f"store_{table}")
        if table != _HISTORY:
            store_rows(incoming.transaction, table, frame, checked.keys.get(table, ()))
    if _HISTORY in frames:
        members_store.place_history(incoming)


_COUNTS = ("new", "known", "changed")


def _named(store: Store, frames: dict[str, pd.DataFrame], label: str) -> dict[str, pd.DataFrame]:
    """Give what has no campaign's name the file's own; a campaign that is known stays as it is."""
    named = dict(frames)
    for table, frame in frames.items():
        if "campaign_id" in frame:
            blank = frame["campaign_id"] == ""
            named[table] = frame.assign(campaign_id=frame["campaign_id"].mask(blank, slug(label)))
    if "assignment" in named and "campaign" in named:
        campaigns = named["campaign"]
        campaigns = campaigns.assign(label=campaigns["label"].mask(campaigns["label"] == "", label))
        known = store.ask("campaigns")["campaign_id"]
        named["campaign"] = campaigns[~campaigns["campaign_id"].isin(known)]
    return named
