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
RELATION = Noun("f", Say("Beziehung", "relation"), Say("Beziehungen", "relations"))
PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")
BODY = Noun(
    "n",
    Say("Netzwerk oder Gremium", "network or committee"),
    Say("Netzwerke und Gremien", "networks and committees"),
    dative="Netzwerken und Gremien",
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
    '"{partner}" counts as important ({importance}); how the contact stands is not known.',
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
    'As far as entered, only one key person leads to "{partner}": {person}.',
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
    "Alle Einschätzungen wichtiger Partner stammen von derselben Funktion im Team: {function}.",
    "All ratings of important partners come from the same function of the team: {function}.",
)
_SEPARATES = Say(
    "Ohne „{partner}“ wären nach den bekannten Verbindungen, den Dienst nicht gerechnet, {n} von den übrigen "
    "getrennt: {names}.",
    'Without "{partner}", the service left aside and as far as ties are known, {n} would be cut off from the '
    "others: {names}.",
)
SEPARATES = Counted(
    none=_SEPARATES,
    one=Say(_SEPARATES.de.replace("wären", "wäre", 1), _SEPARATES.en),
    many=_SEPARATES,
)

IMPORTANT_BUT_WEAK = Counted(
    none=Say(
        "Nach den Einträgen ist bei keinem wichtigen Partner der Kontakt selten, ruhend oder derzeit nicht "
        "gewünscht.",
        "As far as entered, with no important partner is contact rare, dormant or not wanted at present.",
    ),
    one=Say(
        "Bei {n} ist der Kontakt selten, ruhend oder derzeit nicht gewünscht: {names}.",
        "With {n} contact is rare, dormant or not wanted at present: {names}.",
    ),
    many=Say(
        "Bei {n} ist der Kontakt selten, ruhend oder derzeit nicht gewünscht: {names}.",
        "With {n} contact is rare, dormant or not wanted at present: {names}.",
    ),
)
BLANK = Counted(
    none=Say(
        "Zu allen wichtigen Partnern ist ein Kontakt eingetragen, und sein Stand ist bekannt.",
        "A contact is entered for all important partners, and how it stands is known.",
    ),
    one=Say(
        "Zu {n} besteht kein Kontakt, oder es ist nicht bekannt, wie er steht: {names}.",
        "With {n} there is no contact, or it is not known how it stands: {names}.",
    ),
    many=Say(
        "Zu {n} besteht kein Kontakt, oder es ist nicht bekannt, wie er steht: {names}.",
        "With {n} there is no contact, or it is not known how it stands: {names}.",
    ),
)
NOBODY_IMPORTANT = Say(
    "Für {year} ist noch kein Partner als wichtig eingeschätzt.",
    "No partner is rated as important for {year} yet.",
)
ONE_PERSON = Counted(
    none=Say(
        "Nach den Einträgen hängt keine wichtige oder enge Beziehung an einer einzigen Person.",
        "As far as entered, no important or close relation hangs on a single person.",
    ),
    one=Say(
        "{N} hängt nach den Einträgen an einer einzigen Person: {names}.",
        "{N} hangs on a single person, as far as entered: {names}.",
    ),
    many=Say(
        "{N} hängen nach den Einträgen an jeweils einer einzigen Person: {names}.",
        "{N} hang on a single person each, as far as entered: {names}.",
    ),
)
ONE_SEAT_OR_FUNCTION = Counted(
    none=Say(
        "Nach den Einträgen hängt in keinem Netzwerk oder Gremium die Beteiligung an einer Funktion allein.",
        "In no network or committee does taking part hang on a single function, as far as entered.",
    ),
    one=Say(
        "In {n} hängt die Beteiligung nach den Einträgen an einer einzigen Funktion: {names}.",
        "In {n} taking part hangs on a single function, as far as entered: {names}.",
    ),
    many=Say(
        "In {n} hängt die Beteiligung nach den Einträgen an jeweils einer einzigen Funktion: {names}.",
        "In {n} taking part hangs on a single function each, as far as entered: {names}.",
    ),
)
WITHOUT_DEPUTY = Counted(
    none=Say(
        "Keine verteilte Aufgabe liegt bei einer Stelle allein, ohne dass eine Vertretung eingetragen ist.",
        "No task lies with one body alone without a deputy being entered.",
    ),
    one=Say(
        "{N} liegt bei einer Stelle allein, und eine Vertretung ist nicht eingetragen.",
        "{N} lies with one body alone, and no deputy is entered.",
    ),
    many=Say(
        "{N} liegen bei jeweils einer Stelle allein, und eine Vertretung ist nicht eingetragen.",
        "{N} lie with one body alone each, and no deputy is entered.",
    ),
)
CUT = Counted(
    none=Say(
        "Nach den bekannten Verbindungen hält kein Partner allein andere zusammen.",
        "As far as ties are known, no partner alone holds others together.",
    ),
    one=Say(
        "Nach den bekannten Verbindungen hält {n} allein andere zusammen: {names}.",
        "As far as ties are known, {n} alone holds others together: {names}.",
    ),
    many=Say(
        "Nach den bekannten Verbindungen halten {n} jeweils allein andere zusammen: {names}.",
        "As far as ties are known, {n} each alone hold others together: {names}.",
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
        "Bei {n}, wichtig oder eng verbunden, ist keine Person eingetragen; woran die Beziehung hängt, "
        "bleibt offen.",
        "For {n}, important or close, no person is entered; what the relation hangs on is left open.",
    ),
    many=Say(
        "Bei {n}, wichtig oder eng verbunden, ist keine Person eingetragen; woran die Beziehungen hängen, "
        "bleibt offen.",
        "For {n}, important or close, no person is entered; what the relations hang on is left open.",
    ),
)
PERSONS_WITHHELD = Say(
    "Ansprechpersonen und Schlüsselpersonen gehören nicht zu dieser Ansicht; ob eine Beziehung an einer "
    "einzigen Person hängt, bleibt offen.",
    "Contact persons and key persons are not part of this view; whether a relation hangs on a single person "
    "is left open.",
)
ASSESSOR_OPEN = Counted(
    none=Say(
        "Bei jeder Einschätzung eines wichtigen Partners steht, wer sie getroffen hat.",
        "With every rating of an important partner it is entered who made it.",
    ),
    one=Say(
        "Bei der Einschätzung eines wichtigen Partners steht nicht, welche Funktion sie getroffen hat.",
        "With the rating of one important partner it is not entered which function made it.",
    ),
    many=Say(
        "Bei den Einschätzungen von {n} steht nicht, welche Funktion sie getroffen hat.",
        "With the ratings of {n} it is not entered which function made them.",
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
