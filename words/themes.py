"""What the criteria of the themes page are called."""

from words.language import N_

CRITERIA = {
    "members": N_("Members it matters to"),
    "value": N_("Fees at stake"),
    "gap": N_("What they miss"),
}
# How a criterion is named inside a sentence about its weight.
WEIGHED = {
    "members": N_("how many it matters to"),
    "value": N_("the fees at stake"),
    "gap": N_("how much they miss"),
}
HELP = {
    "members": N_("Members to whom at least half of the theme's benefits are important"),
    "value": N_("The fees that members who miss something of the theme pay in a year"),
    "gap": N_(
        "Of what is important to them in the theme, the share that they don't know of, did not"
        " get, or are not satisfied with"
    ),
}
VERDICTS = {
    "stable": N_("Comes again"),
    "weak": N_("May come again"),
    "dissolved": N_("Does not come again"),
}
