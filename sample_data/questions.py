"""The twelve questions of the needs survey, and what each class answers."""

from dataclasses import dataclass

from sample_data.classes import CLASSES


@dataclass(frozen=True)
class Question:
    """A question with named answers.

    Attributes
    ----------
    item_id, label, wording : str
        Slug, Danish short name, and the question, which is the file's header.
    answers : dict of str to str
        Code and Danish text of each answer.
    shares : tuple of tuple of float
        Chance of each answer by class, in the order of `sample_data.classes.CLASSES`.
    """

    item_id: str
    label: str
    wording: str
    answers: dict[str, str]
    shares: tuple[tuple[float, ...], ...]


QUESTIONS = (
    Question(
        "main_reason", "Vigtigste grund", "Hvad er din vigtigste grund til at være medlem?",
        {"security": "Tryghed", "pay": "Løn og overenskomst", "career": "Karriere",
         "cash": "Kontante fordele", "community": "Fællesskab"},
        ((.74, .10, .02, .10, .04), (.13, .74, .04, .05, .04), (.13, .12, .66, .06, .03),
         (.09, .11, .03, .02, .75), (.36, .17, .04, .38, .05)),
    ),
    Question(
        "last_used", "Sidst brugt", "Hvornår har du sidst brugt forbundet?",
        {"under_3_months": "Inden for tre måneder", "under_1_year": "Inden for et år",
         "1_to_3_years": "For 1-3 år siden", "longer": "Længere siden", "never": "Aldrig"},
        ((.04, .12, .24, .35, .25), (.20, .38, .27, .10, .05), (.34, .36, .18, .07, .05),
         (.46, .34, .14, .04, .02), (.14, .20, .22, .20, .24)),
    ),
    Question(
        "names_value", "Kan nævne værdien", "Kan du nævne, hvad du får for kontingentet?",
        {"three_things": "Ja, tre ting", "one_or_two": "En eller to ting", "no": "Nej"},
        ((.12, .53, .35), (.38, .52, .10), (.40, .49, .11), (.66, .30, .04), (.06, .34, .60)),
    ),
    Question(
        "prefers_help", "Foretrukken hjælp", "Hvordan vil du helst have hjælp?",
        {"phone": "Telefon", "shop_steward": "Tillidsrepræsentant", "mail_chat": "Mail eller chat",
         "self_service": "Selvbetjening", "meeting": "Møde"},
        ((.48, .14, .14, .17, .07), (.17, .55, .12, .08, .08), (.08, .05, .39, .37, .11),
         (.16, .38, .07, .03, .36), (.42, .10, .26, .13, .09)),
    ),
    Question(
        "steward", "Tillidsrepræsentant", "Bruger du din tillidsrepræsentant?",
        {"uses": "Ja", "has_unused": "Har én, men bruger vedkommende ikke",
         "has_none": "Har ingen"},
        ((.14, .86, 0), (.74, .26, 0), (.22, .78, 0), (.78, .22, 0), (.26, .74, 0)),
    ),
    Question(
        "fee_view", "Kontingentet", "Hvad synes du om kontingentet?",
        {"fair": "Rimeligt", "bit_much": "Lidt meget", "too_expensive": "For dyrt",
         "dont_know_it": "Kender det ikke"},
        ((.50, .26, .05, .19), (.44, .41, .10, .05), (.33, .44, .15, .08),
         (.76, .19, .03, .02), (.03, .25, .70, .02)),
    ),
    Question(
        "next_year", "Det næste år", "Hvad sker der på dit arbejde det næste år?",
        {"stays": "Jeg bliver", "changes_job": "Skifter job", "studies": "Begynder at læse",
         "leads_or_own": "Bliver leder eller selvstændig", "retires": "Går på pension"},
        ((.84, .06, .01, .01, .08), (.80, .14, .02, .01, .03), (.30, .48, .09, .12, .01),
         (.82, .08, .02, .01, .07), (.50, .33, .07, .04, .06)),
    ),
    Question(
        "job_fear", "Frygt for jobbet", "Er du bange for at miste dit job?",
        {"none": "Slet ikke", "a_little": "Lidt", "some": "Noget", "a_lot": "Meget"},
        ((.64, .27, .07, .02), (.34, .41, .19, .06), (.38, .35, .20, .07),
         (.50, .34, .12, .04), (.07, .16, .32, .45)),
    ),
    Question(
        "work_problem", "Største problem", "Hvad er dit største problem på arbejdet?",
        {"stress": "Stress", "pay": "Lønnen", "environment": "Arbejdsmiljøet",
         "management": "Ledelsen", "none": "Ingen"},
        ((.17, .11, .11, .09, .52), (.15, .56, .12, .09, .08), (.27, .18, .09, .34, .12),
         (.23, .16, .33, .12, .16), (.44, .22, .12, .17, .05)),
    ),
    Question(
        "politics", "Politisk arbejde", "Skal forbundet arbejde mere eller mindre politisk?",
        {"more": "Mere", "as_now": "Som nu", "less": "Mindre"},
        ((.12, .66, .22), (.34, .52, .14), (.12, .44, .44), (.70, .28, .02), (.18, .35, .47)),
    ),
    Question(
        "involvement", "Egen rolle", "Hvor meget vil du selv være med?",
        {"hold_office": "Have et tillidshverv", "turn_up": "Møde op", "follow": "Følge med",
         "just_covered": "Bare være dækket"},
        ((.01, .04, .22, .73), (.05, .19, .51, .25), (.05, .21, .46, .28),
         (.34, .48, .16, .02), (.02, .06, .22, .70)),
    ),
    Question(
        "colleagues", "Kolleger i fagforening", "Hvor mange af dine kolleger er i en fagforening?",
        {"most": "De fleste", "half": "Omkring halvdelen", "few": "Få"},
        ((.53, .32, .15), (.63, .27, .10), (.23, .40, .37), (.74, .21, .05), (.26, .38, .36)),
    ),
)  # fmt: skip


def planted() -> dict[str, dict]:
    """Return every answer's chance by class."""
    return {
        question.item_id: {
            name: dict(zip(question.answers, shares, strict=True))
            for name, shares in zip(CLASSES, question.shares, strict=True)
        }
        for question in QUESTIONS
    }
