"""What there is to say about a file, as a table: line, column, what, and what to do."""

import pandas as pd
import streamlit as st

from uploads.problems import Problem
from words.language import Language
from words.problems import cure, lines_of, what

WIDTHS = (120, 140, 360, 400)


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
    widths = {
        name: st.column_config.Column(width=pixels)
        for name, pixels in zip(table.columns, WIDTHS, strict=True)
    }
    st.dataframe(table, hide_index=True, width="stretch", column_config=widths)
