"""What can be the matter with a file's columns, rows and cells: what it is, and what to do."""

from words.language import N_

LEFT_OUT = N_("The cell is left out, the row is kept.")
MEND = N_("Mend it in the file, or let the cell be left out.")

ROW_PROBLEMS = {
    "not_that_kind": (
        N_("The file does not look like one of that kind: columns that it needs are missing."),
        N_("Choose another kind, or say which column holds what."),
    ),
    "unknown_kind": (
        N_("None of the {columns} columns tells what kind of file this is."),
        N_("Say what kind it is, or begin with one of the templates."),
    ),
    "national_ids_left_out": (N_("National ids in {columns}; not stored."), ""),
    "national_ids_hashed": (
        N_("National ids became pseudonyms before anything else was read; they are not stored."),
        "",
    ),
    "national_id_in_text": (
        N_("A national id is written in this text."),
        N_("The text is left out, the rest of the row is kept."),
    ),
    "repeated_question": (
        N_("Two columns of answers have this name, so which is which can't be told."),
        N_("Give each its own name."),
    ),
    "long_without_id": (
        N_("Each row is one answer, but no column says whose."),
        N_("Add a column “respondent”."),
    ),
    "left_out_personal": (N_("Names or addresses of persons; not stored."), ""),
    "partly_answered": (N_("The interview was not answered to the end."), N_("Left out, as said.")),
    "missing_told_apart": (
        N_(
            "Cells without an answer: {dont_know} “don't know”, {left_blank} left blank,"
            " {not_asked} not asked."
        ),
        N_("They are told apart and never counted as answers."),
    ),
    "sets_differ": (
        N_("The choices show from {fewest} to {most} values, as far as anybody chose them."),
        N_("A value that nobody chose in a choice is taken as not shown there."),
    ),
    "most_is_least": (N_("The same value matters most and least."), N_("The choice is left out.")),
    "half_choice": (N_("Only one half of the choice was made."), N_("The choice is left out.")),
    "yes_and_no_read": (N_("Read as yes: {yes}. Read as no: {no}."), ""),
    "no_score": (
        N_("“{text}” is no score from 0 to 10."),
        N_("Say what it stands for; until then the cell is left out."),
    ),
    "free_text_left_out": (N_("{n} texts in people's own words; not stored."), ""),
    "free_text_tells_who": (
        N_("A text with an address or a number of a person in it."),
        N_("The text is left out, the rest of the row is kept."),
    ),
    "damaged_member_number": (
        N_("This member number was shortened by a spreadsheet: {example}."),
        N_("Format the column as text and export it again; the answer goes in as anonymous."),
    ),
    "member_twice": (
        N_("Several respondents have the same member number."),
        N_("All of them are stored; see whether one of them is a mistake."),
    ),
    "columns_not_used": (N_("Columns that are not used here, and not stored: {columns}."), ""),
    "left_out_not_used": (N_("Not used for a file of this kind; not stored."), ""),
    "missing_cell": (N_("This cell is empty, and the row needs it."), N_("Fill it in.")),
    "not_yes_or_no": (N_("“{example}” is neither yes nor no."), MEND),
    "unknown_word": (
        N_("“{example}” is no known word here."),
        N_("Say what it stands for; until then the cell is left out."),
    ),
    "left_before_joined": (
        N_("The membership ends before it begins."),
        N_("Mend one of the two dates."),
    ),
    "joined_in_future": (
        N_("The membership begins after the day that the file is as of."),
        N_("Mend the date, or say which day the file is as of."),
    ),
    "joined_when": (
        N_("No date says since when this person is a member."),
        N_("Fill it in."),
    ),
    "event_in_future": (
        N_("This happened after the day that the file is as of."),
        N_("Mend the date, or say which day the file is as of."),
    ),
    "event_unknown": (
        N_("What happened is not known."),
        N_("Say what the word stands for, or mend it in the file."),
    ),
    "no_reason": (N_("Nothing says why this person left."), N_("Fill it in.")),
    "born_in_future": (N_("Nobody is born yet who is born then."), N_("Mend it in the file.")),
    "benefit_missing": (N_("No benefit here."), N_("Fill it in.")),
    "amount_missing": (N_("No amount here."), N_("Fill it in.")),
    "drawn_twice": (
        N_("The same person more than once in a campaign. None of the rows is stored."),
        N_("Keep the arm that the person was drawn into."),
    ),
    "comma_read": (
        N_("{example} was read as {value}."),
        N_("If that is wrong, write the number otherwise."),
    ),
    "read_as_blank": (
        N_("Read as empty cells: {words} ({n} cells)."),
        N_("If one of them means something, write it otherwise."),
    ),
    "duplicate_member": (
        N_("The same member more than once. None of the rows is stored."),
        N_("Keep one row a member, or give each membership its own dates."),
    ),
    "duplicate_benefit": (
        N_("The same benefit more than once. None of the rows is stored."),
        N_("Keep one row a benefit."),
    ),
    "duplicate_campaign": (
        N_("The same campaign more than once. None of the rows is stored."),
        N_("Keep one row a campaign."),
    ),
    "goal_unknown": (
        N_("The goal is neither to stay nor to return."),
        N_("Write “stay” or “return”."),
    ),
    "role_unknown": (
        N_("Neither treated nor control."),
        N_("Say what the word stands for, or mend it in the file."),
    ),
    "below_zero": (N_("An amount below zero."), MEND),
    "born_too_late": (N_("Nobody who is born then is a member."), MEND),
    "left_out_free_text": (
        N_("Free text, or a different value for nearly each person."),
        N_("Not stored."),
    ),
    "left_out_half_pair": (
        N_("The other half of this question is missing."),
        N_("Not stored. Name both halves alike."),
    ),
    "no_id_column": (
        N_("No column says who answered, so rows go by their line."),
        N_("With an id, a later file can bring the same person's newer answers."),
    ),
    "line_as_id": (N_("No id here; the row goes by its line."), ""),
    "missing_id": (N_("No respondent's id; the row is left out."), N_("Fill it in.")),
    "damaged_id": (
        N_("This id was shortened by a spreadsheet: {example}."),
        N_("Format the column as text and export it again; the row is left out."),
    ),
    "duplicate_respondent": (
        N_("Rows with the same id, such as {example}. None of them is stored."),
        N_("Keep one row a respondent."),
    ),
    "duplicate_answer": (
        N_("The same person answers the same question twice. None of the rows is stored."),
        N_("Keep one row an answer."),
    ),
    "missing_item": (N_("No question here; the row is left out."), N_("Fill it in.")),
    "unknown_label": (
        N_("“{text}” is no known answer."),
        N_("Say what it stands for; until then the cell is left out."),
    ),
    "no_importance": (N_("“{text}” is no number."), LEFT_OUT),
    "no_number": (N_("“{example}” is no number."), MEND),
    "age_out_of_range": (N_("Nobody is of this age."), MEND),
    "weight_taken_as_one": (N_("No usable weight; the answer counts once."), ""),
    "background_differs": (
        N_("This differs from the same person's first row."),
        N_("The first row counts."),
    ),
    "two_digit_year": (N_("“{example}”: which century?"), N_("Use four digits for the year.")),
    "no_such_day": (N_("There is no such day: “{example}”."), MEND),
    "excel_serial": (
        N_("“{example}” is a spreadsheet's number for a day."),
        N_("Format the column as a date and export it again; the cell is left out."),
    ),
    "no_date": (N_("“{example}” is no date."), MEND),
    "questions_open": (N_("The file leaves something open ({n})."), N_("Answer it first.")),
    "nothing_to_store": (
        N_("Not one answer could be read."),
        N_("Say what the labels stand for."),
    ),
    "upload_gone": (N_("The file waited too long and is gone."), N_("Upload it again.")),
}
