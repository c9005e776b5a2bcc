"""What Kano's classes, tables and rules are called on screen."""

from words.language import N_, Language

CLASSES = {
    "M": N_("Must be in order"),
    "O": N_("The more the better"),
    "A": N_("Delights"),
    "I": N_("Makes no difference"),
    "R": N_("Unwanted"),
    "Q": N_("Contradictory answers"),
    "too close": N_("Too close to call"),
}

TABLES = {"kano": N_("Kano's table"), "pouliot": N_("Pouliot's table")}

RULES = {
    "mode": N_("The most frequent class"),
    "exact": N_("The most frequent class, where it is sure"),
}


def class_label(language: Language, code: str | None) -> str:
    """Return what a class is called; nothing for a benefit without a class."""
    return language.say(CLASSES[code]) if code else ""


def table_label(language: Language, code: str) -> str:
    """Return what an evaluation table is called."""
    return language.say(TABLES[code])


def rule_label(language: Language, code: str) -> str:
    """Return what a rule is called."""
    return language.say(RULES[code])
