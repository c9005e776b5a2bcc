"""Which weights count, on screen."""

from words.language import N_

TO_CHOOSE = {"survey": N_("The survey's own"), "membership": N_("As the membership is")}
WEIGHTS = TO_CHOOSE | {"none": N_("None")}
