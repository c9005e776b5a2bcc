"""Tables behind the needs page: other methods, tests, pairs of answers, differences, care."""

import numpy as np
import pandas as pd

from analysis.kano import SCALE, KanoResult, contradictory
from analysis.kano.persons import CONTRADICTORY_FROM, ENOUGH
from views.kano.contrasts import ALPHA, Contrast
from views.kano.frame import ALPHA as TEST_LEVEL
from views.kano.options import Options
from views.view import View
from words.kano import ANSWERS, class_label, rule_label, table_label
from words.language import Language

# Bands of the share of a person's pairs that contradict themselves.
BANDS = (0.0, 0.1, CONTRADICTORY_FROM)


def by_method(view: View, options: Options) -> pd.DataFrame:
    """List by benefit what another table or rule would call it; empty where nothing changes."""
    say = options.language
    labels = view.frame.set_index("item_id")["label"]
    moved = view.result.changes.against(options.table, options.rule)
    moved = moved[moved["feature"].isin(labels.index)].fillna({"category": "Q", "now": "Q"})
    rows = []
    by = ["feature", "now", "category", "rule"]
    for (item, now, category, rule), methods in moved.groupby(by, sort=False):
        under = say.listed([table_label(say, table) for table in methods["table"]])
        rows.append(
            (labels[item], class_label(say, now), class_label(say, category),
             rule_label(say, rule), under)
        )  # fmt: skip
    columns = [say.say("Benefit"), say.say("Now"), say.say("Would be"), say.say("Rule"),
               say.say("Evaluation table")]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def top_two_tests(view: View, language: Language) -> pd.DataFrame:
    """Put Fong's test beside the exact one, with strengths and resamples."""
    say, frame = language.say, view.frame
    lenient, exact = frame["gap"] > frame["bound"], frame["p"] <= TEST_LEVEL
    apart = {True: say("apart"), False: say("too close")}
    return pd.DataFrame(
        {
            say("Benefit"): frame["label"],
            say("Answers that count"): [language.number(n, 0) for n in frame["counted"]],
            say("First two"): frame["letters"],
            say("Lead"): [language.number(gap) for gap in frame["gap"]],
            say("Fong's bound"): [_or_nothing(bound, language, 1) for bound in frame["bound"]],
            say("Fong's test"): lenient.map(apart),
            say("Exact p"): [_chance(p, language) for p in frame["p"]],
            say("Exact test"): exact.map(apart),
            say("Same class in resamples"): [_share(value, language) for value in frame["again"]],
            say("Lead of the first class"): [_share(value, language) for value in frame["clear"]],
            say("Anybody cares"): [_share(value, language) for value in frame["cares"]],
        }
    )


def pairs(result: KanoResult, item: str, language: Language) -> pd.DataFrame:
    """Count the 5 × 5 pairs of answers about one benefit."""
    matrix = result.matrix(item)
    names = [language.say(ANSWERS[code]) for code in SCALE]
    counted = matrix.map(lambda n: language.number(n, 0))
    heading = pd.Index(names, name=language.say("With it ↓  without it →"))
    return counted.set_axis(heading, axis=0).set_axis(names, axis=1).reset_index()


def differences(held: Contrast, view: View, language: Language) -> pd.DataFrame:
    """List by benefit how two groups differ, with intervals and how sure, surest first."""
    say, labels = language.say, view.frame.set_index("item_id")["label"]
    rows = held.rows[held.rows.index.isin(labels.index)].sort_values("p_adjusted", kind="stable")
    told = pd.DataFrame({say("Benefit"): labels[rows.index].to_numpy()})
    for group in (held.first, held.second):
        classes = group.result.features["category"].reindex(rows.index).fillna("Q")
        told[group.label] = [class_label(language, code) for code in classes]
    for heading, name, sign in (
        (say("Better if there, difference"), "cs_plus", 1),
        (say("Worse if missing, difference"), "cs_minus", -1),
    ):
        told[heading] = [_points(row, name, sign, language) for row in rows.itertuples()]
    return told.assign(**{say("How sure"): [_verdict(p, language) for p in rows["p_adjusted"]]})


