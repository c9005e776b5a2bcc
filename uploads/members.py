"""Members and their spells from what unions have: extracts, joined and left, or a status."""

import pandas as pd

from uploads.choices import Choices
from uploads.context import Context
from uploads.fields import Field
from uploads.problems import Question
from uploads.register import Register, Rows, checked, rows, understood
from uploads.table import Table
from uploads.understood import Checked, Understood

MEMBER = Field(
    "member_number",
    "member number,member no,member nr,member id,memberid,membership number,membership no,id,"
    "medlemsnummer,medlemsnr,medlems id,medlemsid,medlem,lidnummer,lidmaatschapsnummer,"
    "mitgliedsnummer,kundenr,pseudonym",
    "member", ("10234",), needed=True,
)  # fmt: skip
PERSON = (
    Field("birth_year", "birth year,year of birth,birthyear,born,fødselsår,fødeår,født,fødselsaar,"
          "geboortejaar,geburtsjahr", "whole", ("1980",)),
    Field("birth_date", "birth date,date of birth,birthdate,dob,fødselsdato,fødselsdag,"
          "geboortedatum,geburtsdatum", "day", ("1980-04-17",)),
    Field("gender", "gender,sex,køn,kjønn,geslacht,geschlecht", "text", ("f",)),
    Field("municipality", "municipality,kommune,bopælskommune,gemeente,gemeinde", "text",
          ("Odense",)),
    Field("sector", "sector,sektor,branche,bransje", "text", ("state",)),
    Field("occupation", "occupation,job title,profession,stilling,fag,erhverv,yrke,beroep,beruf",
          "text", ("Nurse",)),
    Field("join_channel", "join channel,recruited by,hvervet via,indmeldt via,vervet via,"
          "kanaal", "text", ("web",)),
    Field("join_reason", "join reason,reason for joining,indmeldelsesårsag,indmeldt fordi,"
          "innmeldingsårsak,reden aanmelding", "text", ("",)),
    Field("referred_by", "referred by,recruiter,hvervet af,anbefalet af,vervet av,aangebracht door,"
          "geworben von", "member", ("",)),
    Field("died_on", "died on,date of death,dødsdato,død,overlijdensdatum,sterbedatum", "day",
          ("",)),
)  # fmt: skip
SPELL = (
    Field("started_on", "joined,joined on,join date,start,start date,started,member since,from,"
          "indmeldt,indmeldelsesdato,indmeldt dato,medlem siden,medlem fra,startdato,innmeldt,"
          "innmeldingsdato,lid sinds,ingangsdatum,inschrijfdatum,eintritt,eintrittsdatum,fra,"
          "gældende fra", "day", ("2015-02-01",)),
    Field("ended_on", "left,left on,leave date,end,end date,ended,to,member until,udmeldt,"
          "udmeldelsesdato,udmeldt dato,medlem til,slutdato,utmeldt,utmeldingsdato,einddatum,"
          "uitschrijfdatum,austritt,austrittsdatum,til,gældende til,ophørt", "day", ("",)),
    Field("status", "status,member status,membership status,medlemsstatus,lidstatus", "code",
          ("active",), codes="status"),
    Field("member_type", "member type,membership type,type,medlemstype,kontingenttype,"
          "medlemskategori,lidtype,soort lid,mitgliedsart", "code", ("full",),
          codes="member_type"),
    Field("product", "product,produkt,medlemskab,omfatter", "code", ("both",), codes="product"),
    Field("monthly_fee", "monthly fee,fee,fee a month,kontingent,månedligt kontingent,"
          "kontingent pr måned,kontingent pr md,maandcontributie,contributie,beitrag", "number",
          ("485",)),
    Field("branch_id", "branch,branch id,local branch,afdeling,lokalafdeling,afdelingsnr,avdeling,"
          "afdelingsnummer,ortsgruppe", "text", ("fyn",)),
    Field("workplace_id", "workplace,workplace id,workplace no,arbejdsplads,arbejdspladsnr,"
          "arbeidsplass,werkplek,betrieb", "whole", ("17",)),
    Field("spell_no", "spell no,spell,spell number,periode,periode nr", "whole", ("1",)),
)  # fmt: skip
EXIT = (
    Field("reason", "reason,reason code,reason for leaving,årsag,udmeldelsesårsag,årsagskode,"
          "utmeldingsårsak,årsak,reden,reden opzegging,grund,kündigungsgrund", "code",
          ("too expensive",), codes="reason"),
    Field("reason_text", "reason text,comment,begrundelse,kommentar,toelichting,bemerkung,"
          "reason in words", "text", ("",)),
    Field("route", "route,exit route,way out,afgangsmåde,afgangsårsag,afgangstype,"
          "wijze van vertrek",
          "code", ("resigned",), codes="route"),
    Field("notice_on", "notice,notice on,notice date,opsagt,opsigelsesdato,oppsagt,"
          "oppsigelsesdato,opzegdatum,kündigungsdatum", "day", ("",)),
    Field("destination_type", "destination,new union,moved to,skiftet til,ny fagforening,"
          "overgestapt naar", "text", ("",)),
)  # fmt: skip

