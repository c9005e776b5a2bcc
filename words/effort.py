"""What the groups, criteria and readings of the effort page are called."""

from words.language import N_, Language

GROUPS = {
    "bought_away": N_("Left over price"),
    "pulled_away": N_("Left for a better offer"),
    "pushed_away": N_("Pushed away by mistake"),
    "pushed_on_purpose": N_("Pushed away on purpose"),
    "moved_away": N_("The need was gone"),
    "arrears": N_("Left in arrears"),
    "unknown": N_("Reason not known"),
}
TIMES = {"recent": N_("under 12 months ago"), "earlier": N_("longer ago")}
CRITERIA = {
    "value": N_("Fee value of a return"),
    "size": N_("Number of people"),
    "referrers": N_("Recommended us"),
    "return": N_("Come back unasked"),
    "price": N_("Left over price"),
    "complaint": N_("Complaint put right"),
    "fixable": N_("Reason can be mended"),
}
# How a criterion is named inside a sentence about its weight.
WEIGHED = {
    "value": N_("the fee of those who return"),
    "size": N_("size"),
    "referrers": N_("recommending us"),
    "return": N_("coming back unasked"),
    "price": N_("leaving over price"),
    "complaint": N_("a complaint put right"),
    "fixable": N_("a reason that can be mended"),
}
HELP = {
    "value": N_("The union's part of the fee × the months that returned members stay, three years"),
    "size": N_("How many left and can be reached"),
    "referrers": N_("Share who had recommended the union before they left"),
    "return": N_("Share of those before them who came back within 12 months, without a campaign"),
    "price": N_("Share who left over price rather than over the service"),
    "complaint": N_("Of those who complained before they left, how many had it put right"),
    "fixable": N_("Share whose reason the union controls, and has mended or will within a year"),
}
ROWS = {
    "reason": N_("Reason and time since"),
    "segment": N_("Saved segments"),
    "branch": N_("Branches"),
}
READINGS = {
    "cause": N_("A cause to tackle"),
    "hard": N_("Hard to win back"),
}
AXES = {
    "worth": N_("What winning them back brings"),
    "ability": N_("How well we can win them back"),
}


def group_label(language: Language, code: str) -> str:
    """Say a reason group with its time: ``bought_away/recent``."""
    group, _, time = code.partition("/")
    return language.say(
        "{reason}, {time}",
        reason=language.say(GROUPS.get(group, group)),
        time=language.say(TIMES[time]),
    )
