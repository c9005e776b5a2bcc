"""The needs in words: the finding, the key figures, what follows from them."""

import pandas as pd

from views.kano.contrasts import Contrast, differing, on_their_way
from views.kano.groups import Groups
from views.view import Metric
from words.kano import class_label
from words.language import Language

MOST_NAMES = 3
# Nobody tells a union to drop what it stands for, whatever an average says.
CAUSES = ("solidarity", "political")


def finding(frame: pd.DataFrame, language: Language) -> str:
    """Say what the benefits are to people, counting those that are too close to call."""
    sure = frame[frame["sure"]]
    close = frame.loc[~frame["sure"] & (frame["category"] != "Q"), "label"]
    torn = frame.loc[frame["category"] == "Q", "label"]
    if len(torn) == len(frame):
        return language.say("The answers contradict themselves, so nothing can be told from them.")
    if sure.empty and torn.empty:
        return language.say_n(
            "The one benefit asked about is too close to call.",
            "All {n} benefits are too close to call.",
            len(close),
        )
    told = [code for code in "MOAR" if (sure["category"] == code).any()]
    told = told or ["I"] * (not sure.empty)
    parts = [_of_class(sure[sure["category"] == code], code, language) for code in told]
    if len(close) == 1:
        parts.append(language.say("{benefit} is too close to call", benefit=named(close, language)))
    elif len(close):
        n = language.number(len(close))
        parts.append(language.say("{n} are too close to call", n=n))
    if len(torn):
        names = named(torn, language)
        parts.append(language.say("answers about {names} contradict themselves", names=names))
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def metrics(frame: pd.DataFrame, language: Language) -> tuple[Metric, ...]:
    """Return the strongest must, the strongest delight, and how many classes are sure."""
    say = language.say
    known = frame.dropna(subset=["better", "worse"])
    figures = []
    if len(known):
        missed = known.loc[known["worse"].idxmax()]
        wanted = known.loc[known["better"].idxmax()]
        figures = [
            _metric(
                say("Worst if missing: {benefit}", benefit=missed["label"]),
                missed,
                "worse",
                language,
            ),
            _metric(
                say("Best if there: {benefit}", benefit=wanted["label"]), wanted, "better", language
            ),
        ]
    sure = int(frame["sure"].sum())
    of_all = say("{part} of {all}", part=language.number(sure), all=language.number(len(frame)))
    n_close = int((~frame["sure"] & (frame["category"] != "Q")).sum())
    close = language.say_n("{n} too close to call", "{n} too close to call", n_close)
    return (*figures, Metric(say("Sure of the class"), of_all, close))


def meaning(frame: pd.DataFrame, groups: Groups, language: Language) -> tuple[str, ...]:
    """Say what follows, at most three sentences, each with its n."""
    said = (
        _must(frame, language),
        _delight(frame, language),
        _going_on(groups, frame, language)
        or _difference(groups, frame, language)
        or _no_difference(frame, language),
    )
    return tuple(sentence for sentence in said if sentence)


def _of_class(rows: pd.DataFrame, code: str, language: Language) -> str:
    names = named(rows["label"], language)
    if code == "M":
        return language.say("{names} must be in order", names=names)
    if code == "O":
        return language.say("the more the better with {names}", names=names)
    if code == "A":
        return language.say("{names} would delight", names=names)
    if code == "R":
        return language.say_n("{names} is unwanted", "{names} are unwanted", len(rows), names=names)
    return language.say_n(
        "{names} makes no difference", "{names} make no difference", len(rows), names=names
    )


def named(labels: pd.Series, language: Language) -> str:
    """List at most three benefits, and count the rest."""
    shown = [in_sentence(label) for label in labels[:MOST_NAMES]]
    more = len(labels) - len(shown)
    if more:
        shown.append(language.say_n("{n} more", "{n} more", more))
    return language.listed(shown)


