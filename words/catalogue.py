"""What to do about a benefit, as it is called on screen."""

from words.language import N_, Language

REMEDIES = {
    "fix": N_("Fix"),
    "ease": N_("Ease"),
    "tell": N_("Tell"),
    "invest": N_("Offer to more"),
    "rethink": N_("Rethink"),
    "keep": N_("Keep as it is"),
}
MEANS = {
    "fix": N_("those who get it are let down"),
    "ease": N_("those who need it don't get it"),
    "tell": N_("those it is for don't know of it"),
    "invest": N_("those who want it have none"),
    "rethink": N_("it matters to few and costs more than it is worth to them"),
    "keep": N_("it is as it should be"),
}


def remedy_label(language: Language, remedy: str) -> str:
    """Return what a remedy is called."""
    return language.say(REMEDIES[remedy])


def remedy_means(language: Language, remedy: str) -> str:
    """Return when a remedy is the one, within a sentence."""
    return language.say(MEANS[remedy])
