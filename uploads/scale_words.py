"""The words of published five-place scales, in five languages."""

from collections.abc import Mapping

from uploads.text import key

# Each row: lowest to highest; alternatives of one place divided by " / ". One row is one scale
# as a questionnaire prints it, so a file's labels must fit one row together.
_ROWS = (
    # English: importance
    "Not at all important / Not important at all | Slightly important / Of little importance"
    " | Moderately important / Somewhat important / Fairly important"
    " | Very important | Extremely important",
    "Very unimportant / Not at all important / Not important at all | Unimportant / Not important"
    " / Not very important / Of little importance"
    " | Neutral / Neither important nor unimportant / Neither nor | Important / Fairly important"
    " | Very important",
    # satisfaction
    "Very dissatisfied / Very unsatisfied | Dissatisfied / Unsatisfied / Somewhat dissatisfied"
    " / Fairly dissatisfied | Neutral / Neither satisfied nor dissatisfied / Neither nor"
    " | Satisfied / Somewhat satisfied / Fairly satisfied | Very satisfied",
    "Not at all satisfied | Slightly satisfied | Moderately satisfied | Very satisfied"
    " | Extremely satisfied",
    # agreement, extent
    "Strongly disagree / Completely disagree / Totally disagree | Disagree / Somewhat disagree"
    " | Neutral / Neither agree nor disagree / Neither nor | Agree / Somewhat agree"
    " | Strongly agree / Completely agree / Totally agree",
    "Not at all | To a small extent / To a lesser extent | To some extent | To a large extent"
    " / To a great extent | To a very large extent / To a very great extent",
    # Danish
    "Slet ikke vigtigt / Slet ikke vigtig / Meget uvigtigt / Meget uvigtig / Helt uvigtigt"
    " | Ikke vigtigt / Ikke vigtig / Mindre vigtigt / Mindre vigtig / Uvigtigt / Uvigtig"
    " / Ikke særlig vigtigt"
    " | Hverken eller / Hverken/eller / Hverken vigtigt eller uvigtigt / Neutral"
    " / Nogenlunde vigtigt / Noget vigtigt"
    " | Vigtigt / Vigtig / Ret vigtigt | Meget vigtigt / Meget vigtig / Særdeles vigtigt",
    "Meget utilfreds | Utilfreds / Ret utilfreds | Hverken eller / Hverken/eller / Neutral"
    " / Hverken tilfreds eller utilfreds | Tilfreds / Ret tilfreds | Meget tilfreds",
    "Helt uenig / Meget uenig | Uenig / Delvist uenig / Overvejende uenig | Hverken eller"
    " / Hverken/eller / Hverken enig eller uenig / Neutral"
    " | Enig / Delvist enig / Overvejende enig | Helt enig / Meget enig",
    "Slet ikke / I meget lav grad | I lav grad / I mindre grad / I ringe grad | I nogen grad"
    " | I høj grad | I meget høj grad",
    "Slet ikke | I mindre grad / I lav grad / I ringe grad | Hverken eller / Hverken/eller"
    " | I nogen grad | I høj grad",
    # Norwegian
    "Helt uviktig / Svært uviktig / Ikke viktig i det hele tatt / Slett ikke viktig"
    " | Lite viktig / Uviktig / Ikke viktig / Mindre viktig"
    " | Verken eller / Verken viktig eller uviktig / Nøytral / Noe viktig"
    " | Viktig / Ganske viktig | Svært viktig / Veldig viktig / Meget viktig",
    "Svært misfornøyd / Veldig misfornøyd / Meget misfornøyd | Misfornøyd / Ganske misfornøyd"
    " / Litt misfornøyd | Verken eller / Verken fornøyd eller misfornøyd / Nøytral"
    " | Fornøyd / Ganske fornøyd / Litt fornøyd | Svært fornøyd / Veldig fornøyd / Meget fornøyd",
    "Helt uenig / Svært uenig | Uenig / Delvis uenig / Litt uenig | Verken eller"
    " / Verken enig eller uenig / Nøytral | Enig / Delvis enig / Litt enig"
    " | Helt enig / Svært enig",
    "Ikke i det hele tatt / Slett ikke / I svært liten grad | I liten grad / I mindre grad"
    " | I noen grad / I en viss grad | I stor grad | I svært stor grad",
    # Dutch
    "Helemaal niet belangrijk / Zeer onbelangrijk / Heel onbelangrijk | Niet belangrijk"
    " / Onbelangrijk / Niet zo belangrijk | Neutraal / Niet belangrijk en niet onbelangrijk"
    " / Enigszins belangrijk | Belangrijk / Tamelijk belangrijk"
    " | Zeer belangrijk / Heel belangrijk / Erg belangrijk",
    "Zeer ontevreden / Heel ontevreden / Erg ontevreden | Ontevreden / Enigszins ontevreden"
    " | Neutraal / Niet tevreden en niet ontevreden / Noch tevreden noch ontevreden"
    " | Tevreden / Enigszins tevreden | Zeer tevreden / Heel tevreden / Erg tevreden",
    "Helemaal mee oneens / Helemaal oneens / Zeer mee oneens | Mee oneens / Oneens"
    " / Enigszins mee oneens | Neutraal / Niet mee eens en niet mee oneens"
    " / Noch mee eens noch mee oneens | Mee eens / Eens / Enigszins mee eens"
    " | Helemaal mee eens / Helemaal eens / Zeer mee eens",
    "Helemaal niet | In kleine mate / In geringe mate / In beperkte mate | In enige mate"
    " / Enigszins | In grote mate / In hoge mate | In zeer grote mate / In zeer hoge mate",
    # German
    "Überhaupt nicht wichtig / Gar nicht wichtig / Sehr unwichtig / Völlig unwichtig"
    " | Unwichtig / Eher unwichtig / Nicht wichtig / Weniger wichtig"
    " | Teils/teils / Teils teils / Weder noch / Neutral / Mittelmäßig wichtig"
    " | Wichtig / Eher wichtig | Sehr wichtig",
    "Sehr unzufrieden | Unzufrieden / Eher unzufrieden | Teils/teils / Teils teils / Weder noch"
    " / Weder zufrieden noch unzufrieden / Neutral | Zufrieden / Eher zufrieden | Sehr zufrieden",
    "Stimme überhaupt nicht zu / Stimme gar nicht zu | Stimme nicht zu / Stimme eher nicht zu"
    " | Teils/teils / Teils teils / Weder noch / Neutral | Stimme zu / Stimme eher zu"
    " | Stimme voll und ganz zu / Stimme voll zu",
    "Gar nicht / Überhaupt nicht | In geringem Maße | In mittlerem Maße / Teilweise"
    " | In hohem Maße / In großem Maße | In sehr hohem Maße / In sehr großem Maße",
)


def _places(row: str) -> Mapping[str, int]:
    return {
        key(label): place
        for place, alternatives in enumerate(row.split(" | "), 1)
        for label in alternatives.split(" / ")
    }


SETS = tuple(map(_places, _ROWS))
