"""The product's own questions of needs and of leaving: answers to them speak four languages.

A file that asks in these words is stored by their codes; any other question keeps its own words.
"""

from collections.abc import Mapping

from uploads.text import key
from words.clusters import ANSWERS, QUESTIONS
from words.language import NAMES, language

# the Danish questionnaire, as the template has it
_WORDINGS = {
    "main_reason": "Hvad er din vigtigste grund til at være medlem?",
    "last_used": "Hvornår har du sidst brugt forbundet?",
    "names_value": "Kan du nævne, hvad du får for kontingentet?",
    "prefers_help": "Hvordan vil du helst have hjælp?",
    "steward": "Bruger du din tillidsrepræsentant?",
    "fee_view": "Hvad synes du om kontingentet?",
    "next_year": "Hvad sker der på dit arbejde det næste år?",
    "job_fear": "Er du bange for at miste dit job?",
    "work_problem": "Hvad er dit største problem på arbejdet?",
    "politics": "Skal forbundet arbejde mere eller mindre politisk?",
    "involvement": "Hvor meget vil du selv være med?",
    "colleagues": "Hvor mange af dine kolleger er i en fagforening?",
    "felt_heard": "Følte du dig hørt, da du søgte hjælp?",
    "could_have_stayed": "Kunne noget have fået dig til at blive?",
    "named_value": "Vidste du, hvad du fik for kontingentet?",
    "would_return": "Kunne du finde på at melde dig ind igen?",
}
_ANSWERS = {
    "main_reason": "security Tryghed | pay Løn og overenskomst | career Karriere"
    " | cash Kontante fordele | community Fællesskab",
    "last_used": "under_3_months Inden for tre måneder | under_1_year Inden for et år"
    " | 1_to_3_years For 1-3 år siden | longer Længere siden | never Aldrig",
    "names_value": "three_things Ja, tre ting | one_or_two En eller to ting | no Nej",
    "prefers_help": "phone Telefon | shop_steward Tillidsrepræsentant | mail_chat Mail eller chat"
    " | self_service Selvbetjening | meeting Møde",
    "steward": "uses Ja | has_unused Har én, men bruger vedkommende ikke | has_none Har ingen",
    "fee_view": "fair Rimeligt | bit_much Lidt meget | too_expensive For dyrt"
    " | dont_know_it Kender det ikke",
    "next_year": "stays Jeg bliver | changes_job Skifter job | studies Begynder at læse"
    " | leads_or_own Bliver leder eller selvstændig | retires Går på pension",
    "job_fear": "none Slet ikke | a_little Lidt | some Noget | a_lot Meget",
    "work_problem": "stress Stress | pay Lønnen | environment Arbejdsmiljøet | management Ledelsen"
    " | none Ingen",
    "politics": "more Mere | as_now Som nu | less Mindre",
    "involvement": "hold_office Have et tillidshverv | turn_up Møde op | follow Følge med"
    " | just_covered Bare være dækket",
    "colleagues": "most De fleste | half Omkring halvdelen | few Få",
    "felt_heard": "yes Ja | partly Delvist | no Nej | never_asked Søgte aldrig hjælp",
    "could_have_stayed": "yes Ja | maybe Måske | no Nej",
    "named_value": "three_things Ja, tre ting | one_or_two En eller to ting | no Nej",
    "would_return": "yes Ja | maybe Måske | no Nej",
}
_LANGUAGES = tuple(language(code) for code in NAMES)


def known_question(column: str) -> str | None:
    """Return the item that a column asks, where its wording is one of the questionnaire's."""
    return _ITEM_OF.get(key(column))


def known_answers(item: str) -> Mapping[str, str]:
    """Return the codes of a question's answers by their wording's key."""
    return _CODE_OF.get(item, {})


def _items() -> dict[str, str]:
    labels = {key(say.say(label)): item for say in _LANGUAGES for item, label in QUESTIONS.items()}
    return labels | {key(wording): item for item, wording in _WORDINGS.items()}


def _codes(item: str) -> dict[str, str]:
    shown = {code: words[0] for code, words in ANSWERS.get(item, {}).items()}
    codes = {key(say.say(label)): code for say in _LANGUAGES for code, label in shown.items()}
    danish = (answer.split(" ", 1) for answer in _ANSWERS.get(item, "").split(" | "))
    return codes | {key(text): code for code, text in danish}


_ITEM_OF = _items()
_CODE_OF = {item: _codes(item) for item in _WORDINGS}
