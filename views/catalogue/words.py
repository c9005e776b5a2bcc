"""The catalogue in words: what to do first, and about what, each with its evidence."""

import pandas as pd

from views.gaps.words import about
from views.kano.words import in_sentence
from views.view import Metric
from words.catalogue import MEANS, REMEDIES, remedy_label, remedy_means
from words.kano import class_label
from words.language import Language

FIRST = ("fix", "invest", "ease", "tell", "rethink")


def evidence(row: pd.Series, say: Language) -> str:
    """Say why a benefit has its remedy, in a sentence with what it rests on."""
    facts = {
        "important": say.share(row["important"]) if pd.notna(row["important"]) else "–",
        "unknown": _share(row["unknown"], say),
        "access": _share(row["access"], say),
        "let_down": _share(row["let_down"], say),
        "absent": _share(row["absent"], say),
        "n": say.number(row["n"]) if pd.notna(row["n"]) else "–",
        "n_important": say.number(row["n_important"]) if pd.notna(row["n_important"]) else "–",
        "cost": say.money(row["annual_cost"]) if pd.notna(row["annual_cost"]) else "–",
    }
    texts = {
        "fix": say.say(
            "{let_down} of those who got it were not helped or not satisfied (n = {n}).", **facts
        ),
        "ease": say.say("{access} of those who needed it did not get it (n = {n}).", **facts),
        "tell": say.say(
            "Important to {important}, and {unknown} of them don't know of it (n = {n}).", **facts
        ),
        "invest": say.say(
            "{absent} have none, and {important} find it important (n = {n_important}).", **facts
        ),
        "rethink": say.say(
            "Important to {important} (n = {n_important}), and it costs {cost} a year.", **facts
        ),
        "keep": say.say("Important to {important} (n = {n_important}).", **facts)
        if pd.notna(row["important"])
        else say.say("Too few answered to tell."),
    }
    said = texts[row["remedy"]]
    if row["unmet"]:
        said = say.say(
            "The union has nothing for it, and {important} find it important (n = {n_important}).",
            **facts,
        )
    if pd.notna(row["kano"]):
        said += f" {class_label(say, row['kano'])}."
    if row["hook"]:
        said += " " + say.say("Few former members know of it: a reason to come back.")
    return said


def finding(rows: pd.DataFrame, say: Language) -> str:
    """Name what to do first: of what must be mended, what concerns most people."""
    for remedy in FIRST:
        of_remedy = rows[rows["remedy"] == remedy]
        if not of_remedy.empty:
            first = of_remedy.iloc[0]
            return say.say(
                "{what} {benefit} first: {means}.",
                what=remedy_label(say, remedy),
                benefit=in_sentence(first["label"]),
                means=remedy_means(say, remedy),
            )
    if rows[["unknown", "access", "let_down"]].isna().all(axis=None):
        return say.say(
            "What to do can't be told: nothing but importance was asked, or too few answered."
        )
    return say.say("Every benefit is as it should be.")


def metrics(rows: pd.DataFrame, say: Language) -> tuple[Metric, ...]:
    """Count the benefits by what to do, the commonest first."""
    counts = rows["remedy"].value_counts().reindex(list(REMEDIES), fill_value=0)
    top = counts[counts > 0].sort_values(ascending=False, kind="stable").head(3)
    return tuple(
        Metric(
            remedy_label(say, remedy),
            say.say("{part} of {all} benefits", part=say.number(n), all=say.number(len(rows))),
            say.say(MEANS[remedy]),
        )
        for remedy, n in top.items()
    )


def meaning(rows: pd.DataFrame, say: Language) -> tuple[str, ...]:
    """Say for each remedy about what, most people first; and which could win people back."""
    said = [_about(rows[rows["remedy"] == remedy], remedy, say) for remedy in FIRST]
    hooks = rows.loc[rows["hook"], "label"]
    if len(hooks):
        said.append(
            say.say(
                "To win people back: {names}. It would delight them, and few former members know"
                " of it.",
                names=say.listed([in_sentence(name) for name in hooks]),
            )
        )
    said.append(_about(rows[rows["remedy"] == "keep"], "keep", say))
    return tuple(sentence for sentence in said if sentence)


def _about(of_remedy: pd.DataFrame, remedy: str, say: Language) -> str:
    if of_remedy.empty:
        return ""
    names = [
        in_sentence(row["label"])
        if pd.isna(row["affected"])
        else say.say(
            "{benefit} ({n} people)",
            benefit=in_sentence(row["label"]),
            n=about(row["affected"], say),
        )
        for _, row in of_remedy.iterrows()
    ]
    return say.say("{what}: {names}.", what=remedy_label(say, remedy), names=say.listed(names))


def _share(value: float, say: Language) -> str:
    return say.share(value) if pd.notna(value) else "–"
