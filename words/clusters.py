"""What needs are called on screen: questions, answers, and what an answer says of a class."""

from words.kano import class_label
from words.language import N_, Language

QUESTIONS = {
    "main_reason": N_("Main reason to be a member"),
    "last_used": N_("Last used the union"),
    "names_value": N_("Can name what the fee gives"),
    "prefers_help": N_("Prefers help by"),
    "steward": N_("Shop steward"),
    "fee_view": N_("The fee is"),
    "next_year": N_("Next year"),
    "job_fear": N_("Fear of losing the job"),
    "work_problem": N_("Biggest problem at work"),
    "politics": N_("The union's political work"),
    "involvement": N_("Own part"),
    "colleagues": N_("Colleagues in a union"),
}

# Numbers known of linked members, as the query ``needs_numbers`` names them.
KNOWN_NUMBERS = {
    "known-age": N_("Age in years"),
    "known-years": N_("Years as a member"),
    "known-fee": N_("Monthly fee in DKK"),
    "known-uses": N_("Uses of benefits in a year"),
}

# What a high and a low mean of them say of a class.
HIGH_OR_LOW = {
    "known-age": (N_("older"), N_("younger")),
    "known-years": (N_("members for long"), N_("new as members")),
    "known-fee": (N_("pays more"), N_("pays less")),
    "known-uses": (N_("uses benefits often"), N_("seldom uses benefits")),
}

METHODS = {
    "lca": N_("Latent classes"),
    "kprototypes": N_("k-prototypes"),
    "kmodes": N_("k-modes"),
    "kmodes-package": N_("k-modes (kmodes package)"),
}

# How each method finds people who answer alike, in words.
HOW = {
    "lca": N_(
        "People who answer alike are put into {k} classes, so that within a class the answers are"
        " as if drawn independently from the class's own shares; each person goes to the class"
        " that is likeliest for their answers, and of twenty starts the best is kept. A missing"
        " answer is skipped. On answers with"
        " planted classes this finds far more of them than k-modes does, so it comes first here."
    ),
    "kmodes": N_(
        "People who answer alike are put into {k} classes, so that as few answers as possible"
        " differ from what is usual in the class; of several starts the best is kept. A missing"
        " answer counts as an answer of its own."
    ),
}
HOW["kmodes-package"] = HOW["kmodes"]
HOW["kprototypes"] = N_(
    "People who are alike are put into {k} classes: in their answers and in their numbers. How far"
    " somebody is from a class is how far their numbers are from its means, squared, and something"
    " for every answer that differs from what is usual in it; of twenty starts the best is kept. A"
    " missing answer counts as an answer of its own, a missing number counts nothing."
)
# How unlike groups were in the trial of the methods.
STRUCTURES = {"strong": N_("strongly"), "middling": N_("middling"), "weak": N_("weakly")}
# What numbers add to how classes are made, in words.
WITH_NUMBERS = {
    "lca": N_(
        "Numbers ({numbers}) help to make the classes: in each class a number is taken to lie in a"
        " bell around the class's mean. They were standardised, to a mean of 0 and a spread of 1,"
        " so that none counts for more because its unit is small. A missing number is skipped."
    ),
    "kprototypes": N_(
        "The numbers ({numbers}) were standardised, to a mean of 0 and a spread of 1, so that none"
        " counts for more because its unit is small. Gamma is {gamma}: an answer that differs"
        " counts as much as a number that is {away} spreads away. It is half the numbers' mean"
        " spread, as Huang proposed."
    ),
}

