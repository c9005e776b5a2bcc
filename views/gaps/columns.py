"""The gaps page's frame as a reader sees it: headings and intervals of each column."""

from analysis.value import STEPS
from views.gaps.answers import Asked
from views.gaps.options import Options
from views.view import Column
from words.gaps import step_label, whom
from words.language import Language


def columns(of: Asked, options: Options) -> tuple[Column, ...]:
    """Return the frame's columns that a reader sees."""
    say = options.language
    lost = say.say("Lost there, {whom}", whom=whom(say, of.who))
    return (
        Column("label", say.say("Benefit")),
        Column("gap_label", say.say("Widest loss")),
        Column("lost", lost, "count", "lost_low", "lost_high"),
        _share(say.say("Lost, of those who got that far"), "lost_share"),
        *_step_columns(say),
        *_question_columns(say),
        Column("score", say.say("Opportunity score (0–20)"), "number", "score_low", "score_high"),
        Column("band_label", say.say("Opportunity")),
        Column("importance_mean", say.say("Importance, mean (1–5)"), "coefficient"),
        Column("satisfaction_mean", say.say("Satisfaction, mean (1–5)"), "coefficient"),
        Column(
            "distance",
            say.say("Importance less satisfaction, by the same people"),
            "coefficient",
            "distance_low",
            "distance_high",
        ),
        Column("quadrant_label", say.say("Importance and satisfaction")),
    )


def _step_columns(say: Language) -> list[Column]:
    written = []
    for step in STEPS:
        label = step_label(say, step)
        if step != "important":
            label = say.say("{step}, of those who got that far", step=label)
        written.append(_share(label, step))
        written.append(Column(f"{step}_n", say.say("{what}: answers", what=label), "count"))
    return written


def _question_columns(say: Language) -> list[Column]:
    labels = {
        "aware": say.say("Know of it, of all"),
        "needed": say.say("Needed it, of all"),
        "used": say.say("Got it, of all who needed it"),
        "solved": say.say("Solved, of all who got it"),
        "satisfaction": say.say("Satisfied, of all who got it"),
    }
    written = []
    for name, label in labels.items():
        written.append(_share(label, f"all_{name}"))
        written.append(Column(f"all_{name}_n", say.say("{what}: answers", what=label), "count"))
    return written


def _share(label: str, name: str) -> Column:
    return Column(name, label, "share", f"{name}_low", f"{name}_high")
