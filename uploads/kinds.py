"""The kinds of file that are known, in the order in which they are tried."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import ModuleType

import pyarrow as pa

from uploads import (
    assignments,
    benefits,
    brand,
    brand_check,
    campaigns,
    events,
    exit_place,
    exits,
    exits_store,
    kano,
    kano_check,
    members,
    members_store,
    needs,
    needs_check,
    register_store,
    survey_place,
    survey_plan,
    value,
    value_check,
    value_columns,
)
from uploads.choices import Choices
from uploads.context import Context
from uploads.gate import read
from uploads.kind import Kind
from uploads.national_ids import without_national_ids
from uploads.problems import Refused
from uploads.reading import Reading
from uploads.register import Register
from uploads.roles import Role
from uploads.table import Table
from uploads.understood import Checked, Understood

_OF_PEOPLE = (
    "respondent_id", "member_number", "item", "answered_at", "complete", "weight", "age",
    "birth_year", "age_band", "gender", "region", "sector", "branch_id", "member_type", "status",
    "trait",
)  # fmt: skip


def _survey(
    name: str,
    needed: tuple[str, ...],
    more: tuple[str, ...],
    recognise: Callable[[Table, Choices], Understood | None],
    check: Callable[[Understood, Context], Checked],
) -> Kind:
    roles = (*needed, *more, *_OF_PEOPLE)
    place = exit_place.place if name == "exit" else survey_place.place
    return Kind(name, roles, needed, recognise, check, survey_plan.plan, place)


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


# A file is tried as each of these in turn: what asks for the most comes first. Surveys come before
# the registers: one that names the member has all that a register has, and more.
_ALL = (
    _survey("kano", ("functional", "dysfunctional"), ("importance",), kano.recognise,
            kano_check.check),
    _survey("brand_values", brand.SIDES, (), brand.recognise, brand_check.check),
    _survey("value", ("importance",), value_columns.ASPECTS[1:], value.recognise,
            value_check.check),
    _survey("exit", ("exit_reason",), ("question", "score", "reason_text"), needs.recognise_exit,
            needs_check.check),
    _survey("nps", ("score",), ("reason_text",), needs.recognise_score, needs_check.check),
    _survey("needs", ("question",), ("score", "reason_text", needs.CONSIDERED),
            needs.recognise_needs, needs_check.check),
    _register(assignments.ASSIGNMENTS, assignments),
    _register(campaigns.CAMPAIGNS, campaigns),
    _register(members.MEMBERS, members, members_store),
    _register(exits.EXITS, exits, exits_store),
    _register(events.EVENTS, events),
    _register(benefits.BENEFITS, benefits),
)  # fmt: skip
ALMOST = ("long_without_id", "repeated_question")  # a file that is nearly of a kind
ALIKE = (("needs", "exit"), ("kano", "value"))  # one file may well be either
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
        When it is no text table, is no kind of file that is known
        (``unknown_kind``), or not of the kind that the user says it is (``not_that_kind``).
    """
    choices = context.choices
    if choices.day:
        context = replace(context, as_of=date.fromisoformat(choices.day))
    table, choices = without_national_ids(read(data, choices), choices, context.pseudonyms)
    context = replace(context, choices=choices)
    del data  # a large file's bytes, and what reading them took, are not held while it is checked
    pa.default_memory_pool().release_unused()
    said = choices.kind or choices.answers.get("kind")
    almost: Refused | None = None
    for kind in KINDS.values():
        if said not in (None, kind.name):
            continue
        try:
            understood = kind.recognise(table, replace(choices, kind=said))
        except Refused as refused:
            if refused.code not in ALMOST:
                raise
            almost = almost or refused  # it may yet be another kind, which lacks nothing
            continue
        if understood is not None:
            understood = replace(understood, could_be=_could_be(understood, choices))
            return Reading(understood, kind.check(understood, context), context)
    if almost is not None:
        raise almost
    columns = len(table.frame.columns)
    if said is None:
        raise Refused("unknown_kind", columns=columns)
    raise Refused("not_that_kind", kind=said, columns=columns)


def not_understood(data: bytes, context: Context) -> Understood:
    """Return a file that is of no kind that could be told, for its user to say what it holds."""
    choices = context.choices
    table, choices = without_national_ids(read(data, choices), choices, context.pseudonyms)
    roles = {name: choices.roles.get(name, Role("not_used")) for name in table.frame}
    return Understood(choices.kind or "", "rows", table, roles)


def _could_be(understood: Understood, choices: Choices) -> tuple[str, ...]:
    """Return the kinds between which the user must choose, or has; none where there is no doubt."""
    if choices.kind is not None:
        return ()
    pair = next((pair for pair in ALIKE if understood.kind in pair), ())
    if "kind" in choices.answers:
        return pair
    if understood.kind == "kano":
        rival = value.recognise(understood.table, choices)
        return pair if rival is not None and rival.column("satisfaction") else ()
    return pair if understood.could_be else ()
