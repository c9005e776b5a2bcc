"""What can be the matter with an uploaded file: what it is, and what to do about it."""

from words.language import N_

SAVE_AS = N_("Open it in the program it came from and save it as “CSV UTF-8”.")

FILE_PROBLEMS = {
    "file_not_there": (N_("There is no such file."), N_("See whether its name is right.")),
    "file_unreadable": (N_("The file can't be opened."), N_("See whether you may read it.")),
    "other_key": (
        N_(
            "The key on this machine is not the one that this database's pseudonyms were made with."
        ),
        N_("Bring the union's key to this machine first, at the foot of the Upload page."),
    ),
    "no_key": (N_("That is no key of this program."), N_("Choose the file “union.key”.")),
    "no_pseudonyms": (
        N_("The list has no column “member_id”."),
        N_("Choose a list that was downloaded from this app."),
    ),
    "no_member_numbers": (
        N_("The extract has no column of member numbers."),
        N_("Call it “member number”."),
    ),
    "needs_answer": (
        N_("A person has to say: {question}"),
        N_("Answer on the Upload page, or with --accept {accept}."),
    ),
    "empty": (N_("The file is empty."), N_("Export it again.")),
    "no_rows": (N_("The file has a header but no rows."), N_("Export it again, with answers.")),
    "not_text": (N_("This is not a text file."), SAVE_AS),
    "is_workbook": (N_("That is an Excel workbook; it was read as one, sheet “{sheet}”."), ""),
    "is_old_workbook": (
        N_("That is a workbook of the old kind (.xls)."),
        N_("Open it in Excel and save it as .xlsx or “CSV UTF-8”."),
    ),
    "is_open_document": (
        N_("That is an OpenDocument file (.ods)."),
        N_("Save it as .xlsx or “CSV UTF-8”."),
    ),
    "damaged_workbook": (
        N_("The workbook can't be read: it is damaged or protected by a password."),
        N_("Open it in Excel and save it anew."),
    ),
    "damaged_spss": (N_("The SPSS file can't be read: it is damaged."), N_("Export it again.")),
    "workbook_too_large": (
        N_("Opening this file took too much memory or time, so it was given up."),
        N_("Save the sheet as “CSV UTF-8”."),
    ),
    "unzips_too_large": (
        N_("Unpacked, this file is {megabytes} MB; up to {limit} MB are read."),
        N_("Take out what you don't need, or save the sheet as “CSV UTF-8”."),
    ),
    "damaged_archive": (N_("The compressed file is damaged."), N_("Make it again.")),
    "encrypted_archive": (N_("The compressed file has a password."), N_("Unpack it first.")),
    "nothing_in_archive": (
        N_("There is no CSV file in the compressed file."),
        N_("Put one in: a dataset, and its labels where there are some."),
    ),
    "read_from_archive": (N_("Read from the compressed file: {name}."), ""),
    "labels_from_archive": (
        N_("Codes were replaced by the labels beside them, in {n} columns."),
        "",
    ),
    "hidden_sheets": (N_("Hidden sheets were not read: {sheets}."), ""),
    "far_cells": (
        N_("Cells beyond column {limit} or row {rows} were not read."),
        N_("See whether they are meant to be there."),
    ),
    "read_as_qualtrics": (N_("Read as an export of Qualtrics, with three header rows."), ""),
    "read_as_surveymonkey": (N_("Read as an export of SurveyMonkey, with two header rows."), ""),
    "read_as_typeform": (N_("Read as an export of Typeform."), ""),
    "read_as_limesurvey": (
        N_(
            "Two scales a question, as LimeSurvey writes them: the first is taken as having the"
            " benefit, the second as lacking it."
        ),
        N_("Change what the columns hold if it is the other way round."),
    ),
    "is_document": (N_("That is a document and not a table."), SAVE_AS),
    "is_archive": (N_("That is a compressed file."), N_("Unpack it and upload the CSV inside.")),
    "is_pdf": (N_("That is a PDF."), N_("Export the table itself as “CSV UTF-8”.")),
    "is_spss": (N_("That is an SPSS file; it was read as one, with its labels."), ""),
    "is_json": (N_("That is JSON."), N_("Export it as “CSV UTF-8”.")),
    "is_web_page": (
        N_("That is a web page, perhaps a login page that was saved instead of the file."),
        N_("Log in and export the file again."),
    ),
    "utf16_without_mark": (N_("This looks like UTF-16."), N_("Save it as “CSV UTF-8”.")),
    "utf32": (N_("This looks like UTF-32."), N_("Save it as “CSV UTF-8”.")),
    "damaged_utf16": (
        N_("The file says that it is UTF-16, but it breaks off or is damaged."),
        N_("Export it again as “CSV UTF-8”."),
    ),
    "mixed_encodings": (
        N_("Here the letters are written in another way than in the rest of the file."),
        N_("Two files may have been joined: save each as “CSV UTF-8” and join them again."),
    ),
    "unknown_encoding": (
        N_("Here is a letter that is neither UTF-8 nor Windows-1252."),
        N_("Save the file as “CSV UTF-8”."),
    ),
    "read_as_utf16": (N_("Read as UTF-16."), ""),
    "read_as_cp1252": (
        N_("Read as Windows-1252: {words}."),
        N_("If these words look wrong, save the file as “CSV UTF-8”."),
    ),
    "nul_character": (
        N_("Here is a character that no text has (NUL)."),
        N_("Export the file again; a copy of it may be damaged."),
    ),
    "line_too_long": (
        N_("This line is longer than {limit} characters."),
        N_("See whether line breaks were lost on the way, and export the file again."),
    ),
    "damaged_letters": (
        N_("Letters look damaged: {example}."),
        N_("Export the file again as “CSV UTF-8”, or go on with the letters as they are."),
    ),
    "invisible_marks": (N_("Invisible characters were taken out."), ""),
    "letters_composed": (N_("Letters written in two parts (a + °) are kept as one (å)."), ""),
    "too_many_bytes": (N_("The file is larger than {megabytes} MB."), N_("Split it.")),
    "too_many_rows": (N_("The file has more than {limit} rows."), N_("Split it.")),
    "too_many_columns": (
        N_("The header has {found} columns; {limit} are read."),
        N_("Take out columns that you don't need."),
    ),
    "too_many_cells": (
        N_("The file has more than {limit} cells."),
        N_("Take out columns that you don't need, or split it."),
    ),
    "unclosed_quote": (
        N_("A quotation mark opens here and is never closed."),
        N_('Close it, or double it ("") where it is part of the text.'),
    ),
    "text_after_quote": (
        N_("Text follows a closing quotation mark."),
        N_('Double the quotation marks ("") that are part of the text.'),
    ),
    "cell_too_long": (
        N_("A cell is longer than {limit} characters."),
        N_("Shorten it, or look for a quotation mark that is never closed."),
    ),
    "long_cell": (
        N_("A cell is longer than {limit} characters, so the row is left out."),
        N_("Shorten it, or look for a quotation mark that is never closed."),
    ),
    "row_too_short": (
        N_("{found} fields, the header has {expected}."),
        N_("Look for a missing separator; the row is left out."),
    ),
    "row_too_long": (
        N_("{found} fields, the header has {expected}."),
        N_("Put quotation marks around text that holds a separator; the row is left out."),
    ),
    "trailing_delimiter": (N_("Every row ends with a separator; it is dropped."), ""),
    "blank_row": (N_("Nothing in this row."), N_("It is skipped.")),
    "blank_column": (N_("Column {column_number} has no name and no values; it is dropped."), ""),
    "unnamed_column": (
        N_("Column {column_number} has no name."),
        N_("Name it in the file if you need it."),
    ),
    "repeated_name": (
        N_("Several columns have this name: columns {columns}."),
        N_("The first keeps it; the others have their number added."),
    ),
    "title_line": (N_("Above the header, which is on line {header}."), N_("It is skipped.")),
    "total_row_skipped": (N_("This looks like a total."), N_("It is skipped.")),
    "header_not_there": (
        N_("There is no header on this line."),
        N_("Give the number of the line that holds the column names."),
    ),
    "delimiter_said": (N_("The file itself says what separates its fields."), ""),
}
