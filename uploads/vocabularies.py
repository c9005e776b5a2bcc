"""The words that registers use for what is stored as a code, in five languages.

Words are matched whole. What is in none of these is shown, and the user says what it stands for.
"""

from collections.abc import Mapping

from uploads.text import key

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "yes_no": {
        "yes": "yes, y, true, 1, ja, j, sand, sandt, sant, waar, wahr, x",
        "no": "no, n, false, 0, nej, nei, nee, nein, falsk, falskt, usann, onwaar, falsch",
    },
    "status": {
        "active": "active, aktiv, aktivt, actief, member, medlem, lid, mitglied, current,"
        " nuværende,"
        " indmeldt, innmeldt",
        "in_notice": "in notice, i opsigelse, opsagt, i oppsigelse, oppsagt, in opzegtermijn,"
        " gekündigt",
        "in_arrears": "in arrears, arrears, restance, i restance, restanse, i restanse,"
        " achterstand,"
        " rückstand",
        "recently_left": "recently left",
        "former": "former, former member, left, tidligere, tidligere medlem, udmeldt, utmeldt,"
        " ehemaliges mitglied, voormalig lid, opgezegd, uitgeschreven, ausgetreten, ehemalig",
    },
    "member_type": {
        "full": "full, full time, full-time, fuldtid, ordinær, ordinært, ordinært medlem, heltid,"
        " fulltid, yrkesaktiv, voltijd, vollzeit, aktiv, erhvervsaktiv",
        "part_time": "part time, part-time, deltid, deeltijd, teilzeit",
        "student": "student, pupil, studerende, studie, elev, lærling, elev eller studerende,"
        " leerling, studerend, studentmedlem, auszubildende",
        "new_graduate": "new graduate, graduate, dimittend, nyuddannet, nyutdannet, afgestudeerd,"
        " berufseinsteiger",
        "unemployed": "unemployed, ledig, arbejdsløs, arbeidsledig, werkloos, arbeitslos",
        "early_pension": "early pension, early retirement, efterløn, efterlønner, førtidspension,"
        " afp, vervroegd pensioen, vorruhestand",
        "senior": "senior, retired, pension, pensionist, pensjonist, pensioniert, gepensioneerd,"
        " rentner",
        "resting": "resting, passive, hvilende, passiv, passivt, hvilende medlem, slapend, ruhend",
    },
    "product": {
        "union": "union, union only, fagforening, kun fagforening, forbund, vakbond, gewerkschaft",
        "both": "both, union and fund, begge, fagforening og a-kasse, forbund og a-kasse,"
        " a-kasse og fagforening, beide",
        "fund": "fund, fund only, a-kasse, akasse, kun a-kasse, a-kasse alene",
    },
    "route": {
        "resigned": "resigned, resignation, opsagt, udmeldt, udmeldelse, egen udmeldelse, utmeldt,"
        " utmelding, egen oppsigelse, opgezegd, opzegging, kündigung",
        "transferred": "transferred, transfer, overflyttet, overflytning, overført,"
        " skiftet forbund,"
        " overgeschreven, übertritt",
        "arrears": "arrears, not paid, restance, slettet, slettet restance, manglende betaling,"
        " restanse, strøket, wanbetaling, zahlungsrückstand",
        "retired": "retired, retirement, pension, pensioneret, gået på pension, pensjon,"
        " pensjonert,"
        " pensioen, gepensioneerd, ruhestand",
        "death": "death, died, deceased, død, dødsfald, afgået ved døden, dødsfall, overleden,"
        " overlijden, verstorben, tod",
        "excluded": "excluded, expelled, ekskluderet, eksklusion, ekskludert, geroyeerd,"
        " ausgeschlossen",
    },
    "reason": {
        "dissatisfied": "dissatisfied, not satisfied, utilfreds, dårlig service, fik ikke hjælp,"
        " misfornøyd, ontevreden, unzufrieden",
        "too_expensive": "too expensive, price, fee too high, for dyrt, for høj pris, pris,"
        " kontingent for højt, for høyt kontingent, te duur, prijs, zu teuer",
        "changed_job": "changed job, new job, nyt job, jobskifte, skiftet job, skiftet branche,"
        " ny jobb, byttet jobb, nieuwe baan, andere baan, neuer job, stellenwechsel",
        "no_use": "no use, do not use it, don't use it, bruger det ikke, ingen brug for det,"
        " intet udbytte, bruker det ikke, gebruik het niet, geen nut, kein nutzen",
        "own_firm": "own firm, self-employed, self employed, selvstændig, blevet selvstændig,"
        " egen virksomhed, selvstendig, zelfstandig, zzp, selbstständig",
        "studies": "studies, studying, studerer, studie, begyndt at læse, uddannelse, studier,"
        " studie begonnen, studium",
        "better_offer": "better offer, another union, anden fagforening, skifter fagforening,"
        " annen fagforening, bedre tilbud, beter aanbod, andere vakbond, andere gewerkschaft",
        "retired": "retired, retirement, pension, gået på pension, pensjon, pensioen, ruhestand",
        "death": "death, died, død, dødsfald, dødsfall, overleden, tod",
        "arrears": "arrears, restance, restanse, achterstand",
        "excluded": "excluded, ekskluderet, ekskludert, geroyeerd",
        "other": "other, andet, anden grund, annet, anders, overig, sonstiges, andere",
        "unknown": "unknown, not known, ukendt, ikke oplyst, ukjent, ikke oppgitt, onbekend,"
        " unbekannt",
    },
    "event": {
        "joined": "joined, join, indmeldt, indmeldelse, innmeldt, innmelding, genindmeldt,"
        " genindmeldelse, lid geworden, eintritt, rejoined",
        "left": "left, resigned, udmeldt, udmeldelse, utmeldt, utmelding, opgezegd, uitgeschreven,"
        " austritt",
        "benefit_use": "benefit use, benefit_use, use, used, brug, brugt tilbud, ydelse, bruk,"
        " gebruik, nutzung",
        "interaction": "interaction, contact, call, kontakt, opkald, samtale, henvendelse, telefon,"
        " mail, meeting, møde, møte, gesprek, telefoongesprek, kontaktaufnahme",
        "complaint": "complaint, klage, klacht, beschwerde",
        "referral": "referral, henvisning, hvervning, anbefaling, verving, doorverwijzing,"
        " empfehlung",
        "purchase": "purchase, køb, kjøp, aankoop, kauf",
        "payment": "payment, betaling, indbetaling, innbetaling, zahlung",
    },
    "benefit_kind": {
        "cash": "cash, cash benefit, kontant, kontante fordele, rabat, rabatter, kontanter,"
        " rabatt, korting",
        "advice": "advice, rådgivning, råd, advies, beratung",
        "insurance": "insurance, forsikring, tryghed, verzekering, versicherung",
        "community": "community, fællesskab, fellesskap, gemeenschap, gemeinschaft",
        "solidarity": "solidarity, solidaritet, solidariteit, solidarität",
        "political": "political, politics, politisk, politik, politikk, politiek, politisch",
    },
    "goal": {
        "stay": "stay, retain, retention, fastholdelse, bliv, behold, beholde, behouden, bleiben",
        "return": "return, win back, win-back, winback, genhvervning, gjenvinning, terugwinnen,"
        " rückgewinnung",
    },
    "role": {
        "treated": "treated, treatment, test, target, contacted, kontaktet, behandlet, testgruppe,"
        " indsats, gecontacteerd, kontaktiert",
        "holdout": "holdout, hold out, control, control group, kontrol, kontrolgruppe, kontroll,"
        " kontrollgruppe, controle, controlegroep, none, ingen, no e-mail, no email, no contact,"
        " no mail, ingen kontakt, not contacted, ikke kontaktet, geen contact, kein kontakt",
    },
    "consent": {
        "given": "given, yes, ja, 1, true, samtykke, opt in, opt-in, granted, gegeven",
        "withdrawn": "withdrawn, no, nej, nei, nee, 0, false, trukket tilbage, trukket, opt out,"
        " opt-out, ingetrokken",
        "do_not_contact": "do not contact, do_not_contact, må ikke kontaktes, kontakt ikke,"
        " skal ikke kontaktes, niet benaderen, nicht kontaktieren",
    },
    "channel": {
        "phone": "phone, telephone, call, telefon, opkald, telefoon",
        "sms": "sms, text message, text, besked",
        "email": "email, e-mail, mail, e-post, epost, e-mailadres",
        "letter": "letter, post, brev, brief",
        "meeting": "meeting, møde, møte, bijeenkomst, treffen",
    },
}  # fmt: skip


def _words(texts: Mapping[str, str]) -> dict[str, str]:
    of_word = {key(word): code for code, words in texts.items() for word in words.split(",")}
    return of_word | {code: code for code in texts}


WORDS = {name: _words(texts) for name, texts in _TEXTS.items()}
CODES = {name: tuple(texts) for name, texts in _TEXTS.items()}
