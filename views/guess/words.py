"""The reveal in words: how far the room was right, and what each surprise asks for."""

import pandas as pd

from analysis.guesses import Parted
from views.kano.words import in_sentence
from views.view import Metric
from words.guess import consequence
from words.kano import class_label
from words.language import Language

SURPRISES = 3
# Below this a guess is off by so little that nobody should be surprised.
WORTH_TELLING = 0.05


def class_finding(frame: pd.DataFrame, language: Language) -> str:
    """Say how many guesses are right, and name the biggest surprise."""
    right = language.say_n(
        "You were right about {right} of {n} benefit",
        "You were right about {right} of {n} benefits",
        len(frame),
        right=language.number(int(frame["right"].sum())),
    )
    worst = frame.iloc[0]
    if worst["right"] or worst["surprise"] < WORTH_TELLING:
        return language.say("{right}, and nothing is far off.", right=right)
    return language.say(
        "{right}; the biggest surprise is {benefit}.",
        right=right,
        benefit=in_sentence(worst["label"]),
    )


def class_metrics(frame: pd.DataFrame, parted: Parted, language: Language) -> tuple[Metric, ...]:
    """Return how many are right, how well the room agrees, how far off it is on average."""
    say = language.say
    right = say("{part} of {all}", part=language.number(int(frame["right"].sum())),
                all=language.number(len(frame)))  # fmt: skip
    figures = [Metric(say("Right"), right)]
    if parted.guessers > 1 and pd.notna(parted.among):
        figures.append(
            Metric(
                say("You agree with each other"),
                language.share(parted.among),
                say("of pairs of guesses"),
            )
        )
    missed = language.share(float(frame["surprise"].mean()))
    figures.append(Metric(say("Surprise, on average"), missed, say("of members, a benefit")))
    return tuple(figures)


def class_meaning(frame: pd.DataFrame, parted: Parted, language: Language) -> tuple[str, ...]:
    """Tell the biggest surprises, each with its figures and what it asks for."""
    told = frame[~frame["right"] & (frame["surprise"] >= WORTH_TELLING)].head(SURPRISES)
    return tuple(_surprise(row, parted, language) for row in told.itertuples())


def _surprise(row, parted: Parted, language: Language) -> str:
    who = (
        language.say("You said «{guess}»", guess=row.guessed_label)
        if parted.guessers == 1
        else language.say(
            "{share} of you said «{guess}»",
            share=language.share(row.agreed),
            guess=row.guessed_label,
        )
    )
    return language.say(
        "{benefit}: {who}, as do {few} of members. More say «{truth}»: {many} ({interval},"
        " n = {n}). {consequence}",
        benefit=row.label,
        who=who[0].lower() + who[1:],
        few=language.share(row.guessed_share),
        truth=class_label(language, row.truth),
        many=language.share(row.truth_share),
        interval=language.share_interval(row.truth_share_low, row.truth_share_high),
        n=language.number(row.n),
        consequence=consequence(language, row.guessed, row.truth),
    ).strip()


def place_finding(frame: pd.DataFrame, language: Language) -> str:
    """Name the benefit whose place is furthest off."""
    worst = frame.iloc[0]
    if worst["surprise"] < 1:
        return language.say("Your order is the members' own.")
    return language.say(
        "{benefit} is the biggest surprise: number {truth} to members, number {guess} to you.",
        benefit=worst["label"],
        truth=language.number(worst["truth"]),
        guess=language.number(worst["guessed"], 0),
    )


def place_metrics(frame: pd.DataFrame, parted: Parted, language: Language) -> tuple[Metric, ...]:
    """Return how alike the orders are, and how well the room agrees."""
    say = language.say
    near = int((frame["surprise"] <= 2).sum())
    figures = [
        Metric(
            say("Within two places"),
            say("{part} of {all}", part=language.number(near), all=language.number(len(frame))),
        )
    ]
    if pd.notna(parted.beyond_chance):
        figures.append(
            Metric(
                say("Your order and members'"),
                language.signed(parted.beyond_chance, 2),
                say("1 = the same, 0 = unrelated"),
            )
        )
    if pd.notna(parted.among):
        figures.append(
            Metric(
                say("You agree with each other"),
                language.number(parted.among, 2),
                say("1 = one order, 0 = none"),
            )
        )
    return tuple(figures)


def place_meaning(frame: pd.DataFrame, _: Parted, language: Language) -> tuple[str, ...]:
    """Tell which benefits matter more, and which less, than the room thought."""
    told = frame[frame["surprise"] >= 1].head(SURPRISES)
    return tuple(_moved(row, language) for row in told.itertuples())


def _moved(row, language: Language) -> str:
    facts = {
        "benefit": row.label,
        "truth": language.number(row.truth),
        "guess": language.number(row.guessed, 0),
        "mean": language.number(row.importance, 1),
        "low": language.number(row.importance_low, 1),
        "high": language.number(row.importance_high, 1),
        "n": language.number(row.n),
    }
    if row.truth < row.guessed:
        return language.say(
            "{benefit} matters more than you thought: members' number {truth}, your number"
            " {guess} (importance {mean}, {low}–{high}, n = {n}).",
            **facts,
        )
    return language.say(
        "{benefit} matters less than you thought: members' number {truth}, your number {guess}"
        " (importance {mean}, {low}–{high}, n = {n}).",
        **facts,
    )
