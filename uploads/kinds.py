"""The kinds of file that are known, in the order in which they are tried."""

from dataclasses import replace
from datetime import date
from types import ModuleType

from uploads import (
    assignments,
    benefits,
    campaigns,
    events,
    kano,
    kano_check,
    members,
    members_store,
    register_store,
    survey_place,
    survey_plan,
)
from uploads.context import Context
from uploads.gate import read
from uploads.kind import Kind
from uploads.problems import Refused
from uploads.reading import Reading
from uploads.register import Register

KANO = Kind(
    name="kano",
    roles=("functional", "dysfunctional", "importance", "item"),
    needed=("functional", "dysfunctional"),
    recognise=kano.recognise,
    check=kano_check.check,
    plan=survey_plan.plan,
    place=survey_place.place,
)


def _register(register: Register, module: ModuleType, store: ModuleType = register_store) -> Kind:
    return Kind(
        name=register.kind,
        roles=register.roles,
        needed=register.needed,
        recognise=module.recognise,
        check=module.check,
        plan=store.plan,
        place=store.place,
    )


# A file is tried as each of these in turn: what asks for the most comes first.
_ALL = (
    KANO,
    _register(assignments.ASSIGNMENTS, assignments),
    _register(campaigns.CAMPAIGNS, campaigns),
    _register(members.MEMBERS, members, members_store),
    _register(events.EVENTS, events),
    _register(benefits.BENEFITS, benefits),
)
KINDS = {kind.name: kind for kind in _ALL}
# what people also call a kind, on the command line
ALIASES = {name.removesuffix("s"): name for name in KINDS if name.endswith("s")} | {
    "spell": "members",
    "spells": "members",
    "history": "members",
    "benefit_use": "events",
    "exit_reasons": "exits",
    "arms": "assignments",
}


def read_file(data: bytes, context: Context) -> Reading:
    """Read a file as far as can be without a database.

    Parameters
    ----------
    data : bytes
        The whole file.
    context : Context
        What it is read with; the user's choice of kind comes before what is recognised.

    Raises
    ------
    Refused
        When it is no text table, holds personal numbers, is no kind of file that is known
        (``unknown_kind``), or not of the kind that the user says it is (``not_that_kind``).
    """
    choices = context.choices
    if choices.day:
        context = replace(context, as_of=date.fromisoformat(choices.day))
    table = read(data, choices)
    for kind in KINDS.values():
        if choices.kind in (None, kind.name):
            understood = kind.recognise(table, choices)
            if understood is not None:
                return Reading(understood, kind.check(understood, context), context)
    columns = len(table.frame.columns)
    if choices.kind is None:
        raise Refused("unknown_kind", columns=columns)
    raise Refused("not_that_kind", kind=choices.kind, columns=columns)
