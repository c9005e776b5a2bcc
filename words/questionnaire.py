"""What a questionnaire asks, in the respondent's language."""

from words.language import N_, Language

# The five answers to each half of a pair, like to dislike, as they are read when they come back;
# published sets and their translations, so they are no sentences of ours to be worded anew.
OFFERED = {
    "en": (
        "I like it that way",
        "It must be that way",
        "I am neutral",
        "I can live with it that way",
        "I dislike it that way",
    ),
    "da": (
        "Det ville jeg blive glad for",
        "Det forventer jeg",
        "Det betyder ikke noget for mig",
        "Det kan jeg leve med",
        "Det ville jeg være utilfreds med",
    ),
    "nb": (
        "Det ville jeg bli glad for",
        "Det forventer jeg",
        "Det spiller ingen rolle",
        "Det kan jeg leve med",
        "Det ville jeg være misfornøyd med",
    ),
    "nl": (
        "Dat zou ik fijn vinden",
        "Dat verwacht ik",
        "Dat maakt mij niet uit",
        "Daar kan ik mee leven",
        "Dat zou ik vervelend vinden",
    ),
}
DONT_KNOW = {"en": "Don't know", "da": "Ved ikke", "nb": "Vet ikke", "nl": "Weet niet"}

PARTS = {
    "kano": N_("What each benefit is to people"),
    "value": N_("Whether they know it, needed it, got it and were satisfied"),
    "brand": N_("What the union should stand for"),
}

FUNCTIONAL = N_("If the union offers: {benefit}")
DYSFUNCTIONAL = N_("If the union does not offer: {benefit}")
IMPORTANCE = N_("How important is this to you? {benefit}")
BEST = N_("Which of these matters most to what the union should stand for?")
WORST = N_("And which of them matters least?")
AWARE = N_("Did you know that the union offers this? {benefit}")
NEEDED = N_("Did you need it in the past year? {benefit}")
USED = N_("If you needed it: did you get it? {benefit}")
SOLVED = N_("If you got it: was your matter solved? {benefit}")
SATISFACTION = N_("If you got it: how satisfied were you? {benefit}")

# What a union may stand for, where it has no list of its own yet.
VALUES = {
    "tryghed": N_("Security: somebody has your back"),
    "fællesskab": N_("Community: we are stronger together"),
    "nærhed": N_("Closeness: people who know your workplace"),
    "ordentlighed": N_("Decency: fair treatment and straight answers"),
    "faglighed": N_("Professional pride: your trade and your skills"),
    "indflydelse": N_("Influence: a voice where decisions are made"),
    "fornyelse": N_("Renewal: help to where work is going"),
}


def scale(language: Language, points: int, low: str, high: str) -> tuple[tuple[str, str], ...]:
    """Return the answers of a numbered scale, its ends in words, and "don't know"."""
    ends = {1: f"1 – {language.say(low)}", points: f"{points} – {language.say(high)}"}
    steps = [(str(step), ends.get(step, str(step))) for step in range(1, points + 1)]
    return (*steps, ("9" * 2, DONT_KNOW[language.code]))


def yes_no(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the answers yes, no and "don't know"."""
    return (
        ("1", language.say("Yes")),
        ("2", language.say("No")),
        ("99", DONT_KNOW[language.code]),
    )


def value_label(language: Language, code: str) -> str:
    """Return what a value is called; a union's own goes by its own words."""
    return language.say(VALUES[code]) if code in VALUES else code


def short_value_label(language: Language, code: str) -> str:
    """Return a value's name without its explanation."""
    return value_label(language, code).split(":")[0]
