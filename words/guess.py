"""What the guessing room reads: the four choices, and what a wrong guess asks for."""

from words.language import N_, Language

# What each class is like, for people who have never heard of Kano.
EXPLAINED = {
    "M": N_("Nobody thanks us for it. Without it they are angry."),
    "O": N_("The better it is, the happier they are, both ways."),
    "A": N_("Nobody expects it. It makes them glad."),
    "I": N_("With it or without it: no matter."),
}

WAYS = {
    "classes": N_("What each benefit is to members"),
    "places": N_("Which matter most to members"),
}

# By what was guessed and what is: what to do about it.
_CONSEQUENCES = {
    ("I", "A"): N_("There is delight to give here: tell them of it."),
    ("I", "O"): N_("Doing it better pays, and doing it worse costs."),
    ("I", "M"): N_("It is missed more than you think: see that it works."),
    ("A", "M"): N_("It is taken for granted: it brings no thanks, and must work."),
    ("A", "O"): N_("It has become something they expect more of."),
    ("A", "I"): N_("It pleases you more than them."),
    ("O", "M"): N_("Beyond working well, more of it earns nothing."),
    ("O", "A"): N_("They don't expect it yet, so it is a gift when told."),
    ("O", "I"): N_("More of it changes little."),
    ("M", "A"): N_("They could do without it, and are glad of it: tell them."),
    ("M", "O"): N_("Working is not enough: they reward better."),
    ("M", "I"): N_("Find out whom it is for before more is spent on it."),
}
_UNWANTED = N_("More would rather be without it. Ask why.")


def consequence(language: Language, guessed: str, truth: str) -> str:
    """Say what a wrong guess asks for; nothing where there is nothing to say."""
    if truth == "R":
        return language.say(_UNWANTED)
    known = _CONSEQUENCES.get((guessed, truth))
    return language.say(known) if known else ""
