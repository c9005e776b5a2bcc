"""Who was drawn into which arm of a campaign, and outcomes that came by the same file.

A file without ids is one row a unit: rows that look alike are different people, and all count.
"""

from dataclasses import replace

import pandas as pd

from uploads.campaigns import CAMPAIGN, WINDOW_DAYS
from uploads.cells import Cells
from uploads.choices import NO_CHOICES, Choices
from uploads.context import Context
from uploads.fields import Field, matched
from uploads.members import MEMBER
from uploads.numbers import decimal_sign, number
from uploads.problems import Problems, Question
from uploads.pseudonyms import Pseudonyms
from uploads.register import Register, Rows, checked, rows, say_left_out, understood
from uploads.roles import LEFT_OUT, Role
from uploads.table import Table
from uploads.text import different_values, key, slug
from uploads.understood import Checked, Understood
from uploads.vocabularies import WORDS

ARM = Field("arm", "arm,group,variant,treatment,test group,cell,gruppe,forsøgsgruppe,testgruppe,"
            "arm navn,groep,variante,behandling", "text", ("call",), needed=True)  # fmt: skip
OUTCOMES = (
    "visit,visited,conversion,converted,spend,spent,revenue,outcome,response,responded,returned,"
    "rejoined,stayed,joined,success,hit,besøg,konvertering,forbrug,omsætning,svar,svarede,"
    "genindmeldt,blev,succes,resultat,gjeninnmeldt,teruggekeerd,gebleven,omzet,bezoek"
)
FIELDS = (
    ARM,
    Field("campaign", CAMPAIGN.names, "text", ("Spring call",)),
    Field("member_number", MEMBER.names, "member", ("10234",)),
    Field("unit_id", "unit,unit id,customer,customer id,kunde,row id", "id", ("",)),
    Field("role", "role,rolle,treated or control,kontrol eller indsats,rol", "code", ("treated",),
          codes="role"),
    Field("stratum", "stratum,strata,lag,lagdeling", "text", ("",)),
    Field("randomised_at", "randomised at,randomized at,drawn on,assigned on,assigned,date,dato,"
          "lodtrukket,trukket,datum,geloot op", "day", ("2026-03-01",)),
)  # fmt: skip
ASSIGNMENTS = Register("assignments", FIELDS)
_MOST_ARMS = 12
_OUTCOME_NAMES = frozenset(OUTCOMES.split(","))


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table tells arms of a campaign; the arm may be told by its values alone."""
    frame = table.frame
    if "arm" not in {field.name for field in matched(frame.columns, FIELDS).values()}:
        column = _arms_by_value(table)
        if column is None:
            return None
        choices = _with_arm(choices, column)
    of = understood(table, choices, ASSIGNMENTS)
    if of is None or not _tells_apart(of):
        return None
    outcomes = [
        name for name in frame if key(name) in _OUTCOME_NAMES and _outcome(frame[name], table)
    ]
    return _with_outcomes(of, outcomes)


def check(of: Understood, context: Context) -> Checked:
    """Judge each row: its arm, its role, its outcomes."""
    found = rows(of, context, ASSIGNMENTS)
    questions = _roles(found, context)
    frame = found.frame
    frame["unit_id"] = _units(found)
    if "member_number" in frame:
        frame = frame.rename(columns={"member_number": "member_id"})
    _campaigns(frame)
    frame["randomised_at"] = found.get("randomised_at").fillna(pd.Timestamp(context.as_of))
    found.frame = frame
    _refuse_two_arms(found)
    frame = found.frame
    results = _results(of, found)
    names = ("campaign_id", "member_id", "unit_id", "arm", "role", "stratum", "randomised_at")
    assigned = frame[[name for name in names if name in frame]].reset_index(drop=True)
    campaign = frame[["campaign_id", "campaign"]].drop_duplicates("campaign_id")
    outcomes = of.columns("outcome")
    campaign = campaign.rename(columns={"campaign": "label"}).assign(
        goal="return",
        window_days=WINDOW_DAYS,
        success_action=slug(outcomes[0]) if outcomes else None,
    )
    who = "member_id" if "member_id" in assigned else "unit_id"
    frames = {"campaign": campaign, "assignment": assigned, "campaign_result": results}
    keys = {
        "campaign": ("campaign_id",),
        "assignment": ("campaign_id", who),
        "campaign_result": ("campaign_id", "unit_id", "outcome"),
    }
    return checked(of, found, {k: v for k, v in frames.items() if len(v)}, keys, questions)


def _arms_by_value(table: Table) -> str | None:
    """Find the column that names a control group among few different values."""
    for name, values in table.values.items():
        if 2 <= len(values) <= _MOST_ARMS and any(_is_control(text) for text in values):
            return str(name)
    return None


def _is_control(text: str) -> bool:
    return WORDS["role"].get(key(text)) == "holdout" and key(text) not in ("none", "ingen")


def _with_arm(choices: Choices, column: str) -> Choices:
    return replace(choices, roles={column: Role("arm"), **choices.roles})


def _tells_apart(of: Understood) -> bool:
    column = of.column("arm")
    return column is not None and len(different_values(of.table.frame[column])) <= _MOST_ARMS


def _outcome(texts: pd.Series, table: Table) -> bool:
    """Say whether a column holds numbers; a few cells that are none are reported one by one."""
    different = different_values(texts)
    sign = decimal_sign(different, table.delimiter)
    numbers = sum(number(text, sign) is not None for text in different)
    return numbers * 2 > len(different) or different.empty


def _with_outcomes(of: Understood, names: list[str]) -> Understood:
    roles = of.roles | {name: Role("outcome", slug(name)) for name in names}
    problems = Problems()
    say_left_out({name: role for name, role in roles.items() if role.name in LEFT_OUT}, problems)
    return replace(of, roles=roles, problems=problems.gathered())


def _roles(found: Rows, context: Context) -> tuple[Question, ...]:
    """Say which arm was left alone; ask, with the arm that is called so as the answer taken."""
    arms = sorted(found.frame["arm"].dropna().unique())
    if "role" in found.frame:
        found.drop(found.frame["role"].isna(), "role_unknown", "role")
        return ()
    called = [arm for arm in arms if WORDS["role"].get(key(arm)) == "holdout"]
    default = called[0] if len(called) == 1 else None
    question = Question("control_arm", (*arms, ""), default, {"arms": tuple(arms)})
    control = context.choices.answer(question)
    found.frame["role"] = found.frame["arm"].eq(control).map({True: "holdout", False: "treated"})
    return (question,)


def _units(found: Rows) -> pd.Series:
    """Return a unit's id: the file's own, or the line where it has none."""
    given = found.get("unit_id")
    by_line = pd.Series([f"line {line}" for line in found.frame.index], found.frame.index)
    if "member_number" in found.frame:
        return given
    return given.fillna(by_line)


def _campaigns(frame: pd.DataFrame) -> None:
    if "campaign" not in frame:
        frame["campaign"] = ""
    frame["campaign"] = frame["campaign"].fillna("")
    frame["campaign_id"] = frame["campaign"].map(lambda name: slug(name) if name else "")


def _refuse_two_arms(found: Rows) -> None:
    """Report whoever was drawn more than once: nobody can have been both contacted and not."""
    frame = found.frame
    who = "member_id" if "member_id" in frame else "unit_id"
    found.drop(frame.duplicated(["campaign_id", who], keep=False), "drawn_twice")


def _results(of: Understood, found: Rows) -> pd.DataFrame:
    frame, parts = found.frame, []
    cells = Cells(of.table.delimiter, NO_CHOICES, Pseudonyms(b""), found.problems)
    for column in of.columns("outcome"):
        values = cells.read(of.table.frame.loc[frame.index, column], Field(column, "", "number"))
        part = frame[["campaign_id"]].assign(
            unit_id=_unit_of_result(frame), outcome=slug(column), value=values
        )
        parts.append(part[part["value"].notna()])
    empty = pd.DataFrame(columns=["campaign_id", "unit_id", "outcome", "value"])
    return pd.concat(parts, ignore_index=True) if parts else empty


def _unit_of_result(frame: pd.DataFrame) -> pd.Series:
    if "member_id" in frame:
        return frame["member_id"].astype("str")
    return frame["unit_id"]
