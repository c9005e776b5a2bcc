"""What can keep the database from being used: what it is, and what to do about it."""

from words.language import N_

NOTHING_LOST = N_("Nothing was changed. Try again in a moment.")

STORE_PROBLEMS = {
    "no_database": (N_("There is no database yet ({file})."), N_("Upload a file to begin.")),
    "database_in_use": (
        N_("Another program has the database open ({file})."),
        N_("Close it there, or use that one. Nothing was changed."),
    ),
    "database_busy": (N_("Somebody else's change is just going in."), NOTHING_LOST),
    "database_newer": (
        N_("The database was made by a newer version of this program."),
        N_("Use that version. Nothing was changed."),
    ),
    "database_damaged": (
        N_("The database file can't be read ({file})."),
        N_("Bring back the newest copy from the folder “backups” beside it."),
    ),
    "too_slow": (
        N_("This took longer than {seconds} seconds and was stopped."),
        N_("Narrow the filter and try again."),
    ),
    "too_large": (
        N_("This needs more memory than there is."),
        N_("Close other programs, or narrow the filter, and try again. Nothing was lost."),
    ),
    "disk_full": (
        N_("The disk is full."),
        N_("Make room and try again. What was stored before is still there."),
    ),
    "cancelled": (N_("Stopped."), N_("Nothing was changed.")),
    "later_import_first": (
        N_("A later import replaced rows of this one."),
        N_("Undo the later one first."),
    ),
    "round_unknown": (N_("There is no round {round}."), N_("Look at the code again.")),
    "round_over": (
        N_("Round {round} is revealed already."),
        N_("Your guess came too late to count. Start a new round to guess again."),
    ),
    "round_empty": (N_("Nobody has handed in yet."), N_("Wait for the first guess.")),
    "segment_name_missing": (N_("The segment has no name."), N_("Give it one.")),
    "segment_name_long": (
        N_("The name is longer than {longest} characters."),
        N_("Choose a shorter one."),
    ),
    "theme_name_missing": (N_("The theme has no name."), N_("Give it one.")),
    "theme_name_long": (
        N_("The name is longer than {longest} characters."),
        N_("Choose a shorter one."),
    ),
    "theme_name_taken": (N_("There is a theme called {name}."), N_("Choose another name.")),
    "theme_unknown": (N_("This theme is gone."), N_("Choose another one.")),
    "solution_name_missing": (N_("The solution has no name."), N_("Give it one.")),
    "solution_name_long": (
        N_("The name is longer than {longest} characters."),
        N_("Choose a shorter one."),
    ),
    "solution_name_taken": (
        N_("There is a kept solution called {name}."),
        N_("Choose another name."),
    ),
    "solution_kept_already": (N_("These classes are kept already, as {name}."), ""),
    "solution_unknown": (N_("This kept solution is gone."), N_("Choose another one.")),
    "segment_name_taken": (N_("There is a segment called {name}."), N_("Choose another name.")),
    "segment_empty": (N_("Nobody is in the segment {name}."), N_("Nothing was saved.")),
    "segment_too_small": (
        N_("Under {limit} people would be in the segment."),
        N_("Nothing was saved."),
    ),
    "segment_gives_away": (
        N_("«{own}» would be nearly «{name}»: whom the two differ by would be too few to hide."),
        N_("Nothing was changed. Go on with «{name}», or delete it first."),
    ),
    "segment_saved_already": (N_("These groups are saved already, as {name}."), ""),
    "segment_unknown": (N_("This segment is gone."), N_("Choose another one.")),
}