def by_care(view: View, language: Language) -> pd.DataFrame:
    """Count by benefit the pairs that contradict themselves, and those that are not whole."""
    say, labels = language.say, view.frame.set_index("item_id")["label"]
    found = view.result.everyone.quality.features.loc[labels.index]
    return pd.DataFrame(
        {
            say("Benefit"): labels.to_numpy(),
            say("Answers"): [language.number(n) for n in found["answered"]],
            say("Contradictory"): [_share(value, language) for value in found["q_share"]],
            say("Half pairs"): [language.number(n) for n in found["half_pairs"]],
            say("Empty or not asked"): [language.number(n) for n in found["empty_pairs"]],
        }
    )


def people_by_care(view: View, language: Language) -> pd.DataFrame:
    """Count people who answered enough by the share of their pairs that contradict themselves."""
    people = view.result.everyone.quality.respondents
    shares = people.loc[people["answered"] >= ENOUGH, "q_share"]
    names = [
        language.say("None"),
        language.say("Under {share}", share=language.share(BANDS[1])),
        language.share_interval(*BANDS[1:]),
        language.say("{share} or more", share=language.share(BANDS[2])),
    ]
    band = np.where(shares > 0, np.searchsorted(BANDS[1:], shares, side="right") + 1, 0)
    counts = np.bincount(band, minlength=len(names))
    rows = [(name, language.number(n)) for name, n in zip(names, counts, strict=True)]
    columns = [language.say("Contradictory pairs"), language.say("People")]
    return pd.DataFrame(rows, columns=columns)


def care(view: View, options: Options) -> tuple[str, ...]:
    """Say who answered carelessly, and what leaving them out would change."""
    say, found = options.language, view.result
    if options.leave_out:
        return (say.say("They are left out already, as was chosen."),)
    quality = found.everyone.quality
    lines = len(quality.straight_liners)
    contradict = len(contradictory(quality))
    said = [
        say.say_n(
            "{n} person gave the same pair of answers to every benefit.",
            "{n} people gave the same pair of answers to every benefit.",
            lines,
        ),
        say.say_n(
            "{n} person contradicted themselves on at least a quarter of the benefits.",
            "{n} people contradicted themselves on at least a quarter of the benefits.",
            contradict,
        ),
    ]
    return (*said, _if_left_out(view, options))


def _if_left_out(view: View, options: Options) -> str:
    say, found = options.language, view.result
    if found.careful is None:
        return ""
    labels = view.frame.set_index("item_id")["label"]
    now = found.everyone.features["category"].reindex(labels.index)
    then = found.careful.features["category"].reindex(labels.index)
    moved = labels[(now != then) & ~(now.isna() & then.isna())]
    if moved.empty:
        return say.say("Leaving them out would change no class.")
    changes = [
        say.say(
            "{benefit} would become «{then}» instead of «{now}»",
            benefit=label,
            then=class_label(say, then[item] if pd.notna(then[item]) else "Q"),
            now=class_label(say, now[item] if pd.notna(now[item]) else "Q"),
        )
        for item, label in moved.items()
    ]
    return say.say("Leaving them out: {changes}.", changes="; ".join(changes))


def _verdict(p: float, language: Language) -> str:
    if pd.isna(p):
        return language.say("Too few to tell")
    return language.say("Sure") if p < ALPHA else language.say("Not shown to differ")


def _points(row, name: str, sign: int, language: Language) -> str:
    value = getattr(row, f"{name}_difference")
    if pd.isna(value):
        return ""
    ends = sorted(sign * getattr(row, f"{name}_difference_{end}") for end in ("low", "high"))
    low, high = (language.signed(100 * end) for end in ends)
    return language.say("{points} ({low} to {high})", points=language.signed(100 * sign * value),
                        low=low, high=high)  # fmt: skip


def _share(value: float, language: Language) -> str:
    return "" if pd.isna(value) else language.share(value)


def _or_nothing(value: float, language: Language, decimals: int) -> str:
    return "" if pd.isna(value) else language.number(value, decimals)


def _chance(p: float, language: Language) -> str:
    return f"< {language.number(0.001, 3)}" if p < 0.001 else _or_nothing(p, language, 3)