# By question: its answers in their order, each with its name and what it says of a class.
ANSWERS = {
    "main_reason": {
        "security": (N_("Security"), N_("there for security")),
        "pay": (N_("Pay and agreement"), N_("there for pay and agreement")),
        "career": (N_("Career"), N_("there for the career")),
        "cash": (N_("Cash benefits"), N_("there for cash benefits")),
        "community": (N_("Community"), N_("there for the community")),
    },
    "last_used": {
        "under_3_months": (N_("Under 3 months ago"), N_("used the union just now")),
        "under_1_year": (N_("Under a year ago"), N_("used the union within a year")),
        "1_to_3_years": (N_("1–3 years ago"), N_("last used the union years ago")),
        "longer": (N_("Longer ago"), N_("hardly ever uses the union")),
        "never": (N_("Never"), N_("never used the union")),
    },
    "names_value": {
        "three_things": (N_("Three things"), N_("knows what the fee gives")),
        "one_or_two": (N_("One or two"), N_("names a thing or two the fee gives")),
        "no": (N_("No"), N_("can't say what the fee gives")),
    },
    "prefers_help": {
        "phone": (N_("Phone"), N_("prefers the phone")),
        "shop_steward": (N_("Shop steward"), N_("goes to the shop steward")),
        "mail_chat": (N_("Mail or chat"), N_("prefers mail or chat")),
        "self_service": (N_("Self-service"), N_("prefers self-service")),
        "meeting": (N_("Meeting"), N_("prefers to meet")),
    },
    "steward": {
        "uses": (N_("Uses"), N_("uses the shop steward")),
        "has_unused": (N_("Has, doesn't use"), N_("leaves the shop steward alone")),
        "has_none": (N_("Has none"), N_("has no shop steward")),
    },
    "fee_view": {
        "fair": (N_("Fair"), N_("finds the fee fair")),
        "bit_much": (N_("A bit much"), N_("finds the fee a bit much")),
        "too_expensive": (N_("Too expensive"), N_("finds the fee too expensive")),
        "dont_know_it": (N_("Doesn't know it"), N_("doesn't know the fee")),
    },
    "next_year": {
        "stays": (N_("Stays"), N_("stays in the job")),
        "changes_job": (N_("Changes job"), N_("about to change job")),
        "studies": (N_("Studies"), N_("about to study")),
        "leads_or_own": (N_("Leader or own firm"), N_("about to lead or go alone")),
        "retires": (N_("Retires"), N_("about to retire")),
    },
    "job_fear": {
        "none": (N_("None"), N_("safe in the job")),
        "a_little": (N_("A little"), N_("fears a little for the job")),
        "some": (N_("Some"), N_("fears for the job")),
        "a_lot": (N_("A lot"), N_("fears losing the job")),
    },
    "work_problem": {
        "stress": (N_("Stress"), N_("stressed")),
        "pay": (N_("Pay"), N_("unhappy with the pay")),
        "environment": (N_("Environment"), N_("unhappy with the working environment")),
        "management": (N_("Management"), N_("unhappy with the management")),
        "none": (N_("None"), N_("no problem at work")),
    },
    "politics": {
        "more": (N_("More"), N_("wants more politics")),
        "as_now": (N_("As now"), N_("wants politics as now")),
        "less": (N_("Less"), N_("wants less politics")),
    },
    "involvement": {
        "hold_office": (N_("Hold office"), N_("wants to hold office")),
        "turn_up": (N_("Turn up"), N_("turns up")),
        "follow": (N_("Follow"), N_("follows along")),
        "just_covered": (N_("Just be covered"), N_("just wants cover")),
    },
    "colleagues": {
        "most": (N_("Most"), N_("among union colleagues")),
        "half": (N_("Half"), N_("half the colleagues in a union")),
        "few": (N_("Few"), N_("few union colleagues")),
    },
}

# Whether classes come again when people are drawn anew, by their least stable one.
VERDICTS = {
    "stable": N_("surely"),
    "weak": N_("in part"),
    "dissolved": N_("not surely"),
}

OUTCOMES = {
    "gone": N_("Left since answering"),
    "considered": N_("Has considered leaving"),
    "used": N_("Used a benefit in the past year"),
    "score": N_("Would recommend the union (NPS)"),
    "fee": N_("Monthly fee, members now"),
    "back": N_("Has left once and come back"),
}

# A class's share as people say it; the nearest one is taken.
PROPORTIONS = {
    1.0: N_("all are"),
    0.90: N_("nine in ten are"),
    0.80: N_("four in five are"),
    0.75: N_("three quarters are"),
    0.667: N_("two thirds are"),
    0.60: N_("six in ten are"),
    0.50: N_("half are"),
    0.40: N_("four in ten are"),
    0.333: N_("a third are"),
    0.30: N_("three in ten are"),
    0.25: N_("a quarter are"),
    0.20: N_("one in five is"),
    0.167: N_("one in six is"),
    0.143: N_("one in seven is"),
    0.125: N_("one in eight is"),
    0.111: N_("one in nine is"),
    0.10: N_("one in ten is"),
    0.083: N_("one in twelve is"),
    0.067: N_("one in fifteen is"),
    0.05: N_("one in twenty is"),
    0.03: N_("three in a hundred are"),
    0.01: N_("one in a hundred is"),
}

MORE = {
    1: N_("more"),
    1.5: N_("half as many again"),
    2: N_("twice as many"),
    2.5: N_("two and a half times as many"),
    3: N_("three times as many"),
    4: N_("four times as many"),
    5: N_("five times as many"),
}


