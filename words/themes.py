"""What the criteria of the themes page are called."""

from words.language import N_

CRITERIA = {
    "members": N_("People who want it"),
    "value": N_("Fees at stake"),
    "gap": N_("What is missing"),
}
# How a criterion is named inside a sentence about its weight.
WEIGHED = {
    "members": N_("the number of people who want it"),
    "value": N_("the money at stake"),
    "gap": N_("the share that is missing"),
}
HELP = {
    "members": N_("To how many a benefit of the theme is important, on average over its benefits"),
    "value": N_(
        "The fees a year of as many people as want a benefit of the theme and miss it: it grows"
        " with both others, so that a weight here counts them again"
    ),
    "gap": N_(
        "Of what is important to people in the theme, the share that they don't know of, did not"
        " get, or are not satisfied with"
    ),
}
VERDICTS = {
    "stable": N_("Comes again"),
    "weak": N_("May come again"),
    "dissolved": N_("Does not come again"),
}
