"""What stored codes are called on screen; a code without a label is the union's own word."""

from words.language import N_, Language

LABELS = {
    "status": {
        "active": N_("Active"),
        "in_notice": N_("In notice"),
        "in_arrears": N_("In arrears"),
        "recently_left": N_("Recently left"),
        "former": N_("Former"),
    },
    "age_band": {
        "under_25": N_("Under 25"),
        "25_34": "25–34",
        "35_44": "35–44",
        "45_54": "45–54",
        "55_64": "55–64",
        "65_over": N_("65 and over"),
    },
    "member_type": {
        "full": N_("Full-time"),
        "part_time": N_("Part-time"),
        "student": N_("Student"),
        "new_graduate": N_("New graduate"),
        "unemployed": N_("Unemployed"),
        "early_pension": N_("Early retirement"),
        "senior": N_("Senior"),
        "resting": N_("Resting"),
    },
    "sector": {
        "municipal": N_("Municipal"),
        "regional": N_("Regional"),
        "state": N_("State"),
        "industry": N_("Industry"),
        "retail_services": N_("Retail and services"),
        "office_it": N_("Office and IT"),
    },
    "route": {
        "resigned": N_("Resigned"),
        "transferred": N_("Moved to another union"),
        "arrears": N_("Fee not paid"),
        "retired": N_("Retired"),
        "death": N_("Died"),
        "excluded": N_("Excluded"),
    },
}

DIMENSIONS = {
    "status": N_("Status"),
    "segment": N_("Segment"),
    "sector": N_("Sector"),
    "branch": N_("Branch"),
    "region": N_("Region"),
    "age_band": N_("Age"),
    "member_type": N_("Member type"),
    "period": N_("Period"),
    "wave": N_("Survey"),
}


def label(language: Language, dimension: str, code: str) -> str:
    """Return what a value of a dimension is called on screen."""
    if not code:
        return language.say(N_("Not known"))
    known = LABELS.get(dimension, {}).get(code)
    return language.say(known) if known else code


def dimension(language: Language, name: str) -> str:
    """Return what a dimension is called on screen."""
    return language.say(DIMENSIONS[name])
