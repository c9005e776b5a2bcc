"""What there is to say about a file, as a table: line, column, what, and what to do."""

import pandas as pd
import streamlit as st

from uploads.problems import Problem
from words.language import Language
from words.problems import cure, lines_of, what


def problem_table(problems: tuple[Problem, ...], language: Language) -> None:
    """Draw problems, those that keep rows out first."""
    if not problems:
        return
    table = pd.DataFrame(
        [
            (
                lines_of(language, problem.lines) if problem.lines else "",
                problem.column or "",
                what(language, problem.code, problem.facts),
                cure(language, problem.code, problem.facts),
            )
            for problem in problems
        ],
        columns=[
            language.say("Where"),
            language.say("Column"),
            language.say("What"),
            language.say("What to do"),
        ],
    )
    wide, medium = st.column_config.Column(width="large"), st.column_config.Column(width="medium")
    widths = dict(zip(table.columns, (medium, medium, wide, wide), strict=True))
    st.dataframe(table, hide_index=True, width="stretch", column_config=widths)
