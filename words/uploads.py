"""What an upload's columns, answers and stages are called on screen."""

from collections.abc import Sequence

from words.campaigns import GROUPS
from words.labels import LABELS
from words.language import N_, Language

ROLES = {
    "respondent_id": N_("Who answered"),
    "item": N_("The question"),
    "functional": N_("Answer when it is there"),
    "dysfunctional": N_("Answer when it is not there"),
    "importance": N_("How important it is"),
    "age": N_("Age, kept as an age band"),
    "birth_year": N_("Year of birth"),
    "age_band": N_("Age band"),
    "gender": N_("Gender"),
    "region": N_("Region"),
    "sector": N_("Sector"),
    "branch_id": N_("Branch"),
    "member_type": N_("Member type"),
    "status": N_("Status"),
    "weight": N_("Weight"),
    "satisfaction": N_("How satisfied they are with it"),
    "aware": N_("Whether they know of it"),
    "needed": N_("Whether they needed it"),
    "used": N_("Whether they got it"),
    "solved": N_("Whether it was solved"),
    "best": N_("What matters most"),
    "worst": N_("What matters least"),
    "question": N_("A question with named answers"),
    "score": N_("Would recommend the union, 0–10"),
    "exit_reason": N_("Reason for leaving"),
    "considered_leaving": N_("Has considered leaving"),
    "complete": N_("Whether the interview is complete"),
    "answered_at": N_("When they answered"),
    "trait": N_("Background"),
    "personal": N_("Names a person: not stored"),
    "member_number": N_("Member number, stored as a pseudonym"),
    "free_text": N_("Free text: not stored"),
    "half_pair": N_("Half a question: not stored"),
    "not_used": N_("Not used here: not stored"),
    "ignored": N_("Empty: not stored"),
    # registers
    "started_on": N_("When the membership began"),
    "ended_on": N_("When the membership ended"),
    "product": N_("Union, unemployment fund or both"),
    "monthly_fee": N_("The union's fee a month"),
    "workplace_id": N_("Workplace"),
    "spell_no": N_("Number of the membership"),
    "reason": N_("Reason"),
    "reason_text": N_("Reason in words"),
    "route": N_("How they left"),
    "notice_on": N_("When notice was given"),
    "destination_type": N_("Where they went"),
    "birth_date": N_("Date of birth, kept as the year"),
    "municipality": N_("Municipality"),
    "occupation": N_("Occupation"),
    "join_channel": N_("How they joined"),
    "join_reason": N_("Why they joined"),
    "referred_by": N_("Who referred them"),
    "died_on": N_("Date of death"),
    "at": N_("The day"),
    "event": N_("What happened"),
    "benefit": N_("Benefit"),
    "what": N_("About what"),
    "channel": N_("Channel"),
    "amount": N_("Amount"),
    "outcome": N_("What came of it"),
    "resolved": N_("Was it resolved"),
    "satisfied": N_("Were they satisfied"),
    "referred": N_("Whom they referred"),
    "paid_on": N_("When it was paid"),
    "label": N_("Name"),
    "benefit_id": N_("The benefit's code"),
    "label_en": N_("Name in English"),
    "kind": N_("What kind"),
    "unit_value": N_("What one use is worth"),
    "annual_cost": N_("What it costs a year"),
    "collective": N_("Works for all at once"),
    "campaign": N_("Campaign"),
    "goal": N_("Goal: stay or return"),
    "window_days": N_("Days in which success counts"),
    "offer_kind": N_("Offer"),
    "offer_value": N_("What the offer is worth"),
    "offer_ends_on": N_("When the offer ends"),
    "unit_cost": N_("Cost a contact"),
    "fixed_cost": N_("Fixed cost"),
    "cost_per_hit": N_("Cost a success"),
    "success_action": N_("What counts as success"),
    "message": N_("Message"),
    "brand_value": N_("Value that the message carries"),
    "arm": N_("Arm of the campaign"),
    "unit_id": N_("The row's own id"),
    "role": N_("Treated or control"),
    "stratum": N_("Stratum"),
    "randomised_at": N_("When they were drawn"),
}

