"""Answers of a survey and members in history: joined by pseudonym, or anonymous."""

import pandas as pd

from queries.store import Store
from uploads.problems import Question
from uploads.reading import Reading
from uploads.text import key
from uploads.understood import Checked

_WAYS = ("later", "anonymous")


def unknown_members(store: Store, checked: Checked) -> tuple[Question, ...]:
    """Ask what becomes of answers whose member number nobody in history has.

    Where there is no history at all yet, they wait for it unless the user says otherwise.
    """
    people = checked.frames["respondent"]
    if "member_id" not in people:
        return ()
    given = people["member_id"].dropna()
    known = set(store.ask("known_members")["member_id"])
    stray = given[~given.isin(list(known))]
    if stray.empty:
        return ()
    if not known:
        return (Question("no_history", _WAYS, "later", {"n": len(stray)}),)
    facts = {
        "n": len(stray),
        "known": len(given) - len(stray),
        "lines": tuple(int(line) for line in stray.index),
    }
    return (Question("unknown_members", _WAYS, facts=facts),)


def linked(store: Store, reading: Reading, people: pd.DataFrame) -> pd.DataFrame:
    """Return the respondents as they are stored: strays anonymous if so said, branches by id."""
    people = _branches_by_id(store, people)
    questions = unknown_members(store, reading.checked)
    if not questions or reading.context.choices.answer(questions[0]) != "anonymous":
        return people
    known = set(store.ask("known_members")["member_id"])
    return people.assign(member_id=people["member_id"].where(people["member_id"].isin(list(known))))


def _branches_by_id(store: Store, people: pd.DataFrame) -> pd.DataFrame:
    """Take a branch's name for its id: surveys have the one, history the other."""
    if "branch_id" not in people:
        return people
    branches = store.ask("branch_names")
    ids = dict(zip(branches["label"].map(key), branches["branch_id"], strict=True))
    by_name = people["branch_id"].map(lambda name: ids.get(key(name)) if pd.notna(name) else None)
    return people.assign(branch_id=by_name.fillna(people["branch_id"]))
