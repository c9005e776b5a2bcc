"""The reveal as rows: a benefit each, what was guessed beside what members say."""

import numpy as np
import pandas as pd
from scipy.stats import t

from analysis.guesses import Parted
from analysis.kano import KanoResult, class_shares
from views.kano.answers import Survey
from views.view import Column
from words.kano import class_label
from words.language import Language


def by_class(
    parted: Parted, asked: Survey, members: KanoResult, language: Language
) -> pd.DataFrame:
    """Return the frame of a round of classes, the biggest surprise first.

    Returns
    -------
    pandas.DataFrame
        Indexed from 0: ``item_id``, ``label``, ``n``, ``guessed``, ``truth``, ``second`` (codes),
        ``guessed_label``, ``truth_label``, ``agreed``, ``right``, ``surprise``, and
        ``guessed_share`` and ``truth_share`` with ``_low`` and ``_high``.
    """
    rows = parted.features.copy()
    intervals = class_shares(members)
    for side in ("guessed", "truth"):
        at = pd.MultiIndex.from_arrays([rows.index, rows[side]])
        for column, end in (("share", ""), ("low", "_low"), ("high", "_high")):
            rows[f"{side}_share{end}"] = intervals[column].reindex(at).to_numpy()
    rows["label"] = asked.labels.reindex(rows.index)
    rows["n"] = members.quality.features["answered"].reindex(rows.index)
    rows["guessed_label"] = [class_label(language, code) for code in rows["guessed"]]
    rows["truth_label"] = [_truth(row, language) for row in rows.itertuples()]
    return rows.rename_axis("item_id").reset_index()


def by_place(parted: Parted, asked: Survey, answers: pd.DataFrame) -> pd.DataFrame:
    """Return the frame of a round of places: ``guessed``, ``truth``, ``importance`` with ends."""
    rows = parted.features.copy()
    stated = answers.dropna(subset=["importance"]).groupby("feature")["importance"]
    summary = stated.agg(["count", "std"]).reindex(rows.index)
    half = t.ppf(0.975, (summary["count"] - 1).clip(lower=1)) * summary["std"]
    half = (half / np.sqrt(summary["count"].clip(lower=1))).fillna(0.0)
    rows["importance_low"], rows["importance_high"] = (
        rows["importance"] - half,
        rows["importance"] + half,
    )
    rows["n"] = summary["count"].fillna(0).astype(int)
    rows["label"] = asked.labels.reindex(rows.index)
    return rows.rename_axis("item_id").reset_index()


def class_columns(language: Language) -> tuple[Column, ...]:
    """Return the columns of a round of classes that a reader sees."""
    say = language.say
    return (
        Column("label", say("Benefit")),
        Column("guessed_label", say("Leaders guessed")),
        Column("agreed", say("Leaders who did"), "share"),
        Column("truth_label", say("Members say")),
        Column("guessed_share", say("Members who answer as was guessed"), "share",
               "guessed_share_low", "guessed_share_high"),
        Column("truth_share", say("Members in their largest class"), "share",
               "truth_share_low", "truth_share_high"),
        Column("surprise", say("Surprise"), "share"),
        Column("n", say("Answers"), "count"),
    )  # fmt: skip


def place_columns(language: Language) -> tuple[Column, ...]:
    """Return the columns of a round of places that a reader sees."""
    say = language.say
    return (
        Column("label", say("Benefit")),
        Column("guessed", say("Leaders' place, on average"), "number"),
        Column("truth", say("Members' place"), "number"),
        Column("importance", say("Importance as stated"), "number", "importance_low",
               "importance_high"),
        Column("surprise", say("Places apart"), "number"),
        Column("n", say("Answers"), "count"),
    )  # fmt: skip


def _truth(row, language: Language) -> str:
    if row.second is None or pd.isna(row.second):
        return class_label(language, row.truth)
    return language.say(
        "{one} or {other}",
        one=class_label(language, row.truth),
        other=class_label(language, row.second),
    )
