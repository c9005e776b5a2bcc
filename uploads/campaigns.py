"""Campaigns from a file, a row each."""

from uploads.choices import Choices
from uploads.context import Context
from uploads.fields import Field
from uploads.register import Register, checked, rows, understood
from uploads.table import Table
from uploads.text import slug
from uploads.understood import Checked, Understood

CAMPAIGN = Field("campaign", "campaign,campaign id,campaign name,label,kampagne,kampagnenavn,"
                 "kampanje,campagne,kampagnen", "text", ("Spring call",), needed=True)  # fmt: skip
WINDOW_DAYS = 90
FIELDS = (
    CAMPAIGN,
    Field("goal", "goal,aim,mål,formål,doel,ziel", "code", ("return",), codes="goal"),
    Field("channel", "channel,kanal,kanaal", "code", ("phone",), codes="channel"),
    Field("started_on", "start,started,started on,start date,date,startdato,dato,startdatum,datum",
          "day", ("2026-03-01",)),
    Field("window_days", "window days,window,days,vindue,dage,antal dage,vindu,dager,dagen,venster,"
          "tage", "whole", ("90",)),
    Field("offer_kind", "offer kind,offer,tilbud,tilbudstype,aanbod,angebot", "text", ("cash",)),
    Field("offer_value", "offer value,tilbudsværdi,værdi,verdi,waarde,wert", "number", ("600",)),
    Field("offer_ends_on", "offer ends,offer ends on,tilbud slutter,tilbud udløber,aanbod tot",
          "day", ("",)),
    Field("unit_cost", "unit cost,cost a contact,cost per contact,pris pr kontakt,"
          "kostnad per kontakt,"
          "kosten per contact", "number", ("140",)),
    Field("fixed_cost", "fixed cost,fast udgift,faste udgifter,fast kostnad,vaste kosten,fixkosten",
          "number", ("0",)),
    Field("cost_per_hit", "cost per hit,cost a success,pris pr genindmeldt,kosten per succes",
          "number", ("",)),
    Field("success_action", "success action,success,succes,hvad er succes,resultaat", "text",
          ("",)),
    Field("message", "message,budskab,budskap,boodschap,botschaft", "text", ("",)),
    Field("benefit_id", "benefit,benefit id,ydelse,dienst", "text", ("",)),
    Field("brand_value", "brand value,value it carries,værdi den bærer,merkwaarde", "text", ("",)),
    Field("reason", "reason,reason answered,årsag,årsak,reden,grund", "code", ("",),
          codes="reason"),
)  # fmt: skip
CAMPAIGNS = Register(
    "campaigns", FIELDS, (frozenset({"goal", "unit_cost", "fixed_cost", "window_days"}),)
)


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a list of campaigns."""
    return understood(table, choices, CAMPAIGNS)


def check(of: Understood, context: Context) -> Checked:
    """Judge each campaign."""
    found = rows(of, context, CAMPAIGNS)
    found.frame["campaign_id"] = found.frame["campaign"].map(slug)
    found.drop(found.frame["campaign_id"].duplicated(keep=False), "duplicate_campaign", "campaign")
    for role in ("unit_cost", "fixed_cost", "cost_per_hit", "offer_value"):
        if role in found.frame:
            found.empty((found.frame[role] < 0).fillna(False), role, "below_zero")
    if "goal" in found.frame:
        found.drop(found.frame["goal"].isna(), "goal_unknown", "goal")
    campaigns = found.frame.rename(columns={"campaign": "label"}).reset_index(drop=True)
    if "goal" not in campaigns:
        campaigns["goal"] = "return"
    if "benefit_id" in campaigns:
        campaigns["benefit_id"] = campaigns["benefit_id"].map(slug, na_action="ignore")
    window = campaigns.get("window_days")
    campaigns["window_days"] = WINDOW_DAYS if window is None else window.fillna(WINDOW_DAYS)
    return checked(of, found, {"campaign": campaigns}, {"campaign": ("campaign_id",)})
