"""Events in a membership: use of benefits, contact, complaints, referrals, purchases, payments."""

import pandas as pd

from uploads.choices import Choices
from uploads.context import Context
from uploads.fields import Field
from uploads.members import MEMBER
from uploads.register import Register, Rows, checked, rows, understood
from uploads.table import Table
from uploads.text import looked_up, slug
from uploads.understood import Checked, Understood

AT = Field("at", "date,at,day,on,when,time,dato,tidspunkt,datum,hændelsesdato,event date,due,"
          "due on,"
           "forfald,forfaldsdato,vervaldatum", "day", ("2026-03-14",), needed=True)  # fmt: skip
FIELDS = (
    MEMBER, AT,
    Field("event", "event,event type,what happened,hændelse,hændelsestype,begivenhed,hendelse,"
          "gebeurtenis,ereignis", "code", ("benefit use",), codes="event"),
    Field("benefit", "benefit,benefit id,offer,service,tilbud,medlemstilbud,ydelse,fordel,dienst,"
          "leistung", "text", ("Legal help",)),
    Field("what", "what,subject,topic,emne,hvad,tema,onderwerp,thema,betreff", "text", ("",)),
    Field("channel", "channel,kanal,kanaal", "code", ("phone",), codes="channel"),
    Field("amount", "amount,beløb,beløp,bedrag,betrag,kr,dkk", "number", ("",)),
    Field("outcome", "outcome,result,resultat,udfald,utfall,uitkomst,ergebnis", "text", ("",)),
    Field("resolved", "resolved,solved,løst,afsluttet,løst sak,opgelost,gelöst", "yes_no",
          ("yes",)),
    Field("satisfied", "satisfied,tilfreds,fornøyd,tevreden,zufrieden", "yes_no", ("yes",)),
    Field("referred", "referred,referred member,who came,hvervet medlem,nyt medlem,vervet medlem,"
          "aangebracht lid", "member", ("",)),
    Field("paid_on", "paid,paid on,payment date,betalt,betalt dato,betalingsdato,betaald op,"
          "bezahlt am", "day", ("",)),
)  # fmt: skip
EVENTS = Register("events", FIELDS, (frozenset({"event", "benefit", "paid_on", "referred"}),))

# event: its table, and the columns of it that a file may have
TABLES = {
    "benefit_use": ("benefit_use", ("at", "benefit_id", "channel", "amount", "resolved",
                                    "satisfied")),
    "interaction": ("interaction", ("at", "what", "channel", "outcome")),
    "complaint": ("complaint", ("at", "what", "channel", "resolved", "satisfied")),
    "referral": ("referral", ("at", "referred_id")),
    "purchase": ("purchase", ("at", "what", "channel", "amount")),
    "payment": ("payment", ("due_on", "amount", "paid_on")),
}  # fmt: skip
_KEYS = {"payment": ("member_id", "due_on")}
# what a row of an event can't be stored without, beside the member and the day
_NEEDED = {"benefit_use": ("benefit_id", "benefit"), "payment": ("amount", "amount")}
_BEGIN, _END = "joined", "left"


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a list of events."""
    return understood(table, choices, EVENTS)


def check(of: Understood, context: Context) -> Checked:
    """Judge each event.

    Returns
    -------
    Checked
        Frames: one a table of events; ``history`` where the list says who joined and left.
    """
    found = rows(of, context, EVENTS)
    found.frame = found.frame.rename(
        columns={"member_number": "member_id", "referred": "referred_id"}
    )
    _type(found)
    found.drop(
        (found.get("at") > pd.Timestamp(context.as_of)).fillna(False), "event_in_future", "at"
    )
    frames = _frames(found)
    keys = {table: _KEYS.get(table, ()) for table in frames}
    return checked(of, found, frames, keys)


def _type(found: Rows) -> None:
    """Say what kind of event each row is: by its word, or by what only that kind has."""
    if "event" in found.frame:
        found.drop(found.frame["event"].isna(), "event_unknown", "event")
    elif "paid_on" in found.frame:
        found.frame["event"] = "payment"
    elif "referred_id" in found.frame:
        found.frame["event"] = "referral"
    else:
        found.frame["event"] = "benefit_use"


def _frames(found: Rows) -> dict[str, pd.DataFrame]:
    rows_ = found.frame.assign(due_on=found.frame["at"])
    if "benefit" in rows_:
        ids = {text: slug(text) for text in rows_["benefit"].dropna().unique()}
        rows_["benefit_id"] = looked_up(rows_["benefit"], ids)
    for event, (column, role) in _NEEDED.items():
        missing = rows_[column].isna() if column in rows_ else True
        lost = (rows_["event"] == event) & missing
        if lost.any():
            found.drop(lost, f"{role}_missing", role)
            rows_ = rows_[~lost]
    if "what" not in rows_:
        rows_["what"] = None
    unnamed = (rows_["event"] == "interaction") & rows_["what"].isna()
    rows_.loc[unnamed, "what"] = "contact"
    if "amount" in rows_:
        rows_["amount"] = rows_["amount"].astype("float64")
    frames = {}
    for event, (table, columns) in TABLES.items():
        of_event = rows_["event"] == event
        if of_event.any():
            there = ["member_id", *(name for name in columns if name in rows_)]
            frames[table] = rows_.loc[of_event, there].reset_index(drop=True)
    history = _history(rows_[rows_["event"].isin([_BEGIN, _END])])
    return frames | ({"history": history} if len(history) else {})


def _history(log: pd.DataFrame) -> pd.DataFrame:
    """Pair each joining with the leaving that follows it."""
    log = log.sort_values(["member_id", "at", "event"], kind="stable")
    following = log.groupby("member_id")[["at", "event"]].shift(-1)
    begun = log["event"] == _BEGIN
    ends = following["at"].where(following["event"] == _END)
    return pd.DataFrame({"member_id": log["member_id"], "started_on": log["at"], "ended_on": ends})[
        begun
    ].reset_index(drop=True)
