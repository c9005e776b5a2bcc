"""What the steps from important to satisfied are called on screen, and where members are lost."""

from words.language import N_, Language

STEPS = {
    "important": N_("Important"),
    "knows": N_("Know of it"),
    "needed": N_("Needed it"),
    "used": N_("Got it"),
    "solved": N_("Solved"),
    "satisfied": N_("Satisfied"),
}

GAPS = {
    "communication": N_("Communication"),
    "access": N_("Access"),
    "advice": N_("Advice"),
    "offer": N_("Offer"),
    "fine": N_("Fine"),
}

# At the end of a benefit's row: what became of so many members.
LOST = {
    "communication": N_("{n} to tell"),
    "access": N_("{n} not reached"),
    "advice": N_("{n} not helped"),
    "offer": N_("{n} disappointed"),
    "fine": N_("fine"),
}
UNMET = N_("{n} with nothing for them")

# Which benefits surely lose people who know of them, by gap.
LATER = {
    "access": N_(
        "Hard to get: more than one in ten who needed them surely went without {benefits} (n = {n}"
        " and more)."
    ),
    "advice": N_(
        "Help that fails: more than one in ten were surely not helped, or not satisfied, with"
        " {benefits} (n = {n} and more)."
    ),
    "offer": N_(
        "What there is disappoints: more than one in ten are surely not satisfied with {benefits}"
        " (n = {n} and more)."
    ),
}

WIDEST = {
    "members": N_("In members"),
    "share": N_("In share of those who got that far"),
}

PICTURES = {
    "chain": N_("From important to satisfied"),
    "scores": N_("Opportunity scores"),
    "map": N_("Importance and satisfaction"),
}

CROSSHAIRS = {
    "midpoint": N_("Middle of the scale"),
    "mean": N_("Mean of the benefits"),
    "median": N_("Median of the benefits"),
}

BANDS = {
    "extreme": N_("Very large"),
    "high": N_("Large"),
    "worth_a_look": N_("Worth a look"),
    "served": N_("Served"),
    "over_served": N_("Over-served"),
}

QUADRANTS = {
    "concentrate_here": N_("Do better here"),
    "keep_up": N_("Keep it up"),
    "low_priority": N_("Matters less"),
    "possible_overkill": N_("Pleases more than it matters"),
}

# Nobody tells a union to drop what it stands for, whatever an average says.
CAUSES = ("solidarity", "political")
STANDS_FOR = "stands_for"
LETTING_GO = ("low_priority", "possible_overkill", "over_served")

READINGS = {
    "dissatisfier": N_("hurts when it is bad"),
    "satisfier": N_("helps when it is good"),
    "both": N_("hurts and helps"),
    "neither": N_("neither is shown"),
}

WHOM = {
    None: N_("members"),
    "respondents": N_("people who answered"),
    "active": N_("active members"),
    "in_notice": N_("members in notice"),
    "in_arrears": N_("members in arrears"),
    "recently_left": N_("people who recently left"),
    "former": N_("former members"),
}

AGAINST = {
    "status": N_("Former members against members"),
    "branch": N_("Each branch against all the others"),
    "segment": N_("Each segment against all the others"),
}
MEASURES = {"aware": N_("Know of it"), "satisfied": N_("Satisfied, of those who rated it")}


def step_label(language: Language, step: str, kind: str | None = None) -> str:
    """Return what a step is called; members are covered by an agreement, they don't get it."""
    if step == "used" and kind == "solidarity":
        return language.say(N_("Have it"))
    return language.say(STEPS[step])


def gap_label(language: Language, gap: str | None) -> str:
    """Return what a gap is called; nothing where none could be found."""
    return language.say(GAPS[gap]) if gap else ""


def lost_label(language: Language, gap: str, n: str, *, unmet: bool = False) -> str:
    """Say in few words what became of so many members at a gap."""
    return language.say(UNMET if unmet else LOST[gap], n=n)


def verdict(code: str | None, kind: str | None) -> str | None:
    """Return a band or quadrant as it may be told: what the union stands for is never let go."""
    return STANDS_FOR if kind in CAUSES and code in LETTING_GO else code


def verdict_label(language: Language, code: str | None) -> str:
    """Return what a band or quadrant is called; nothing where there is none."""
    if code == STANDS_FOR:
        return language.say(N_("What the union stands for"))
    return language.say((BANDS | QUADRANTS)[code]) if code else ""


def whom(language: Language, who: str | None) -> str:
    """Return whom the page speaks of, within a sentence."""
    return language.say(WHOM[who])
