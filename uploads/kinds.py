"""The kinds of file that are known, in the order in which they are tried."""

from uploads import kano, kano_check, survey_place, survey_plan
from uploads.context import Context
from uploads.gate import read
from uploads.kind import Kind
from uploads.problems import Refused
from uploads.reading import Reading

KANO = Kind(
    name="kano",
    roles=("functional", "dysfunctional", "importance", "item"),
    needed=("functional", "dysfunctional"),
    recognise=kano.recognise,
    check=kano_check.check,
    plan=survey_plan.plan,
    place=survey_place.place,
)
KINDS = {kind.name: kind for kind in (KANO,)}
# what people also call a kind, on the command line
ALIASES = {f"{name.removesuffix('s')}": name for name in KINDS if name.endswith("s")}


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