MEMBERS = Register(
    "members", (MEMBER, *SPELL, *EXIT, *PERSON), (frozenset({"started_on", "status"}),)
)
_OLDEST, _YOUNGEST = 110, 13
_PERSON_ROLES = tuple(one.name for one in PERSON if one.name != "birth_date")
_SPELL_OF = ("member_id", "started_on", "ended_on")
_PHASE_OF = ("member_type", "product", "monthly_fee", "branch_id", "workplace_id")
_EXIT_OF = ("reason", "reason_text", "route", "notice_on", "destination_type")


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a register of members; one of its roles must speak of membership."""
    return understood(table, choices, MEMBERS)


def check(of: Understood, context: Context) -> Checked:
    """Judge each row of a register of members.

    Returns
    -------
    Checked
        Frames: ``member`` (a row a person) and ``history``: a row a spell or a stretch of one, as
        the file has it, which `uploads.history` turns into spells against what is stored.
    """
    found = rows(of, context, MEMBERS)
    found.frame = found.frame.rename(columns={"member_number": "member_id"})
    _judge(found, context)
    questions = _without_dates(found)
    frames = {"member": _people(found), "history": _history(found)}
    return checked(of, found, frames, {"member": ("member_id",)}, questions)


def _judge(found: Rows, context: Context) -> None:
    """Report what can't be: rows whose dates contradict each other, people born in the future."""
    started, ended = found.get("started_on"), found.get("ended_on")
    if {"started_on", "ended_on"} <= set(found.frame):
        found.drop((ended < started).fillna(False), "left_before_joined", "ended_on")
    if "started_on" in found.frame:
        late = found.get("started_on") > pd.Timestamp(context.as_of)
        found.drop(late.fillna(False), "joined_in_future", "started_on")
    _birth_years(found, context)
    key = [name for name in ("member_id", "started_on") if name in found.frame]
    if "spell_no" not in found.frame and not _is_told_apart(found):
        found.drop(found.frame.duplicated(key, keep=False), "duplicate_member")


def _is_told_apart(found: Rows) -> bool:
    """Say whether the file has a row a stretch: then several of one spell are no duplicates."""
    whole = [name for name in ("member_id", *_PHASE_OF, "started_on", "ended_on") if name in
             found.frame]  # fmt: skip
    return (
        "member_type" in whole and not found.frame.duplicated(whole).any() and ("ended_on" in whole)
    )


def _birth_years(found: Rows, context: Context) -> None:
    if "birth_date" in found.frame:
        years = found.get("birth_date").dt.year.astype("Int64")
        given = found.get("birth_year").astype("Int64")
        found.frame["birth_year"] = given.fillna(years)
        found.frame = found.frame.drop(columns="birth_date")
        found.columns.setdefault("birth_year", found.columns["birth_date"])
    if "birth_year" in found.frame:
        ages = context.as_of.year - found.get("birth_year").astype("Int64")
        found.drop((ages < 0).fillna(False), "born_in_future", "birth_year")
        ages = ages[found.frame.index]
        found.empty((ages < _YOUNGEST).fillna(False), "birth_year", "born_too_late")
        found.empty((ages > _OLDEST).fillna(False), "birth_year", "age_out_of_range")


def _without_dates(found: Rows) -> tuple[Question, ...]:
    """Ask what a status alone means: nobody knows since when."""
    if "started_on" in found.frame:
        without = found.frame["started_on"].isna()
        if "status" in found.frame:
            without &= found.frame["status"] != "former"
        found.drop(without, "joined_when", "started_on")
        return ()
    return (Question("status_alone", ("first_seen",), facts={"n": len(found.frame)}),)


def _people(found: Rows) -> pd.DataFrame:
    columns = ["member_id", *(name for name in _PERSON_ROLES if name in found.frame)]
    people = found.frame[columns]
    # of several rows of one person, the last that says anything counts
    return people.groupby("member_id", sort=False).last().reset_index()


def _history(found: Rows) -> pd.DataFrame:
    names = (*_SPELL_OF, *_PHASE_OF, *_EXIT_OF, "status", "spell_no")
    return found.frame[[name for name in names if name in found.frame]].copy()
