"""A register of members goes in: planned against what is stored, then placed."""

from datetime import date

import pandas as pd

from queries.rows import store_rows, supersede
from queries.store import Store
from uploads.exit_reasons import usual
from uploads.history import Changes, Stored, changes
from uploads.incoming import Incoming
from uploads.plan import Plan, left_out, same_file
from uploads.problems import Question
from uploads.reading import Reading

_SPELL_KEY = ("member_id", "spell_no")


def plan(store: Store, reading: Reading, sha256: str, label: str) -> Plan:
    """Compare a register of members with the history; see `uploads.kind.Kind`."""
    del label  # a register has no name of its own
    found = _changes(store, reading, everyone=False)
    questions = left_out(reading.checked.problems, reading.checked.rows_stored)
    questions += same_file(store, sha256)
    if found.missing:
        facts = {"n": found.missing, "day": _day(reading)}
        questions += (Question("is_everyone", ("part", "everyone"), facts=facts),)
    return Plan("update", found.known, found.new, found.changed, questions, details=found)


def place(incoming: Incoming) -> None:
    """Store people, spells, phases and exits; the extract's date becomes today."""
    incoming.report(0.3, "store_member")
    people = incoming.reading.checked.frames["member"]
    store_rows(incoming.transaction, "member", people, ("member_id",))
    place_history(incoming)


def place_history(incoming: Incoming) -> None:
    """Store the spells, phases and exits that a file's history makes."""
    reading, transaction = incoming.reading, incoming.transaction
    everyone = incoming.upload.choices.answers.get("is_everyone") == "everyone"
    found = _changes(incoming.store, reading, everyone=everyone)
    incoming.report(0.45, "store_spell")
    spells, phases = found.frames["spell"], found.frames["spell_phase"]
    supersede(transaction, "spell", spells, _SPELL_KEY)
    transaction.insert("spell", spells)
    incoming.report(0.6, "store_spell_phase")
    _end_phases(incoming, spells, phases)
    transaction.insert("spell_phase", phases)
    incoming.report(0.7, "store_exit")
    store_rows(transaction, "exit", found.frames["exit"], _SPELL_KEY)
    _describe(incoming, found)
    transaction.run("move_as_of", day=_day(reading))


def _changes(store: Store, reading: Reading, *, everyone: bool) -> Changes:
    stored = Stored(
        store.ask("history_spells"),
        store.ask("history_phases"),
        store.ask("meta")["as_of"].iloc[0].date(),
    )
    history = reading.checked.frames["history"]
    return changes(history, stored, _day(reading), everyone=everyone)


def _day(reading: Reading) -> date:
    """Return the register's own date."""
    return reading.context.as_of


def _end_phases(incoming: Incoming, spells: pd.DataFrame, phases: pd.DataFrame) -> None:
    """Give the last phase of each spell that ended, or goes on as another type, its last day."""
    ends = pd.concat(
        [
            spells.loc[spells["ended_on"].notna(), [*_SPELL_KEY, "ended_on"]].rename(
                columns={"ended_on": "to_on"}
            ),
            phases[[*_SPELL_KEY, "from_on"]].rename(columns={"from_on": "to_on"}),
        ]
    ).drop_duplicates(list(_SPELL_KEY), keep="last")
    last = incoming.transaction.sql(
        "select p.* exclude (import_id, replaced_by, to_on), i.to_on from spell_phase p"
        " join incoming i using (member_id, spell_no)"
        " where p.replaced_by is null and (p.to_on is null or p.to_on > i.to_on)"
        " and p.from_on < i.to_on",
        ends,
    )
    keys = (*_SPELL_KEY, "from_on")
    supersede(incoming.transaction, "spell_phase", last, keys)
    incoming.transaction.insert("spell_phase", last)


def _describe(incoming: Incoming, found: Changes) -> None:
    """Name branches and reasons that are used and not described yet."""
    known = incoming.store.ask("history_known")
    names = {what: rows["name"] for what, rows in known.groupby("what")}
    branches = found.frames["spell_phase"]["branch_id"].dropna().drop_duplicates()
    fresh = branches[~branches.isin(names.get("branch", pd.Series(dtype="str")))]
    incoming.transaction.insert("branch", pd.DataFrame({"branch_id": fresh, "label": fresh}))
    described = names.get("reason", pd.Series(dtype="str"))
    incoming.transaction.insert(
        "exit_reason", usual(found.frames["exit"]["reason"].astype(object), described)
    )
