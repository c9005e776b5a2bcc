"""Files of questionnaires that the product wrote: which benefit a column is, who was asked it."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.designs import Design, items_asked
from uploads.missing import LEFT_BLANK, NOT_ASKED
from uploads.understood import Understood

ANSWERS = {"kano_answer", "value_answer"}


def known_again(
    frames: dict[str, pd.DataFrame], understood: Understood, designs: Mapping[str, Design]
) -> dict[str, pd.DataFrame]:
    """Give the answers of a questionnaire that is known their benefits, and blanks their reason.

    Parameters
    ----------
    frames : dict of str to pandas.DataFrame
        ``survey_item`` and ``kano_answer`` or ``value_answer`` as they would be stored; answers
        by the file's line.
    understood : Understood
        The file. A column that holds versions, such as ``Q7KF-03``, names the questionnaire.
    designs : mapping of str to Design
        Questionnaires by code.

    Returns
    -------
    dict of str to pandas.DataFrame
        The frames as they were where no such column is there.
    """
    versions = _versions(understood, designs)
    if versions is None:
        return frames
    design = designs[_code_of(versions, designs)]
    items = frames["survey_item"]
    of_item = {item: design.item_of(label) for item, label in
               zip(items["item_id"], items["label"], strict=True)}  # fmt: skip
    of_item = {item: benefit for item, benefit in of_item.items() if benefit}
    known = {"survey_item": _items(items, of_item, design)}
    for table in ANSWERS & frames.keys():
        known[table] = _answers(frames[table], of_item, versions, designs)
    return frames | known


def _versions(understood: Understood, designs: Mapping[str, Design]) -> pd.Series | None:
    """Return the column most of whose cells name a version that is known."""
    for name in understood.table.frame:
        cells = understood.table.frame[name]
        different = [text for text in cells.unique() if text.strip()]
        named = [text for text in different if items_asked(text, designs) is not None]
        if named and len(named) * 2 > len(different):
            return cells
    return None


def _code_of(versions: pd.Series, designs: Mapping[str, Design]) -> str:
    codes = versions.str.strip().str.upper().str.partition("-")[0]
    return str(codes[codes.isin(designs)].mode()[0])


def _items(items: pd.DataFrame, of_item: dict[str, str], design: Design) -> pd.DataFrame:
    benefit = items["item_id"].map(of_item)
    names = benefit.map(dict(zip(design.items, design.labels, strict=False)))
    return items.assign(
        item_id=benefit.fillna(items["item_id"]),
        label=names.fillna(items["label"]),
        benefit_id=benefit,
    )


def _answers(
    answers: pd.DataFrame,
    of_item: dict[str, str],
    versions: pd.Series,
    designs: Mapping[str, Design],
) -> pd.DataFrame:
    """Say of each blank about a benefit of another version that it was not asked."""
    benefit = answers["item_id"].map(of_item)
    said = answers.assign(item_id=benefit.fillna(answers["item_id"]))
    asked = {text: items_asked(text, designs) for text in versions.unique()}
    cells = versions.reindex(answers.index)
    elsewhere = [
        asked[cell] is not None and isinstance(item, str) and item not in asked[cell]
        for cell, item in zip(cells, benefit, strict=True)
    ]
    for column in [name for name in said if name.endswith("missing")]:
        blank = np.array(elsewhere) & (said[column] == LEFT_BLANK).to_numpy()
        said[column] = said[column].mask(blank, NOT_ASKED)
    return said
