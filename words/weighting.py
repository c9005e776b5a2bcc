"""Which weights count, on screen."""

from words.language import N_

WEIGHTS = {
    "survey": N_("The survey's own"),
    "membership": N_("As the membership is"),
    "none": N_("None"),
}
