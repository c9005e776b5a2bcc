"""What the effort page can't show or doesn't know, in words."""

from views.effort.figures import Figures, unknown
from views.effort.options import CRITERIA, Options
from views.effort.people import Reach
from views.effort.ranking import Ranking
from words.effort import AXES
from words.effort import CRITERIA as CRITERION
from words.language import Language


def notes(ranked: Ranking, whom: Reach, names: dict[str, str], options: Options) -> tuple[str, ...]:
    """Say who is never counted, what is hidden, and where a figure is borrowed or missing."""
    say = options.language
    sentences = (
        _never_counted(whom, say),
        _hidden(whom, options),
        *_borrowed(ranked.figures, names, say),
        *_missing(ranked.figures, say),
        *_idle(ranked, say),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _never_counted(whom: Reach, say: Language) -> str:
    if not whom.unreachable:
        return say.say("The dead, the excluded and those who asked us not to call aren't counted.")
    texts = {
        "dead": say.say("{n} are dead", n=say.number(whom.unreachable.get("dead", 0))),
        "excluded": say.say("{n} excluded", n=say.number(whom.unreachable.get("excluded", 0))),
        "refused": say.say(
            "{n} asked not to be contacted", n=say.number(whom.unreachable.get("refused", 0))
        ),
    }
    listed = say.listed([texts[why] for why in whom.unreachable])
    return say.say("Left out, as nobody may contact them: {groups}.", groups=listed)


def _hidden(whom: Reach, options: Options) -> str:
    if not whom.hidden:
        return ""
    return options.language.say(
        "Groups not shown: {n}. Those under {limit} people, and those that would give one away by"
        " subtraction, stay hidden.",
        n=whom.hidden,
        limit=options.limit,
    )


def _borrowed(figures: Figures, names: dict[str, str], say: Language) -> list[str]:
    sentences = []
    for criterion in CRITERIA:
        codes = figures.borrowed.index[figures.borrowed[criterion]]
        if len(codes):
            sentence = say.say(
                "«{criterion}» rests on too few in {groups}; everyone's figure stands in there.",
                criterion=say.say(CRITERION[criterion]),
                groups=say.listed([f"«{names[code]}»" for code in codes])
                if len(codes) < 4
                else say.say("{n} groups", n=len(codes)),
            )
            sentences.append(sentence)
    return sentences


def _missing(figures: Figures, say: Language) -> list[str]:
    names = [say.say(CRITERION[name]) for name in unknown(figures)]
    if not names:
        return []
    sentence = say.say(
        "History does not know enough of: {criteria}. That counts for no group.",
        criteria=say.listed(names),
    )
    return [sentence]


def _idle(ranked: Ranking, say: Language) -> list[str]:
    return [
        say.say(
            "No weight on «{axis}»: it does not count, and groups are placed along it as if all its"
            " criteria weighed the same.",
            axis=say.say(AXES[axis]),
        )
        for axis in ranked.idle
    ]
