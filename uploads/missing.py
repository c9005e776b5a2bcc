"""Why there is no answer: said so, left blank, or never asked; the words for it."""

from uploads.text import key

DONT_KNOW, LEFT_BLANK, NOT_ASKED = "dont_know", "left_blank", "not_asked"
MISSING = (DONT_KNOW, LEFT_BLANK, NOT_ASKED)

_DONT_KNOW = (
    "don't know", "dont know", "do not know", "i don't know", "not relevant", "no opinion",
    "not sure", "prefer not to answer", "ved ikke", "ved ikke / ikke relevant", "ved ej",
    "ikke relevant", "ønsker ikke at svare", "vet ikke", "vet ikke / ikke relevant",
    "ønsker ikke å svare", "weet niet", "weet ik niet", "niet van toepassing", "geen mening",
    "weiß nicht", "weiss nicht", "weiß ich nicht", "keine angabe",
)  # fmt: skip
_NOT_ASKED = (
    "not asked", "not_asked", "ikke stillet", "ikke spurgt", "ikke stilt", "ikke spurt",
    "niet gesteld", "niet gevraagd", "nicht gefragt", "nicht gestellt",
)  # fmt: skip
MISSING_WORDS = dict.fromkeys(map(key, _DONT_KNOW), DONT_KNOW) | dict.fromkeys(
    map(key, _NOT_ASKED), NOT_ASKED
)