KINDS = {
    "kano": N_("Kano survey"),
    "value": N_("Value survey"),
    "needs": N_("Needs survey"),
    "nps": N_("Recommendation survey"),
    "exit": N_("Exit survey"),
    "brand_values": N_("Survey of what the union should stand for"),
    "members": N_("Members"),
    "exits": N_("Reasons for leaving"),
    "events": N_("Events"),
    "benefits": N_("Catalogue of benefits"),
    "campaigns": N_("Campaigns"),
    "assignments": N_("Arms of a campaign"),
}

LABEL_CODES = {
    "1": N_("I like it"),
    "2": N_("I expect it"),
    "3": N_("I am neutral"),
    "4": N_("I can live with it"),
    "5": N_("I dislike it"),
    "dont_know": N_("Don't know"),
    "left_blank": N_("No answer"),
    "not_asked": N_("Was not asked"),
}

RATING_CODES = {"1": N_("1 · lowest"), "3": N_("3 · middle"), "5": N_("5 · highest")}

CODES = {
    "dont_know": N_("Don't know"),
    "left_blank": N_("No answer"),
    "not_asked": N_("Was not asked"),
    "yes": N_("Yes"),
    "no": N_("No"),
    "union": N_("Union"),
    "both": N_("Union and unemployment fund"),
    "fund": N_("Unemployment fund alone"),
    "joined": N_("Joined"),
    "left": N_("Left"),
    "benefit_use": N_("Used a benefit"),
    "interaction": N_("Contact"),
    "complaint": N_("Complaint"),
    "referral": N_("Referral"),
    "purchase": N_("Purchase"),
    "payment": N_("Payment"),
    "cash": N_("Cash"),
    "advice": N_("Advice"),
    "insurance": N_("Insurance"),
    "community": N_("Community"),
    "solidarity": N_("Solidarity"),
    "political": N_("Political work"),
    "stay": N_("Stay"),
    "return": N_("Return"),
    "treated": N_("Treated"),
    "holdout": N_("Control group"),
    "given": N_("Consent given"),
    "withdrawn": N_("Consent withdrawn"),
    "do_not_contact": N_("Must not be contacted"),
}

STORING = N_("Storing the rows")
STAGES = {
    "start": N_("Waiting for its turn"),
    "compare": N_("Looking at the pages as they are"),
    "read_file": N_("Reading the file"),
    "backup": N_("Making a backup"),
    "derive_member_now": N_("Bringing every page up to date"),
    "derive_respondent_now": N_("Bringing every page up to date"),
    "commit": N_("Finishing"),
}


def role_label(language: Language, role: str) -> str:
    """Return what a column's part is called."""
    return language.say(ROLES[role])


def label_code(language: Language, code: str) -> str:
    """Return what a place on the answer scale is called."""
    return language.say(LABEL_CODES[code])


def stage_label(language: Language, stage: str) -> str:
    """Return what an import is at."""
    return language.say(STAGES.get(stage, STORING))


def kind_label(language: Language, kind: str) -> str:
    """Return what a kind of file is called."""
    return language.say(KINDS[kind])


def code_label(language: Language, code: str, codes: Sequence[str] = ()) -> str:
    """Return what a stored code is called, whichever dimension it is of.

    Parameters
    ----------
    language : Language
        The reader's.
    code : str
        The code.
    codes : sequence of str
        All codes that are offered with it: a 5 is the highest of five, and not of ten.
    """
    if code in RATING_CODES and "0" not in codes:
        return language.say(RATING_CODES[code])
    for known in (*LABELS.values(), *GROUPS.values(), CODES):
        if code in known:
            return language.say(known[code])
    return code


def column_name(language: Language, role: str) -> str:
    """Return what a template calls the column of a role: its label, up to the first comma."""
    return role_label(language, role).split(",", 1)[0]
