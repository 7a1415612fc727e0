"""The sentences on weak spots: why each is one, how many there are, and what the entries do not tell."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

IMPORTANT_PARTNER = Noun(
    "m",
    Say("wichtigen Partner", "important partner"),
    Say("wichtige Partner", "important partners"),
    dative="wichtigen Partnern",
)
"""For accusative and dative alone: the adjective of the singular has no nominative here."""
PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")
BODY = Noun(
    "n",
    Say("Netzwerk oder Gremium", "network or committee"),
    Say("Netzwerke oder Gremien", "networks or committees"),
    dative="Netzwerken oder Gremien",
)
TASK = Noun("f", Say("Aufgabe", "task"), Say("Aufgaben", "tasks"))

SELDOM = Say(
    "„{partner}“ gilt als wichtig ({importance}); Kontakt besteht {intensity}.",
    '"{partner}" counts as important ({importance}); contact takes place {intensity}.',
)
DORMANT = Say(
    "„{partner}“ gilt als wichtig ({importance}); der Kontakt ruht.",
    '"{partner}" counts as important ({importance}); contact is dormant.',
)
REFUSED = Say(
    "„{partner}“ gilt als wichtig ({importance}); ein Kontakt ist derzeit nicht gewünscht.",
    '"{partner}" counts as important ({importance}); contact is not wanted at present.',
)
NONE_YET = Say(
    "„{partner}“ gilt als wichtig ({importance}); bisher besteht kein Kontakt.",
    '"{partner}" counts as important ({importance}); there is no contact so far.',
)
UNKNOWN = Say(
    "„{partner}“ gilt als wichtig ({importance}); wie es um den Kontakt steht, ist nicht bekannt.",
    '"{partner}" counts as important ({importance}); how things stand with the contact is not known.',
)
ENDED = Say(
    "„{partner}“ gilt als wichtig ({importance}); der frühere Kontakt ist beendet.",
    '"{partner}" counts as important ({importance}); the earlier contact has ended.',
)
NO_ENTRY = Say(
    "„{partner}“ gilt als wichtig ({importance}); ein Kontakt ist nicht eingetragen.",
    '"{partner}" counts as important ({importance}); no contact is entered.',
)
ONE_CONTACT_PERSON = Say(
    "Bei „{partner}“ ist eine einzige Ansprechperson eingetragen: {person}.",
    'For "{partner}" a single contact person is entered: {person}.',
)
ONE_KEY_PERSON = Say(
    "Zu „{partner}“ führt nach den Einträgen nur eine Schlüsselperson: {person}.",
    'According to the entries, only one key person leads to "{partner}": {person}.',
)
ONE_FUNCTION = Say(
    "Im Netzwerk „{network}“ liegt alles, was der Dienst übernommen hat, bei einer Funktion: {function}.",
    'In the network "{network}" all that the service has taken on lies with one function: {function}.',
)
ONE_SEAT = Say(
    "Im Gremium „{committee}“ ist ein einziger Sitz eingetragen ({holder}), eine Vertretung nicht.",
    'In the committee "{committee}" a single seat is entered ({holder}), a deputy is not.',
)
NO_DEPUTY = Say(
    "Im Netzwerk „{network}“ ist für „{task}“ nur {holder} verantwortlich; eine Vertretung ist nicht "
    "eingetragen.",
    'In the network "{network}" {holder} alone is responsible for "{task}", with no deputy entered.',
)
ONE_ASSESSOR = Say(
    "Alle Einschätzungen zu wichtigen Partnern stammen von derselben Funktion im Team: {function}.",
    "All ratings of important partners come from the same function of the team: {function}.",
)
_SEPARATES = Say(
    "Nach den bekannten Verbindungen wären ohne „{partner}“ {n} von den übrigen getrennt, den Dienst nicht "
    "mitgerechnet: {names}.",
    "As far as ties are known, and leaving the service aside, {n} would be cut off from the others without "
    '"{partner}": {names}.',
)
SEPARATES = Counted(
    none=_SEPARATES,
    one=Say(_SEPARATES.de.replace("wären", "wäre", 1), _SEPARATES.en),
    many=_SEPARATES,
)

IMPORTANT_BUT_WEAK = Counted(
    none=Say(
        "Nach den Einträgen gibt es keinen wichtigen Partner mit seltenem, ruhendem oder derzeit nicht "
        "gewünschtem Kontakt.",
        "According to the entries, there is no important partner with whom contact is rare, dormant or not "
        "wanted at present.",
    ),
    one=Say(
        "Bei {n} ist der Kontakt selten, er ruht oder er ist derzeit nicht gewünscht: {names}.",
        "With {n} contact is rare, dormant or not wanted at present: {names}.",
    ),
    many=Say(
        "Bei {n} ist der Kontakt selten, er ruht oder er ist derzeit nicht gewünscht: {names}.",
        "With {n} contact is rare, dormant or not wanted at present: {names}.",
    ),
)
BLANK = Counted(
    none=Say(
        "Zu allen wichtigen Partnern ist ein Kontakt eingetragen, und es ist bekannt, wie es um ihn steht.",
        "A contact is entered for all important partners, and it is known how things stand.",
    ),
    one=Say(
        "Zu {n} besteht kein Kontakt, oder es ist nicht bekannt, wie es um ihn steht: {names}.",
        "With {n} there is no contact, or it is not known how things stand: {names}.",
    ),
    many=Say(
        "Zu {n} besteht kein Kontakt, oder es ist nicht bekannt, wie es um ihn steht: {names}.",
        "With {n} there is no contact, or it is not known how things stand: {names}.",
    ),
)
NOBODY_IMPORTANT = Say(
    "Für {year} ist noch kein Partner als wichtig eingeschätzt.",
    "No partner is rated as important for {year} yet.",
)
ONE_PERSON = Counted(
    none=Say(
        "Nach den Einträgen hängt keine wichtige oder enge Beziehung an einer einzigen Person.",
        "According to the entries, no important or close relation depends on a single person.",
    ),
    one=Say(
        "Die Beziehung zu {n} hängt nach den Einträgen an einer einzigen Person: {names}.",
        "According to the entries, the relation with {n} depends on a single person: {names}.",
    ),
    many=Say(
        "Die Beziehungen zu {n} hängen nach den Einträgen an jeweils einer einzigen Person: {names}.",
        "According to the entries, the relations with {n} each depend on a single person: {names}.",
    ),
)
ONE_SEAT_OR_FUNCTION = Counted(
    none=Say(
        "Nach den Einträgen hängt die Beteiligung in keinem Netzwerk oder Gremium an einer einzigen "
        "Funktion.",
        "According to the entries, in no network or committee does taking part depend on a single function.",
    ),
    one=Say(
        "In {n} hängt die Beteiligung nach den Einträgen an einer einzigen Funktion: {names}.",
        "According to the entries, taking part in {n} depends on a single function: {names}.",
    ),
    many=Say(
        "In {n} hängt die Beteiligung nach den Einträgen an jeweils einer einzigen Funktion: {names}.",
        "According to the entries, taking part in {n} depends on a single function each: {names}.",
    ),
)
WITHOUT_DEPUTY = Counted(
    none=Say(
        "Keine verteilte Aufgabe liegt bei einer einzigen Stelle, ohne dass eine Vertretung eingetragen ist.",
        "No task lies with a single body without a deputy being entered.",
    ),
    one=Say(
        "{N} liegt bei einer einzigen Stelle, ohne dass eine Vertretung eingetragen ist.",
        "{N} lies with a single body, and no deputy is entered.",
    ),
    many=Say(
        "{N} liegen bei jeweils einer einzigen Stelle, ohne dass eine Vertretung eingetragen ist.",
        "{N} lie with a single body each, and no deputy is entered.",
    ),
)
CUT = Counted(
    none=Say(
        "Nach den bekannten Verbindungen hält kein Partner allein andere zusammen.",
        "As far as ties are known, no partner holds others together on its own.",
    ),
    one=Say(
        "Nach den bekannten Verbindungen hält {n} allein andere zusammen: {names}.",
        "As far as ties are known, {n} holds others together on its own: {names}.",
    ),
    many=Say(
        "Nach den bekannten Verbindungen halten {n} jeweils allein andere zusammen: {names}.",
        "As far as ties are known, {n} each hold others together on their own: {names}.",
    ),
)

INTENSITY_OPEN = Counted(
    none=Say(
        "Bei jedem wichtigen Partner mit Kontakt ist eingeschätzt, wie oft er besteht.",
        "For every important partner with a contact it is rated how often it takes place.",
    ),
    one=Say(
        "Bei {n} ist nicht eingeschätzt, wie oft Kontakt besteht: {names}.",
        "For {n} it is not rated how often contact takes place: {names}.",
    ),
    many=Say(
        "Bei {n} ist nicht eingeschätzt, wie oft Kontakt besteht: {names}.",
        "For {n} it is not rated how often contact takes place: {names}.",
    ),
)
PERSONS_OPEN = Counted(
    none=Say(
        "Bei jedem wichtigen oder engen Partner mit Kontakt ist eine Person eingetragen.",
        "For every important or close partner with a contact a person is entered.",
    ),
    one=Say(
        "Bei {n}, der wichtig oder eng verbunden ist, ist keine Person eingetragen; an wem die Beziehung "
        "hängt, bleibt offen.",
        "No person is entered for {n} that is important or close; on whom the relation depends is left open.",
    ),
    many=Say(
        "Bei {n}, die wichtig oder eng verbunden sind, ist keine Person eingetragen; an wem die Beziehungen "
        "hängen, bleibt offen.",
        "No person is entered for {n} that are important or close; on whom the relations depend is left "
        "open.",
    ),
)
PERSONS_WITHHELD = Say(
    "Ansprechpersonen und Schlüsselpersonen gehören nicht zu dieser Ansicht; ob eine Beziehung an einer "
    "einzigen Person hängt, bleibt offen.",
    "Contact persons and key persons are not part of this view; whether a relation depends on a single "
    "person is left open.",
)
ASSESSOR_OPEN = Counted(
    none=Say(
        "Bei jeder Einschätzung zu einem wichtigen Partner ist eingetragen, welche Funktion sie vorgenommen "
        "hat.",
        "For every rating of an important partner it is entered which function made it.",
    ),
    one=Say(
        "Bei der Einschätzung zu einem wichtigen Partner ist nicht eingetragen, welche Funktion sie "
        "vorgenommen hat.",
        "For the rating of one important partner it is not entered which function made it.",
    ),
    many=Say(
        "Bei den Einschätzungen zu {n} ist nicht eingetragen, welche Funktion sie vorgenommen hat.",
        "For the ratings of {n} it is not entered which function made them.",
    ),
)
TEAM = Say(
    "Wer im Team einen Partner persönlich kennt und wer wen vertritt, wird nicht eingetragen; das weiß nur "
    "das Team selbst.",
    "Who in the team knows a partner in person, and who stands in for whom, is not entered; only the team "
    "itself knows.",
)
TIES_OPEN = Say(
    "Für {year} sind die Verbindungen der Partner untereinander nicht erhoben; wer andere zusammenhält, "
    "bleibt offen.",
    "Ties among partners were not surveyed for {year}; who holds others together is left open.",
)
