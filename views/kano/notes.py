"""What the reader of the needs should know: few answers, halves that miss, what is left out."""

import pandas as pd

from analysis.kano import KanoResult
from views.kano.frame import OTHER
from views.kano.options import Options
from views.kano.words import named
from words.kano import LEFT_OUT, table_label
from words.language import Language


def notes(frame: pd.DataFrame, found, options: Options) -> tuple[str, ...]:
    """Say what the reader should know: few answers, halves that miss, groups left out.

    Parameters
    ----------
    frame : pandas.DataFrame
        See `views.kano.frame.needs`.
    found : views.kano.Needs
    options : Options
    """
    language, result = options.language, found.everyone
    said = [
        *_few(frame, language),
        _left_out(frame, result, language),
        _halves(result, language),
        _other_table(frame, options),
        _weights(frame, found, options),
        _leaving_out(options),
        *found.groups.notes,
    ]
    return tuple(sentence for sentence in said if sentence)


def _few(frame: pd.DataFrame, language: Language) -> list[str]:
    very_few = frame.loc[frame["n_told"] < 50, "label"]
    few = frame.loc[frame["n_told"].between(50, 199), "label"]
    said = []
    if len(very_few):
        said.append(
            language.say(
                "Under 50 answers on {names}: read the class as a hint, no more.",
                names=named(very_few, language),
            )
        )
    if len(few):
        said.append(
            language.say(
                "Under 200 answers on {names}: the class may change with the next survey.",
                names=named(few, language),
            )
        )
    return said


def _left_out(frame: pd.DataFrame, result: KanoResult, language: Language) -> str:
    missing = len(result.features) - len(frame)
    if not missing:
        return ""
    return language.say_n(
        "{n} benefit has too few answers to show.",
        "{n} benefits have too few answers to show.",
        missing,
    )


def _halves(result: KanoResult, language: Language) -> str:
    halves = int(result.half_pairs.sum())
    if not halves:
        return ""
    return language.say_n(
        "{n} pair of answers is left out because one half of it is missing.",
        "{n} pairs of answers are left out because one half of them is missing.",
        halves,
    )


def _other_table(frame: pd.DataFrame, options: Options) -> str:
    moved = frame.loc[frame["other_table"] != frame["category"], "label"]
    if moved.empty:
        return ""
    return options.language.say_n(
        "Another evaluation table ({table}) would class {names} differently.",
        "Another evaluation table ({table}) would class {names} differently.",
        len(moved),
        table=table_label(options.language, OTHER[options.table]),
        names=named(moved, options.language),
    )


def _weights(frame: pd.DataFrame, found, options: Options) -> str:
    """Say what the survey's weights cost in precision, and what weights change."""
    if found.unweighted is None:
        return ""
    language, said = options.language, ""
    if options.weights == "survey":  # what the others cost is said where they are named
        said = language.say(
            "Answers are weighted: {n} of them tell as much as {counted} unweighted ones.",
            n=language.number(frame["n"].sum()),
            counted=language.number(frame["counted"].sum()),
        )
    labels = frame.set_index("item_id")["label"]
    plain = found.unweighted.features["category"].reindex(labels.index).fillna("Q")
    moved = labels[plain.to_numpy() != frame["category"].to_numpy()]
    if moved.empty:
        return said
    changed = language.say_n(
        "Without weights {names} would be classed differently.",
        "Without weights {names} would be classed differently.",
        len(moved),
        names=named(moved, language),
    )
    return f"{said} {changed}".strip()


def _leaving_out(options: Options) -> str:
    if options.leave_out is None:
        return ""
    say = options.language.say
    return say("Left out: {who}.", who=say(LEFT_OUT[options.leave_out]).lower())
