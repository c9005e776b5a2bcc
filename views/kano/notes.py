"""What the reader of the needs should know: few answers, halves that miss, what is left out."""

import pandas as pd

from analysis.kano import KanoResult
from views.kano.frame import OTHER
from views.kano.groups import Groups
from views.kano.options import Options
from views.kano.words import named
from words.kano import table_label
from words.language import Language


def notes(
    frame: pd.DataFrame, result: KanoResult, groups: Groups, options: Options
) -> tuple[str, ...]:
    """Say what the reader should know: few answers, halves that miss, groups left out."""
    language = options.language
    said = [
        *_few(frame, language),
        _left_out(frame, result, language),
        _halves(result, language),
        _other_table(frame, options),
        *groups.notes,
    ]
    return tuple(sentence for sentence in said if sentence)


def _few(frame: pd.DataFrame, language: Language) -> list[str]:
    very_few = frame.loc[frame["n"] < 50, "label"]
    few = frame.loc[frame["n"].between(50, 199), "label"]
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
