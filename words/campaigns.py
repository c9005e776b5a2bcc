"""What campaigns, their verdicts and groups are called on screen; what others say of theirs."""

from words.language import N_, Language

GOALS = {"stay": N_("Stayed"), "return": N_("Came back")}

VERDICTS = {
    "works": N_("Shown to work"),
    "at_a_loss": N_("Works, at a loss"),
    "not_shown": N_("Not shown to work"),
    "harms": N_("Does harm"),
    "too_close": N_("Too close to call"),
    "too_few": N_("Too few to show"),
    "too_early": N_("Too early"),
    "no_control": N_("No control group, so nobody knows"),
    "no_treated": N_("Nobody was drawn"),
    "no_outcome": N_("No outcome yet"),
}

BY = {
    "none": N_("All together"),
    "complaint": N_("Complaint before it"),
    "reason": N_("Reason for leaving"),
    "channel": N_("Channel"),
    "segment": N_("Segment"),
}

CHANNELS = {
    "phone": N_("Phone"),
    "sms": N_("Text message"),
    "email": N_("E-mail"),
    "letter": N_("Letter"),
    "meeting": N_("Meeting"),
}

COMPLAINTS = {
    "none": N_("No complaint"),
    "resolved": N_("Complaint resolved"),
    "unresolved": N_("Complaint not resolved"),
}

REASONS = {
    "dissatisfied": N_("Dissatisfied"),
    "too_expensive": N_("Too expensive"),
    "changed_job": N_("Changed job"),
    "no_use": N_("No use for it"),
    "own_firm": N_("Own firm"),
    "studies": N_("Studies"),
    "better_offer": N_("A better offer elsewhere"),
    "other": N_("Other reasons"),
    "arrears": N_("Arrears"),
    "retired": N_("Retired"),
    "excluded": N_("Excluded"),
    "unknown": N_("Reason not known"),
}

GROUPS = {"complaint": COMPLAINTS, "reason": REASONS, "channel": CHANNELS}

# "Five tips for win-back" (Dutch, no data given). Shown as quoted, never as a target.
QUOTED = (
    N_("26 % of lost customers come back in a win-back campaign, with twice the lifetime value."),
    N_(
        "Selling to somebody who left succeeds 60–70 % of the time, to a new prospect 5–20 %"
        " (“13 times more likely”)."
    ),
    N_("Winning back is five times as cost-effective as acquisition."),
    N_("A fixed amount works twice as well as a percentage."),
)


def verdict(language: Language, code: str) -> str:
    """Return a verdict in words."""
    return language.say(VERDICTS[code])


def group(language: Language, by: str, code: str) -> str:
    """Return what a group of a breakdown is called; a code without a name is the union's word."""
    if not code:
        return language.say(N_("Not known"))
    known = GROUPS.get(by, {}).get(code)
    return language.say(known) if known else code
