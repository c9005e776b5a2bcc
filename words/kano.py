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

TABLES = {
    "kano": N_("Kano's table"),
    "pouliot": N_("Pouliot's table"),
    "short": N_("The short form of three answers"),
}

RULES = {
    "mode": N_("The most frequent class"),
    "exact": N_("The most frequent class, where it is sure"),
    "moai": N_("The graver of two that are close"),
    "blauth": N_("Wanted or not first, then the most frequent"),
}


LEFT_OUT = {
    "straight": N_("Who gave one answer to everything"),
    "contradictory": N_("Who contradicts themselves often"),
    "careless": N_("Both"),
}

PICTURES = {
    "map": N_("As shares"),
    "plane": N_("As mean answers"),
}

# The five answers, in short: what people tick is in the questionnaire.
ANSWERS = {
    "like": N_("I'd like that"),
    "must_be": N_("I expect that"),
    "neutral": N_("I don't mind"),
    "live_with": N_("I can live with that"),
    "dislike": N_("I'd dislike that"),
}

TRAITS = {
    "gender": N_("Gender"),
    "shop_steward": N_("Shop steward at work"),
    "agreement": N_("Collective agreement at work"),
}

TRAIT_VALUES = {
    "gender": {"female": N_("Women"), "male": N_("Men"), "other": N_("Other")},
    "shop_steward": {"true": N_("with a shop steward"), "false": N_("without a shop steward")},
    "agreement": {"true": N_("with an agreement"), "false": N_("without an agreement")},
}


def trait_label(language: Language, code: str) -> str:
    """Return what a trait of respondents is called; a survey's own goes by its own name."""
    return language.say(TRAITS[code]) if code in TRAITS else code


def trait_value(language: Language, trait: str, value: str) -> str:
    """Return what a trait's value is called."""
    known = TRAIT_VALUES.get(trait, {}).get(value)
    return language.say(known) if known else value


def class_label(language: Language, code: str | None) -> str:
    """Return what a class is called; nothing for a benefit without a class."""
    return language.say(CLASSES[code]) if code else ""


def table_label(language: Language, code: str) -> str:
    """Return what an evaluation table is called."""
    return language.say(TABLES[code])


def rule_label(language: Language, code: str) -> str:
    """Return what a rule is called."""
    return language.say(RULES[code])
