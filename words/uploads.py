"""What an upload's columns, answers and stages are called on screen."""

from words.language import N_, Language

ROLES = {
    "respondent_id": N_("Who answered"),
    "item": N_("The question"),
    "functional": N_("Answer when it is there"),
    "dysfunctional": N_("Answer when it is not there"),
    "importance": N_("How important it is"),
    "age": N_("Age, kept as an age band"),
    "birth_year": N_("Year of birth, kept as an age band"),
    "age_band": N_("Age band"),
    "gender": N_("Gender"),
    "region": N_("Region"),
    "sector": N_("Sector"),
    "branch_id": N_("Branch"),
    "member_type": N_("Member type"),
    "status": N_("Status"),
    "weight": N_("Weight"),
    "answered_at": N_("When they answered"),
    "trait": N_("Background"),
    "personal": N_("Names a person: not stored"),
    "member_number": N_("Member number: not stored"),
    "free_text": N_("Free text: not stored"),
    "half_pair": N_("Half a question: not stored"),
    "ignored": N_("Empty: not stored"),
}

KINDS = {
    "kano": N_("Kano survey"),
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

STORING = N_("Storing the rows")
STAGES = {
    "start": N_("Waiting for its turn"),
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
