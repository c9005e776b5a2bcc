"""The questionnaire: from the catalogue to questions, who is asked which, and how even that is."""

from dataclasses import dataclass, field, replace

import pandas as pd

from analysis.designs import Balance, Design, design
from views.questionnaire.questions import Section, sections
from views.surveys import labels_in
from views.view import Ask, Nothing
from words.language import Language
from words.questionnaire import VALUES

SECONDS_A_QUESTION = 8
FEWEST, USUAL, MOST = 4, 6, 8
SET_SIZE = 4


@dataclass(frozen=True)
class Options:
    """What the union chooses.

    Attributes
    ----------
    language : Language
        The respondents'.
    parts : tuple of str
        Of ``"kano"``, ``"value"``, ``"brand"``.
    benefits : tuple of str
        Benefit ids; empty for the whole catalogue.
    a_person : int
        Benefits that one person is asked about.
    values : tuple of str
        What the union may stand for: codes of ours, or the union's own words.
    """

    language: Language
    parts: tuple[str, ...] = ("kano",)
    benefits: tuple[str, ...] = ()
    a_person: int = USUAL
    values: tuple[str, ...] = field(default_factory=lambda: tuple(VALUES))


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """A questionnaire, ready to be written in any layout.

    Attributes
    ----------
    options : Options
    code : str
        Four signs that its returned files are known by; empty until it is kept.
    sections : tuple of Section
        In the order of asking; those of benefits say in which versions they are.
    design : Design or None
        Of the benefits; None without benefits.
    sets : Design or None
        Of the choices among values; every version is a choice that everybody makes.
    labels : Series
        The benefits' names by id, in the respondents' language.
    """

    options: Options
    code: str
    sections: tuple[Section, ...]
    design: Design | None
    sets: Design | None
    labels: pd.Series

    @property
    def balance(self) -> Balance | None:
        """How evenly the benefits are spread."""
        return None if self.design is None else self.design.balance

    @property
    def versions(self) -> int:
        """How many versions there are."""
        return 1 if self.design is None else len(self.design.versions)

    def of_version(self, version: int) -> tuple[Section, ...]:
        """Return the sections that a version asks, in its own order of benefits."""
        if self.design is None:
            return self.sections
        place = {item: number for number, item in enumerate(self.design.asked(version))}
        own = [one for one in self.sections if one.item_id in place]
        own.sort(key=lambda one: place[one.item_id])
        first = [one for one in self.sections if not one.item_id and not one.last]
        return (*first, *own, *(one for one in self.sections if one.last))

    @property
    def minutes(self) -> int:
        """How long a person takes, about."""
        asked = sum(len(section.questions) for section in self.of_version(1))
        return max(1, round(asked * SECONDS_A_QUESTION / 60))


def questionnaire(options: Options, ask: Ask, code: str = "") -> Questionnaire:
    """Write a questionnaire.

    Raises
    ------
    Nothing
        When the catalogue is empty, or too few benefits or values are chosen.
    """
    say = options.language
    catalogue = ask("questionnaire_benefits").set_index("benefit_id")
    about_benefits = bool({"kano", "value"} & set(options.parts))
    if about_benefits and catalogue.empty:
        raise Nothing(
            say.say("There are no benefits in the catalogue yet. Upload them first."), "upload"
        )
    labels = _labels(catalogue, options)
    spread = sets = None
    if about_benefits:
        if len(labels) < 2:
            raise Nothing(say.say("Choose at least two benefits to ask about."))
        spread = replace(
            design(tuple(labels.index), options.a_person), labels=tuple(map(str, labels))
        )
    if "brand" in options.parts:
        if len(options.values) < SET_SIZE:
            raise Nothing(
                say.say("Give at least {n} values to choose among.", n=say.number(SET_SIZE))
            )
        sets = design(options.values, SET_SIZE)
    made = sections(options, labels, spread, sets)
    return Questionnaire(options, code, made, spread, sets, labels)


def finding(written: Questionnaire, language: Language) -> str:
    """Say in a sentence who is asked what, and how even that is."""
    say, balance = language.say, written.balance
    if balance is None and written.sets is None:
        asked = sum(len(section.questions) for section in written.sections)
        return language.say_n("One question.", "{n} questions, the same for everybody.", asked)
    if balance is None:
        return say("{n} choices, the same for everybody, in about {minutes} minutes.",
                   n=language.number(len(written.sets.versions)),
                   minutes=language.number(written.minutes))  # fmt: skip
    if written.versions == 1:
        return say("Everybody is asked about all {n} benefits, in about {minutes} minutes.",
                   n=language.number(len(written.labels)),
                   minutes=language.number(written.minutes))  # fmt: skip
    return say(
        "{a_person} of {n} benefits a person, in about {minutes} minutes.",
        a_person=language.number(written.options.a_person),
        n=language.number(len(written.labels)),
        minutes=language.number(written.minutes),
    )


def evenness(written: Questionnaire, language: Language) -> str:
    """State the balance: how often each benefit and each pair is asked about."""
    balance = written.balance
    if balance is None or written.versions == 1:
        return ""
    return language.say(
        "In {versions} versions each benefit is asked about {asked} times and each pair together"
        " {together} times. It compares benefits {share} as well as asking everybody everything.",
        versions=language.number(written.versions),
        asked=_range(balance.asked, language),
        together=_range(balance.together, language),
        share=language.share(balance.efficiency),
    )


def _range(ends: tuple[int, int], language: Language) -> str:
    low, high = (language.number(end) for end in ends)
    return low if low == high else f"{low}–{high}"


def _labels(catalogue: pd.DataFrame, options: Options) -> pd.Series:
    chosen = [one for one in options.benefits if one in catalogue.index]
    rows = catalogue.loc[chosen] if chosen else catalogue
    return labels_in(rows, options.language)
