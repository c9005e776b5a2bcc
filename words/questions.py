"""What a file leaves open, as questions with their answers."""

from words.language import N_, Language
from words.sentences import filled

QUESTIONS = {
    "kind": (
        N_("The file may be either. What is it?"),
        {
            "needs": N_("A survey of members' needs"),
            "exit": N_("A survey of those who left"),
            "kano": N_("A Kano survey: with and without each benefit"),
            "value": N_("A value survey: important, known, used, satisfied"),
        },
    ),
    "national_ids": (
        N_("{columns} holds national ids. They are never stored. What shall be done?"),
        {
            "leave_out": N_("Leave the column out"),
            "as_key": N_("Make pseudonyms of them, and know members by these"),
        },
    ),
    "national_ids_in_text": (
        N_("National ids are written in texts of {columns}. They are never stored."),
        {
            "leave_out": N_("Leave the column out"),
            "empty_cells": N_("Leave out the texts that hold one"),
        },
    ),
    "partly_answered": (
        N_("{n} interviews were not answered to the end. Do their answers count?"),
        {"keep": N_("Yes, as far as they go"), "leave_out": N_("No, leave them out")},
    ),
    "missing_numbers": (
        N_("{n} cells hold {numbers}, which lie outside the scale. What do they stand for?"),
        {"dont_know": N_("Don't know"), "not_asked": N_("Was not asked")},
    ),
    "missing_blanks": (
        N_("{n} answers are blank. Why?"),
        {
            "left_blank": N_("Asked, and left blank"),
            "not_asked": N_("Not asked, by the questionnaire's design"),
        },
    ),
    "importance_reversed": (
        N_("Importance seems to run from high to low. Which end is “very important”?"),
        {"as_is": N_("5 is the highest"), "reversed": N_("1 is the highest")},
    ),
    "satisfaction_reversed": (
        N_("Satisfaction seems to run from high to low. Which end is “very satisfied”?"),
        {"as_is": N_("5 is the highest"), "reversed": N_("1 is the highest")},
    ),
    "score_out_of": (
        N_("Column {column}: nobody goes beyond {highest}. Is it a scale from 0 to 10?"),
        {"ten": N_("Yes, from 0 to 10"), "leave_out": N_("No, leave the column out")},
    ),
    "keep_free_text": (
        N_("{n} people wrote in their own words ({column}). Names in them can't be found."),
        {
            "leave_out": N_("Leave the texts out"),
            "keep": N_("Keep them, except those with addresses or numbers of persons"),
        },
    ),
    "no_history": (
        N_("There is no history yet that {n} member numbers could be linked to."),
        {
            "later": N_("Keep their pseudonyms: they are linked when their history comes"),
            "anonymous": N_("Keep these answers as anonymous"),
        },
    ),
    "unknown_members": (
        N_(
            "Lines {lines}: {n} member numbers belong to nobody in the history; {known} belong to"
            " somebody."
        ),
        {
            "later": N_("Keep their pseudonyms: they are linked when their history comes"),
            "anonymous": N_("Keep these answers as anonymous"),
        },
    ),
    "no_header": (
        N_("Line {line} looks like data. Is it the header?"),
        {"header": N_("Yes, it names the columns"), "data": N_("No, the file has no header")},
    ),
    "swallowed_rows": (
        N_("Lines {lines}: a quotation mark may have swallowed whole rows. Is it one cell?"),
        {"one_cell": N_("Yes, one cell with line breaks")},
    ),
    "sheet": (N_("Which sheet? ({sheets})"), {}),
    "file_in_archive": (N_("Which file in the compressed one? ({files})"), {}),
    "total_row": (
        N_("Line {line} looks like a total."),
        {"skip": N_("Skip it"), "keep": N_("It is an answer like the others")},
    ),
    "damaged_letters": (
        N_("Letters look damaged. Go on?"),
        {"keep": N_("Yes, with the letters as they are")},
    ),
    "scale_reversed": (
        N_("Having the benefits is disliked more than lacking them. Which end is “I like it”?"),
        {"as_is": N_("1 is “I like it”"), "reversed": N_("5 is “I like it”")},
    ),
    "sides_swapped": (
        N_("Having the benefits is disliked more than lacking them. Are the halves swapped?"),
        {"as_is": N_("No, read them as they are named"), "swapped": N_("Yes, swap the halves")},
    ),
    "day_or_month": (
        N_("Column {column}: in {example}, what comes first?"),
        {"day_first": N_("The day"), "month_first": N_("The month")},
    ),
    "excel_days": (
        N_("Column {column}: {example} is a spreadsheet's number for {day}. Convert all of them?"),
        {"convert": N_("Yes, they are days"), "leave_out": N_("No, leave these cells out")},
    ),
    "status_alone": (
        N_("The file has a status and no dates. Count those not seen before as new on its day?"),
        {"first_seen": N_("Yes: nobody knows since when they are members")},
    ),
    "is_everyone": (
        N_("{n} members are not in this file of {day}. Is it everyone?"),
        {
            "part": N_("No, a part: those who are not in it stay members"),
            "everyone": N_("Yes, everyone: those who are not in it have left"),
        },
    ),
    "never_members": (
        N_("{n} of them were never members by what is stored. Import the others?"),
        {"leave_out": N_("Yes, without those rows")},
    ),
    "same_register": (
        N_("This very file was imported on {day} ({file}). Again?"),
        {"again": N_("Yes: what is stored already stays as it is")},
    ),
    "control_arm": (
        N_("Which arm was left alone, to compare with? ({arms})"),
        {"": N_("None of them: there is no control group")},
    ),
    "rows_left_out": (
        N_("Rows that can't be stored: {n}. Import the other {stored}?"),
        {"import_others": N_("Yes, without those rows")},
    ),
    "same_file": (
        N_("This very file was imported on {day} ({file}). What now?"),
        {
            "new_wave": N_("Add it as a new wave"),
            "replace": N_("Replace the survey by it"),
            "update": N_("Take it as newer answers of the same people"),
            "new_survey": N_("Import it again under the new name"),
        },
    ),
    "known_survey": (
        N_("A survey of this name has {respondents} respondents. What is this file?"),
        {
            "update": N_("The same survey with more or newer answers"),
            "new_wave": N_("A new wave"),
            "replace": N_("The whole survey anew; what it had is set aside"),
        },
    ),
}


def question(language: Language, code: str, facts: dict[str, object]) -> str:
    """Say a question."""
    return filled(language, QUESTIONS[code][0], facts)


def answer(language: Language, code: str, choice: str) -> str:
    """Say one of a question's answers; one that the file itself gave is said as it is."""
    known = QUESTIONS[code][1].get(choice)
    return language.say(known) if known else choice