def in_sentence(label: str) -> str:
    """Write a benefit's name within a sentence: small, unless it is an abbreviation."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def _metric(label: str, row: pd.Series, name: str, language: Language) -> Metric:
    interval = language.share_interval(row[f"{name}_low"], row[f"{name}_high"])
    return Metric(label, language.share(row[name]), interval)


def _facts(row: pd.Series, name: str, language: Language) -> dict[str, str]:
    return {
        "benefit": str(row["label"]),
        "share": language.share(row[name]),
        "interval": language.share_interval(row[f"{name}_low"], row[f"{name}_high"]),
        "n": language.number(row["n_told" if name in ("better", "worse") else "n"]),
    }


def _first(frame: pd.DataFrame, code: str, by: str) -> pd.Series | None:
    rows = frame[frame["sure"] & (frame["category"] == code)]
    return None if rows.empty else rows.loc[rows[by].idxmax()]


def _must(frame: pd.DataFrame, language: Language) -> str:
    row = _first(frame, "M", "worse")
    if row is None:
        return ""
    return language.say(
        "{benefit}: {share} would be dissatisfied without it ({interval}, n = {n}). It earns"
        " little thanks when it works, so it must simply work.",
        **_facts(row, "worse", language),
    )


def _delight(frame: pd.DataFrame, language: Language) -> str:
    row = _first(frame, "A", "better")
    if row is None:
        return ""
    return language.say(
        "{benefit}: {share} would be pleased to have it ({interval}, n = {n}), and only {missed}"
        " would miss it. Worth telling those who don't know of it.",
        missed=language.share(row["worse"]),
        **_facts(row, "better", language),
    )


def _no_difference(frame: pd.DataFrame, language: Language) -> str:
    row = _first(frame[~frame["kind"].isin(CAUSES)], "I", "share_I")
    if row is None:
        return ""
    return language.say(
        "{benefit} makes no difference to {share} ({interval}, n = {n}). Find out whom it is for"
        " before more is spent on it.",
        **_facts(row, "share_I", language),
    )


def _going_on(groups: Groups, frame: pd.DataFrame, language: Language) -> str:
    """Name the benefit that surely went from delight to expected, between two waves."""
    if groups.contrast is None or not groups.of_waves:
        return ""
    labels = frame.set_index("item_id")["label"]
    for item, before, now in on_their_way(groups.contrast):
        if item in labels.index:
            return language.say(
                "{benefit} was «{before}» in {one} (n = {n_one}) and is «{now}» in {other}"
                " (n = {n_other}): what pleased then is expected now.",
                benefit=labels[item],
                before=class_label(language, before),
                now=class_label(language, now),
                **_sides(groups.contrast, item, language),
            )
    return ""


def _difference(groups: Groups, frame: pd.DataFrame, language: Language) -> str:
    """Name the benefit whose class differs most surely between two groups."""
    held = groups.contrast
    if held is None:
        return ""
    labels = frame.set_index("item_id")["label"]
    for item in differing(held).index.intersection(labels.index, sort=False):
        classes = [side.result.features.at[item, "category"] for side in (held.first, held.second)]
        if classes[0] != classes[1] and all(code in list("MOAIR") for code in classes):
            return language.say(
                "{benefit}: «{class_one}» to {one} (n = {n_one}), «{class_other}» to {other}"
                " (n = {n_other}).",
                benefit=labels[item],
                class_one=class_label(language, classes[0]),
                class_other=class_label(language, classes[1]),
                **_sides(held, item, language),
            )
    return ""


def _sides(held: Contrast, item: str, language: Language) -> dict[str, str]:
    """Name two groups, with how many of each answered about a benefit."""
    return {
        "one": held.first.label,
        "other": held.second.label,
        "n_one": language.number(held.first.answered[item]),
        "n_other": language.number(held.second.answered[item]),
    }


def arrows_explained(groups: Groups, language: Language) -> str:
    """Say what the arrows lead from and to; nothing where there are none."""
    if groups.contrast is None or groups.arrows.empty:
        return ""
    return language.say(
        "Arrow: from {one} to {other}, where they surely differ",
        one=groups.contrast.first.label,
        other=groups.contrast.second.label,
    )
