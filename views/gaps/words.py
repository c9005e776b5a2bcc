"""The gaps in words: the finding, and the key figures."""

import pandas as pd

from views.gaps.answers import Asked
from views.gaps.options import Options
from views.gaps.plane_words import map_finding, score_finding
from views.kano.words import in_sentence
from views.view import Metric
from words.gaps import GAPS, gap_label, lost_label, whom
from words.language import Language

SURE, LIKELY = 0.95, 0.80


def finding(frame: pd.DataFrame, of: Asked, options: Options) -> str:
    """Say what the chosen picture shows: where most members are lost, and whom it concerns."""
    first, say = frame.iloc[0], options.language
    if options.picture == "scores":
        return score_finding(frame, say)
    if options.picture == "map":
        return map_finding(frame, say)
    if frame["gap"].isna().all():
        return say.say("This survey asked how important each benefit is, and not what comes of it.")
    who = whom(say, of.who)
    if first["gap"] == "fine":
        return say.say(
            "No benefit loses more than one in ten {whom} at a step from important to satisfied.",
            whom=who,
        )
    sentences = (loss(first, who, say), _doubt(frame, options))
    return " ".join(sentence for sentence in sentences if sentence)


def loss(row: pd.Series, who: str, say: Language) -> str:
    """Say what is lost of one benefit at its widest loss."""
    facts = {
        "benefit": row["label"],
        "important": say.share(row["important"]),
        "share": say.share(row["lost_share"]),
        "lost": about(row["lost"], say),
        "whom": who,
    }
    if row["unmet"]:
        return say.say(
            "{benefit} is important to {important}, and we have nothing for it: {lost} {whom}.",
            **facts,
        )
    if row["at"] == "communication":
        return say.say(
            "{benefit} is important to {important}, and {share} of them don't know of it:"
            " {lost} {whom} to tell.",
            **facts,
        )
    if row["at"] == "access" and pd.isna(row["needed"]):
        return say.say(
            "{benefit} is important to {important}, and {share} of those who know of it don't"
            " have it: {lost} {whom}.",
            **facts,
        )
    if row["at"] == "access":
        return say.say(
            "{benefit}: {share} of those who needed it did not get it, {lost} {whom}.", **facts
        )
    if row["at"] == "advice":
        return say.say(
            "{benefit}: {share} of those who got it were not helped, or not satisfied:"
            " {lost} {whom}.",
            **facts,
        )
    return say.say(
        "{benefit} is important to {important}, and {share} of those who have it are not"
        " satisfied with it: {lost} {whom}.",
        **facts,
    )


def about(n: float, say: Language) -> str:
    """Write a number scaled from a sample: two figures, or three where thousands begin with 1."""
    figures = 3 if n >= 1000 and f"{n:e}".startswith("1") else 2
    return say.number(float(f"{n:.{figures}g}"))


def metrics(frame: pd.DataFrame, of: Asked, say: Language) -> tuple[Metric, ...]:
    """Return the widest loss, at which gap how many benefits lose most, and the hardest step."""
    first = frame.iloc[0]
    figures = [_count(frame, say)]
    if pd.notna(first["lost"]):
        figures.insert(0, _widest(first, whom(say, of.who), say))
    hard = hardest(frame)
    if hard is not None:
        figures.append(_hard(hard, say))
    return tuple(figures)


def hardest(frame: pd.DataFrame) -> pd.Series | None:
    """Return the benefit whose help or offer surely fails the largest share of those who asked."""
    known = frame["hard_share_low"].dropna()
    return None if known.empty else frame.loc[known.idxmax()]


def _widest(first: pd.Series, who: str, say: Language) -> Metric:
    interval = say.say(
        "{low}–{high} {whom}",
        low=about(first["lost_low"], say),
        high=about(first["lost_high"], say),
        whom=who,
    )
    name = say.say("{benefit}: widest loss", benefit=first["label"])
    n = about(first["lost"], say)
    return Metric(name, lost_label(say, first["at"], n, unmet=bool(first["unmet"])), interval)


def _count(frame: pd.DataFrame, say: Language) -> Metric:
    """Count the benefits at the gap where most of them lose most, and name the other gaps."""
    counts = frame["gap"].value_counts().reindex(list(GAPS), fill_value=0)
    lost = counts.drop("fine")
    most = lost.idxmax() if lost.any() else "fine"
    others = [
        f"{gap_label(say, gap).lower()} {say.number(int(n))}"
        for gap, n in counts.items()
        if gap != most and n
    ]
    name = say.say("Widest loss is {gap}", gap=gap_label(say, most).lower())
    return Metric(
        name if lost.any() else say.say("No wide loss"),
        say.say(
            "{part} of {all} benefits",
            part=say.number(int(counts[most])),
            all=say.number(len(frame)),
        ),
        " · ".join(others),
    )


def _hard(row: pd.Series, say: Language) -> Metric:
    names = {
        "access": say.say("{benefit}: did not get it", benefit=row["label"]),
        "advice": say.say("{benefit}: not helped", benefit=row["label"]),
        "offer": say.say("{benefit}: not satisfied", benefit=row["label"]),
    }
    beside = say.say(
        "{interval} of those who got that far, n = {n}",
        interval=say.share_interval(row["hard_share_low"], row["hard_share_high"]),
        n=say.number(row["hard_n"]),
    )
    return Metric(names[row["hard"]], say.share(row["hard_share"]), beside)


def _doubt(frame: pd.DataFrame, options: Options) -> str:
    """Name the runner-up where chance alone could have put it second."""
    if len(frame) < 2:
        return ""
    first, second, say = frame.iloc[0], frame.iloc[1], options.language
    if options.widest == "share":
        close = second["lost_share"] >= first["lost_share_low"]
        sure = 0.0 if close else 1.0
    else:
        sure = 1.0 if pd.isna(first["sure"]) else first["sure"]
    if sure >= SURE:
        return ""
    if sure >= LIKELY:
        return say.say(
            "It is likely, not sure, that {second} loses fewer.",
            second=in_sentence(second["label"]),
        )
    return say.say("Too close to call against {second}.", second=in_sentence(second["label"]))