# The rare answers of a question with very many, gathered (`analysis.clusters.levels.OTHER`).
GATHERED = "\x1fother"
# Before a band of a number, such as 35..50 (`analysis.clusters.bands`).
BAND, TO = "\x1f", ".."
# The classes of a Kano survey's pairs, as the query ``needs_answers`` names them.
KANO_LEVELS = [f"kano_{letter}" for letter in "MOAIR"]


def method_label(language: Language, method: str) -> str:
    """Return what a way of making classes is called."""
    return language.say(METHODS[method])


def method_words(language: Language, method: str, k: int) -> str:
    """Say how a method makes k classes."""
    return language.say(HOW[method], k=language.number(k))


def numbers_words(language: Language, method: str, numbers: list[str], gamma: float) -> str:
    """Say how numbers help to make classes; nothing where there are none."""
    if not numbers:
        return ""
    return language.say(
        WITH_NUMBERS[method],
        numbers=language.listed([f"«{one}»" for one in numbers]),
        gamma=language.number(gamma, 1),
        away=language.number(gamma**0.5, 1),
    )


def number_label(language: Language, column: str, own: str = "") -> str:
    """Return what a number is called; the survey's own name where it is none of ours."""
    known = KNOWN_NUMBERS.get(column)
    return language.say(known) if known else own or column


def high_or_low(language: Language, column: str, label: str, high: bool) -> str:
    """Return what a high or a low mean says of a class: ``older``."""
    known = HIGH_OR_LOW.get(column)
    if known:
        return language.say(known[0 if high else 1])
    if high:
        return language.say("{what}: high", what=label)
    return language.say("{what}: low", what=label)


def number_written(language: Language, value: float, spread: float) -> str:
    """Write a number as exactly as its spread among people makes sense."""
    return language.number(value, 0 if spread >= 100 else 1 if spread >= 2 else 2)


def question_label(language: Language, item: str, own: str = "") -> str:
    """Return what a question is called; the survey's own name where it is none of ours."""
    known = QUESTIONS.get(item)
    return language.say(known) if known else own or item


def answer_label(language: Language, item: str, level: str) -> str:
    """Return what an answer is called; a missing one is ``Not answered``."""
    if not level:
        return language.say(N_("Not answered"))
    if level == GATHERED:
        return language.say(N_("One of the rare answers"))
    if level.startswith(BAND):
        return _band_label(language, level.removeprefix(BAND))
    if level in KANO_LEVELS:
        return class_label(language, level[-1])
    known = ANSWERS.get(item, {}).get(level)
    return language.say(known[0]) if known else level


def _band_label(language: Language, band: str) -> str:
    low, high = (_as_written(language, end) for end in band.split(TO))
    if not low:
        return language.say(N_("Under {high}"), high=high)
    if not high:
        return language.say(N_("{low} or more"), low=low)
    return language.say(N_("{low} to under {high}"), low=low, high=high)


def _as_written(language: Language, number: str) -> str:
    """Write the end of a band with the decimals that it has; nothing where there is no end."""
    return number and language.number(float(number), len(number.partition(".")[2]))


def phrase(language: Language, item: str, level: str, own: str = "") -> str:
    """Return what an answer says of those who gave it: ``fears losing the job``."""
    known = ANSWERS.get(item, {}).get(level)
    if known:
        return language.say(known[1])
    return f"{question_label(language, item, own)}: {answer_label(language, item, level)}"


def place(item: str, level: str) -> int:
    """Return where an answer stands among a question's; the unknown ones after the known."""
    answers = KANO_LEVELS if level in KANO_LEVELS else list(ANSWERS.get(item, {}))
    return answers.index(level) if level in answers else len(answers)


def verdict_label(language: Language, code: str) -> str:
    """Return whether classes come again, in words."""
    return language.say(VERDICTS[code])


def outcome_label(language: Language, code: str) -> str:
    """Return what an outcome is called."""
    return language.say(OUTCOMES[code])


def proportion(language: Language, share: float) -> str:
    """Return a share as people say it, with its verb: ``a third are``."""
    nearest = min(PROPORTIONS, key=lambda known: abs(known - share) / known)
    return language.say(PROPORTIONS[nearest])


def more(language: Language, ratio: float) -> str:
    """Return how many times as many, as people say it: ``twice as many``."""
    nearest = min(MORE, key=lambda known: abs(known - ratio))
    return language.say(MORE[nearest])


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]
