"""Why members left, a row a member: for a history that is stored already."""

import pandas as pd

from uploads.choices import Choices
from uploads.context import Context
from uploads.members import EXIT, MEMBER, SPELL
from uploads.register import Register, checked, rows, understood
from uploads.table import Table
from uploads.understood import Checked, Understood

_ENDED = next(one for one in SPELL if one.name == "ended_on")
EXITS = Register("exits", (MEMBER, _ENDED, *EXIT), (frozenset({"reason", "reason_text", "route"}),))
_BY_REASON = {"death": "death", "arrears": "arrears", "retired": "retired", "excluded": "excluded"}


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a list of reasons for leaving."""
    return understood(table, choices, EXITS)


def check(of: Understood, context: Context) -> Checked:
    """Judge each row; which membership it ended is found when the history is at hand."""
    found = rows(of, context, EXITS)
    found.frame = found.frame.rename(columns={"member_number": "member_id"})
    told = pd.concat([found.get(name) for name in ("reason", "reason_text", "route")], axis=1)
    found.drop(told.isna().all(axis=1), "no_reason")
    found.drop(found.frame.duplicated(["member_id"], keep=False), "duplicate_member")
    exits = found.frame.reset_index(drop=True)
    reason = exits.get("reason", pd.Series(None, exits.index)).astype(object)
    route = exits.get("route", pd.Series(None, exits.index)).astype(object)
    exits["route"] = route.fillna(reason.map(_BY_REASON)).fillna("resigned")
    return checked(of, found, {"exit": exits}, {"exit": ("member_id", "spell_no")})
