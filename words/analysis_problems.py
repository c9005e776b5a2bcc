"""Why an analysis can't be made of the data: what is missing, and what would help."""

from words.language import N_

FEWER_FILTERS = N_("Let go of a filter, or wait for more answers.")
CHECK_DATA = N_("Look at the file that these data came from.")
OTHER_CHOICE = N_("Choose another one.")

ANALYSIS_PROBLEMS = {
    "no_answers": (N_("Nobody has answered this."), FEWER_FILTERS),
    "no_complete_pairs": (N_("Nobody answered both halves of any question."), FEWER_FILTERS),
    "no_spells": (N_("There are no memberships to follow here."), FEWER_FILTERS),
    "no_events": (N_("Nobody has left here, so there is nothing to compare."), FEWER_FILTERS),
    "no_losses": (N_("Nobody has left after the first year."), N_("Wait for more years.")),
    "no_treated": (N_("Nobody was contacted."), CHECK_DATA),
    "no_holdout": (N_("There is no control group."), N_("Without one, no effect can be told.")),
    "no_common_features": (N_("The two groups answered different questions."), OTHER_CHOICE),
    "no_numbers": (
        N_("None of these columns was named a number, or holds decimals."),
        N_("Name those that are numbers, or choose another method."),
    ),
    "numbers_alike": (
        N_("Everybody has the same number, so it tells nobody apart."),
        OTHER_CHOICE,
    ),
    "only_numbers": (
        N_("Numbers alone make no classes here."),
        N_("Choose a question with answers to choose among, too."),
    ),
    "not_numbers": (N_("{columns} holds text, and is no number."), OTHER_CHOICE),
    "columns_twice": (N_("These columns are there twice: {columns}."), CHECK_DATA),
    "classes_not_whole": (
        N_("The number of classes is {k}, and should be a whole number."),
        N_("Ask for two or more."),
    ),
    "no_curve": (N_("No curve is drawn for this class."), ""),
    "no_difference": (N_("The two shares are the same."), N_("Give two that differ.")),
    "no_fit": (N_("The years don't follow any curve that could be found."), ""),
    "no_weight": (N_("All weights are zero."), CHECK_DATA),
    "all_alike": (N_("Everybody answered the same, so there are no classes."), FEWER_FILTERS),
    "one_option": (N_("With one choice there is nothing to rank."), FEWER_FILTERS),
    "weights_all_zero": (N_("All weights are zero."), N_("Give at least one some weight.")),
    "no_guesses": (N_("Nobody guessed about anything that members answered."), OTHER_CHOICE),
    "no_importance": (N_("The survey did not ask how important things are."), OTHER_CHOICE),
    "too_few_items": (N_("One thing alone can't be compared."), N_("Choose at least two.")),
    "too_few_things": (
        N_("{things} things are rated by people who differ; at least {fewest} are needed."),
        OTHER_CHOICE,
    ),
    "unknown_version": (N_("There is no version {version}, only {versions}."), CHECK_DATA),
    "one_group": (N_("There is only one group."), FEWER_FILTERS),
    "one_question": (N_("One question alone makes no classes."), N_("Choose two or more.")),
    "too_few_respondents": (N_("{n} respondents; at least {fewest} are needed."), FEWER_FILTERS),
    "too_few_profiles": (
        N_("There are only {profiles} different sets of answers."),
        N_("Ask for fewer classes, or choose more questions."),
    ),
    "too_few_classes": (N_("One class is everybody."), N_("Ask for two or more.")),
    "too_few_years": (
        N_("{years} years; at least {least} are needed."),
        N_("Wait for more years, or choose an earlier group."),
    ),
    "too_many_features": (
        N_("More than {most} features."),
        N_("Split the survey."),
    ),
    "fewer_classes": (
        N_("Only {classes} of the {k} classes that were asked for hold anybody."),
        "",
    ),
    "risk_set_emptied": (
        N_("Early on, everybody who was followed had left; the curve starts after that."),
        "",
    ),
    "ids_in_question": (
        N_("Nearly everybody has an answer of their own to {question}: it is a number or a name."),
        N_("Leave that question out."),
    ),
    "constant_questions": (N_("Everybody answered the same to {questions}; it is left out."), ""),
    "levels_grouped": (N_("Rare answers to {questions} were put together."), ""),
    "answered_nothing": (N_("{n} people answered none of these questions."), ""),
    "groups_never_together": (N_("The groups were never members at the same time."), OTHER_CHOICE),
    "tables_differ": (N_("The two results rest on different evaluation tables."), OTHER_CHOICE),
    "coefficient_undefined": (N_("Nobody's answer to {feature} counts towards its place."), ""),
    "under_200": (
        N_("Fewer than 200 answers (at least {n}) to {features}."),
        N_("Take the order as likely, not as sure."),
    ),
    "under_50": (
        N_("Fewer than 50 answers (at least {n}) to {features}."),
        N_("Take these as hints only."),
    ),
    "columns_missing": (N_("These columns are missing: {columns}."), CHECK_DATA),
    "id_missing": (N_("{rows} rows don't say whose they are."), CHECK_DATA),
    "value_missing": (N_("{n} values are missing."), CHECK_DATA),
    "duplicate_answers": (N_("{rows} answers are there twice."), CHECK_DATA),
    "outside_scale": (N_("Some answers lie outside the scale."), CHECK_DATA),
    "outside_short_form": (
        N_("{pairs} pairs of answers don't occur in the short form."),
        N_("Choose the full table."),
    ),
    "no_target": (
        N_("Nobody who answered is in a group of the membership by {column}."),
        N_("Weight by something else."),
    ),
    "raking_open": (
        N_("No weights fit all of these traits at once."),
        N_("Weight by fewer of them."),
    ),
    "too_few_rated": (
        N_("Too few rated enough benefits (at least {least} are needed)."),
        N_("Take in more answers or widen the filter."),
    ),
    "nobody": (N_("There is nobody in this group."), N_("Widen the filter.")),
    "not_yes_no": (N_("Some answers are neither yes nor no."), CHECK_DATA),
    "exit_before_entry": (N_("{n} memberships end before they begin."), CHECK_DATA),
    "survivors_rise": (N_("More members stay than there were."), CHECK_DATA),
    "hits_outside_n": (N_("More successes than people."), CHECK_DATA),
    "negative_n": (N_("A number of people below zero."), CHECK_DATA),
    "negative_cost": (N_("A cost below zero."), CHECK_DATA),
    "lengths_differ": (N_("The data are not equally long."), CHECK_DATA),
    "values_all_equal": (N_("All values are the same."), N_("There is nothing to compare.")),
    "counts_unusable": (N_("Some counts can't be used."), CHECK_DATA),
    "weights_unusable": (N_("Some weights can't be used."), CHECK_DATA),
    "weights_missing": (N_("{rows} weights are missing."), CHECK_DATA),
    "share_outside": (N_("A share must lie between 0 and 100 %."), ""),
    "discount_needed": (N_("Without discounting, this sum has no end."), N_("Set a discount.")),
    "renewals_outside": (N_("The year must be 0 or later."), ""),
    "unknown_table": (N_("There is no such evaluation table."), OTHER_CHOICE),
    "unknown_rule": (N_("There is no such rule."), OTHER_CHOICE),
    "unknown_method": (N_("There is no such method."), OTHER_CHOICE),
    "unknown_crosshair": (N_("There is no such crosshair."), OTHER_CHOICE),
}
