"""The needs as rows: a benefit each, with its class, how sure, and what another method says."""

import pandas as pd

from analysis.kano import (
    CLASSES,
    TOO_CLOSE,
    Continuous,
    KanoResult,
    MethodChanges,
    class_shares,
)
from analysis.kano.rules import top_two
from views.kano.answers import Survey, answered
from views.kano.options import Options
from views.view import Column
from words.kano import class_label, rule_label, table_label
from words.language import Language

ALPHA = 0.10
# What the class under the chosen table or rule is held against.
OTHER = {"kano": "pouliot", "pouliot": "kano", "short": "kano"}
OTHER |= {"mode": "exact", "exact": "mode", "moai": "mode", "blauth": "mode"}
ORDER = ("M", "O", "A", TOO_CLOSE, "I", "R", "Q")


def needs(
    asked: Survey,
    result: KanoResult,
    means: Continuous,
    changes: MethodChanges,
    options: Options,
) -> pd.DataFrame:
    """Return the frame of the needs page, by class and then by strength.

    Returns
    -------
    pandas.DataFrame
        Indexed from 0: ``item_id``, ``label``, ``kind``, ``n`` (answers), ``n_told``
        (those of them that the coefficients rest on: M, O, A or I), ``category`` (code),
        ``category_label``, ``letters`` (``"M"``; ``"M/O"`` where the first two are too close),
        ``sure`` (bool), ``sure_label``, ``better`` and ``worse`` (0–1) with ``_low`` and
        ``_high``, ``share_M`` … ``share_Q`` likewise, ``other_table``, ``other_rule`` (codes) and
        their ``_label``; ``having`` and ``lacking`` (mean answers, −2 to 4) with ``_low`` and
        ``_high``, ``importance`` (on the survey's scale; NaN where it was not asked), ``again``
        (share of resamples), ``clear`` and ``cares`` (strengths), ``p``, ``gap`` and ``bound``
        (Fong), ``counted`` (effective answers). Benefits that too few answered are not in it.
    """
    say = options.language
    n = answered(result, options.limit)
    found = result.features.loc[n.index]
    # Without a class, every answer contradicted itself.
    found = found.assign(category=found["category"].fillna("Q"))
    sure = (found["exact_p"] <= ALPHA) & (found["category"] != "Q")
    said = found[list("MOAI")].sum(axis=1)
    told = said / (said + found["R"] + found["Q"])
    frame = pd.DataFrame(
        {
            "label": asked.labels.reindex(n.index),
            "kind": asked.kinds.reindex(n.index),
            "n": n,
            "n_told": (n * told).round(),
            "category": found["category"],
            "category_label": [class_label(say, code) for code in found["category"]],
            "letters": _letters(found, sure, options.rule),
            "sure": sure,
            "sure_label": [say.say("Sure") if one else class_label(say, TOO_CLOSE) for one in sure],
            **_coefficients(found),
            **_shares(result, n.index),
            **_others(changes, n.index, options),
            **_means(means.features.loc[n.index]),
            "again": found["win_share"],
            "clear": found["category_strength"],
            "cares": found["total_strength"],
            "p": found["exact_p"],
            "gap": found["fong_gap"],
            "bound": found["fong_bound"],
            "counted": found["n"],
        }
    )
    frame = frame.rename_axis("item_id").reset_index()
    rank = frame["category"].map(ORDER.index)
    strength = -frame[["better", "worse"]].max(axis=1)
    return (
        frame.assign(rank=rank, strength=strength)
        .sort_values(["rank", "strength"], kind="stable")
        .drop(columns=["rank", "strength"])
        .reset_index(drop=True)
    )


def columns(options: Options) -> tuple[Column, ...]:
    """Return the frame's columns that a reader sees."""
    language = options.language
    say = language.say
    other_table, other_rule = OTHER[options.table], OTHER[options.rule]
    return (
        Column("label", say("Benefit")),
        Column("n", say("Answers"), "count"),
        Column("category_label", say("What it is")),
        Column("sure_label", say("How sure")),
        Column("better", say("Better if there"), "share", "better_low", "better_high"),
        Column("worse", say("Worse if missing"), "share", "worse_low", "worse_high"),
        Column("again", say("Same class in resamples"), "share"),
        *_share_columns(language),
        Column("having", say("Mean, having it"), "coefficient", "having_low", "having_high"),
        Column("lacking", say("Mean, lacking it"), "coefficient", "lacking_low", "lacking_high"),
        Column("importance", say("Importance as stated"), "number"),
        Column("clear", say("Lead of the first class"), "share"),
        Column("cares", say("Anybody cares"), "share"),
        Column("other_table_label", table_label(language, other_table)),
        Column("other_rule_label", rule_label(language, other_rule)),
    )


def _share_columns(language: Language) -> list[Column]:
    return [
        Column(
            f"share_{code}",
            class_label(language, code),
            "share",
            f"share_{code}_low",
            f"share_{code}_high",
        )
        for code in CLASSES
    ]


def _means(found: pd.DataFrame) -> dict[str, pd.Series]:
    """Name DuMouchel's means as the page does; importance is there in any case."""
    ends = ("", "_low", "_high")
    named = {f"having{end}": found[f"functional{end}"] for end in ends}
    named |= {f"lacking{end}": found[f"dysfunctional{end}"] for end in ends}
    stated = found["importance"] if "importance" in found else pd.Series(float("nan"), found.index)
    return named | {"importance": stated.astype(float)}


def _letters(found: pd.DataFrame, sure: pd.Series, rule: str) -> pd.Series:
    """Return the class's letter; the first two letters where they can't be told apart.

    A rule that need not take the most frequent class has its own letter, sure or not.
    """
    if rule in ("moai", "blauth"):
        return found["category"]
    first, second = top_two(found[list(CLASSES)].to_numpy(dtype=float))
    close = [f"{CLASSES[one]}/{CLASSES[two]}" for one, two in zip(first, second, strict=True)]
    alone = [CLASSES[one] for one in first]
    letters = pd.Series(alone, found.index).where(sure, close)
    return letters.where(found["category"] != "Q", "Q")


def _coefficients(found: pd.DataFrame) -> dict[str, pd.Series]:
    """Turn CS− round, so that more means worse, and its limits with it."""
    return {
        "better": found["cs_plus"],
        "better_low": found["cs_plus_low"],
        "better_high": found["cs_plus_high"],
        "worse": -found["cs_minus"],
        "worse_low": -found["cs_minus_high"],
        "worse_high": -found["cs_minus_low"],
    }


def _shares(result: KanoResult, items: pd.Index) -> dict[str, pd.Series]:
    shares = class_shares(result).unstack("category").loc[items]
    written = {}
    for code in CLASSES:
        written[f"share_{code}"] = shares[("share", code)]
        written[f"share_{code}_low"] = shares[("low", code)]
        written[f"share_{code}_high"] = shares[("high", code)]
    return written


def _others(
    changes: MethodChanges, items: pd.Index, options: Options
) -> dict[str, pd.Series | list[str]]:
    """Say what the other evaluation table and the other rule would call each benefit."""
    classes = changes.classes.loc[items].fillna("Q")
    table = classes[(OTHER[options.table], options.rule)]
    rule = classes[(options.table, OTHER[options.rule])]
    return {
        "other_table": table,
        "other_table_label": [class_label(options.language, code) for code in table],
        "other_rule": rule,
        "other_rule_label": [class_label(options.language, code) for code in rule],
    }
