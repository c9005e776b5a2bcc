"""What there is to say about a file, as a table: line, column, what, and what to do."""

import pandas as pd
import streamlit as st

from pages.parts.text import plain
from uploads.bad_rows import bad_rows
from uploads.problems import Problem
from uploads.reading import Reading
from words.language import Language
from words.problems import cure, lines_of, what

SHOWN, HEIGHT = 12, 480


def problem_table(data: bytes, reading: Reading, language: Language) -> None:
    """Draw problems, those that keep rows out first, and offer those rows to be mended."""
    problems = reading.checked.problems
    if not problems:
        return
    table = pd.DataFrame(
        [_row(problem, language) for problem in problems],
        columns=[
            language.say("Where"),
            language.say("Column"),
            language.say("What"),
            language.say("What to do"),
        ],
    )
    # a static table, since the cells of the other kind cut sentences off
    height = "content" if len(table) <= SHOWN else HEIGHT
    st.table(table.map(plain), hide_index=True, border="horizontal", height=height)
    if reading.checked.rows_reported:
        st.download_button(
            language.say("The rows that need you, with reasons (CSV)"),
            lambda: bad_rows(data, reading.understood.table, problems, language) or b"",
            file_name="rows_to_mend.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _row(problem: Problem, language: Language) -> tuple[str, str, str, str]:
    return (
        lines_of(language, problem.lines) if problem.lines else "",
        problem.column or "",
        what(language, problem.code, problem.facts),
        cure(language, problem.code, problem.facts),
    )
