"""Reasons for leaving go in: each to the membership that it ended."""

import pandas as pd

from queries.rows import compared, store_rows
from queries.store import Store
from uploads.exit_reasons import usual
from uploads.incoming import Incoming
from uploads.plan import Plan, left_out, same_file
from uploads.problems import Question
from uploads.reading import Reading

_KEY = ("member_id", "spell_no")


def plan(store: Store, reading: Reading, sha256: str, label: str) -> Plan:
    """Compare reasons for leaving with what is stored; see `uploads.kind.Kind`."""
    del label  # a list of reasons has no name of its own
    checked = reading.checked
    exits = _placed(store, reading)
    counts = compared(store, "exit", exits, _KEY)
    questions = left_out(checked.problems, checked.rows_stored) + same_file(store, sha256)
    strangers = len(checked.frames["exit"]) - len(exits)
    if strangers:
        questions += (Question("never_members", ("leave_out",), facts={"n": strangers}),)
    return Plan("update", counts.known, counts.new, counts.changed, questions)


def place(incoming: Incoming) -> None:
    """Store the reasons, and describe those that are not described yet."""
    exits = _placed(incoming.store, incoming.reading)
    incoming.report(0.5, "store_exit")
    store_rows(incoming.transaction, "exit", exits, _KEY)
    if "reason" in exits:
        known = incoming.store.ask("history_known")
        described = known.loc[known["what"] == "reason", "name"]
        fresh = usual(exits["reason"].astype(object), described)
        incoming.transaction.insert("exit_reason", fresh)


def _placed(store: Store, reading: Reading) -> pd.DataFrame:
    """Find the membership that each reason is of: the one of that end, else the last."""
    exits = reading.checked.frames["exit"]
    spells = store.ask("history_spells")
    last = spells.drop_duplicates("member_id", keep="last").set_index("member_id")["spell_no"]
    placed = exits.assign(spell_no=exits["member_id"].map(last))
    if "ended_on" in exits:
        ended = spells.dropna(subset="ended_on").rename(columns={"spell_no": "ended_no"})
        beside = placed.merge(ended, how="left", on=["member_id", "ended_on"])
        placed = placed.assign(spell_no=beside["ended_no"].fillna(placed["spell_no"]))
        placed = placed.drop(columns="ended_on")
    return placed.dropna(subset="spell_no").astype({"spell_no": "int64"})
