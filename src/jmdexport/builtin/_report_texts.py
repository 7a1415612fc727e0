"""The words of the annual report, each in German and English: the place for everybody who translates.

A sentence that holds a number is written out for none, for one, and for two or more, because verb and ending
follow the number; ``{n}`` stands for the number with its noun ("kein Partner", "zwei Partner"). Names are set
in as they are, so a sentence is built so that no name has to change its ending.
"""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun
from jmdmodel.vocabulary import ParticipationForm

# Nouns that are counted.

PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), "Partnern")
UNIT = Noun("n", Say("Gebiet", "area"), Say("Gebiete", "areas"), "Gebieten")
ROLE = Noun("f", Say("Funktion", "function"), Say("Funktionen", "functions"))
MEMBER = Noun("n", Say("Mitglied", "member"), Say("Mitglieder", "members"), "Mitgliedern")
NETWORK = Noun("n", Say("Netzwerk", "network"), Say("Netzwerke", "networks"), "Netzwerken")
COMMITTEE = Noun("n", Say("Gremium", "committee"), Say("Gremien", "committees"))
SESSION = Noun("f", Say("Sitzung", "session"), Say("Sitzungen", "sessions"))
TIE = Noun("f", Say("Verbindung", "tie"), Say("Verbindungen", "ties"))
ACTIVITY = Noun("f", Say("Tätigkeit", "activity"), Say("Tätigkeiten", "activities"))
FINDING = Noun("m", Say("Befund", "finding"), Say("Befunde", "findings"), "Befunden")

# Words of tables.

NOTHING = Say("–", "–")
TOTAL = Say("Zusammen", "Total")
NUMBER = Say("Nr.", "No.")
NOT_ASSESSED = Say("nicht eingeschätzt", "not assessed")

# The head of the report.

TITLE = Say("Jahresbericht {year}", "Annual report {year}")
FACT = Say("Angabe", "Item")
CONTENT = Say("Inhalt", "Content")
SERVICE = Say("Dienst", "Service")
REPORT_YEAR = Say("Berichtsjahr", "Year of the report")
AS_OF = Say("Stand", "As of")
EDITION = Say("Fassung für", "Edition for")
BASIS = Say("Grundlage", "Basis")
STATUS = Say("Bearbeitungsstand", "Status")
SUBMITTED_ON = Say("vorgelegt am", "submitted on")
SUBMITTED_TO = Say("vorgelegt bei", "submitted to")
INTRODUCTION_HEADING = Say("Einleitung", "Introduction")
OUR_FUNCTION = Say("Dienst: {function}", "service: {function}")
PICTURE_TOO_LARGE = Say(
    "Das Bild „{title}“ fehlt hier, weil eine Seite im Format A3 nicht dafür reicht.",
    'The picture "{title}" is missing here, because a page of the size A3 has no room for it.',
)

# The service and its team.

SERVICE_HEADING = Say("Der Dienst und sein Team", "The service and its team")
PROVIDER = Say("Träger", "Provider")
PROVIDER_GROUP = Say("Trägergruppe", "Group of providers")
ADDRESS = Say("Anschrift", "Address")
FOUNDED = Say("Besteht seit", "Founded in")
FEDERATION = Say("Verband", "Federation")
POSTS = Say("Vollzeitstellen", "Full-time posts")
OFFERS_AT = Say("Orte der eigenen Angebote", "Places of its own offers")
POSTS_MISSING = Say(
    "Die Zahl der Vollzeitstellen ist nicht eingetragen.", "The number of full-time posts is not entered."
)
SERVICE_ENTER = Say(
    "Eingetragen wird sie unter „service“ als „posts“.", 'It is entered under "service" as "posts".'
)
STAFF_ENTER = Say(
    "Eingetragen werden Funktionen unter „staff“, ohne Namen von Personen.",
    'Functions are entered under "staff", without names of people.',
)
TEAM = Counted(
    none=Say("Für das Team ist keine Funktion eingetragen.", "No function is entered for the team."),
    one=Say("Im Team gibt es {n}: {names}.", "The team has {n}: {names}."),
    many=Say("Im Team gibt es {n}: {names}.", "The team has {n}: {names}."),
)
PERSONS_HEADING = Say("Fallarbeit in Zahlen", "Case work in figures")
PERSONS_ENTER = Say(
    "Eingetragen werden Jahreszahlen unter „figures“; Teilnehmende stehen bei Gruppenangebot, Veranstaltung, "
    "Maßnahme und Beteiligung unter „people“.",
    'Yearly figures are entered under "figures"; numbers of participants stand under "people" with group '
    "offer, "
    "event, measure and participation.",
)
PERSONS_WHO = Say("Wer gezählt wurde", "Who was counted")
PERSONS_NUMBER = Say("Zahl", "Number")
PERSONS_HIDDEN = Say(
    "Zahlen zu erreichten Menschen sind nicht Teil dieser Fassung.",
    "This edition does not include numbers of people reached.",
)
PERSONS_MISSING = Say(
    "Für {year} ist nicht eingetragen, wie viele Menschen beraten wurden oder teilgenommen haben.",
    "For {year} it is not entered how many people were counselled or took part.",
)
TEAM_HIDDEN = Say(
    "Angaben zum Team sind nicht Teil dieser Fassung.", "This edition does not include the team."
)
FUNCTION = Say("Funktion", "Function")
WEEKLY_HOURS = Say("Wochenstunden", "Hours a week")

# The social space.

SPACE_HEADING = Say("Der Sozialraum", "The social space")
SPACE_MISSING = Say(
    "Der Sozialraum des Dienstes ist noch nicht beschrieben.",
    "The social space of the service is not described yet.",
)
SPACE_NAME = Say("Der Sozialraum heißt „{name}“.", 'The social space is called "{name}".')
SPACE_UNITS = Counted(
    none=Say("Ihm ist kein Gebiet zugeordnet.", "No area is assigned to it."),
    one=Say("Zu ihm gehört {n}: {names}.", "It consists of {n}: {names}."),
    many=Say("Zu ihm gehören {n}: {names}.", "It consists of {n}: {names}."),
)
UNITS_ALL = Counted(
    none=Say("", ""),
    one=Say("Beschrieben ist insgesamt {n}.", "In all, {n} is described."),
    many=Say(
        "Beschrieben sind insgesamt {n}; die Tabelle zeigt, was worin liegt.",
        "In all, {n} are described; the table shows what lies in what.",
    ),
)
UNIT_NAME = Say("Gebiet", "Area")
UNIT_LEVEL = Say("Ebene", "Level")
AGS = Say("Gemeindeschlüssel (AGS)", "Municipality key (AGS)")
ARS = Say("Regionalschlüssel (ARS)", "Regional key (ARS)")
LIES_IN = Say("liegt in", "lies in")
LOCAL_KEY = Say("örtlich: {key}", "local: {key}")
SPACE_ENTER = Say(
    "Beschrieben wird er unter „space“ mit Namen, Gebieten und Kurzporträt („portrait“).",
    'It is described under "space" with name, units and portrait.',
)
PORTRAIT_MISSING = Say(
    "Ein Kurzporträt des Sozialraums fehlt noch.", "A portrait of the social space is still missing."
)
BOUNDARY_INTRO = Say("So ist der Sozialraum abgegrenzt:", "This is how the social space is bounded:")

# The network: map.

NETWORK_HEADING = Say("Das Netzwerk", "The network")
MAP_HEADING = Say("Die Netzwerkkarte {year}", "The network map {year}")
MAP_AS_OF = Say(
    "Die Netzwerkkarte zeigt den Stand vom {day}.", "The network map shows how things stood on {day}."
)
MAP_ASSESSOR = Say(
    "Die Kontakte hat die Funktion „{function}“ eingeschätzt.",
    'The contacts were rated by the function "{function}".',
)
MAP_NO_ASSESSOR = Say(
    "Wer die Kontakte eingeschätzt hat, ist nicht vermerkt.", "It is not noted who rated the contacts."
)
MAP_READING = Say(
    "Je näher ein Partner an der Mitte steht, desto häufiger ist der Kontakt; je größer sein Zeichen, desto "
    "wichtiger ist er für die Ziele des Dienstes. Wie gut die Zusammenarbeit ist, zeigt die Nähe nicht.",
    "The closer a partner stands to the middle, the more frequent is the contact; the larger its symbol, the "
    "more it matters to the goals of the service. Closeness does not show how good the cooperation is.",
)
MAP_MISSING = Say("Für {year} liegt keine Netzwerkkarte vor.", "There is no network map for {year}.")
MAP_OTHER_YEARS = Say("Karten gibt es für {years}.", "There are maps for {years}.")
MAP_ENTER = Say(
    "Angelegt wird sie unter „maps“ mit dem Jahr; was sie zeigt, folgt aus den Einschätzungen der Kontakte.",
    'It is entered under "maps" with its year; what it shows follows from the ratings of the contacts.',
)
MAP_NO_YEARS = Say("Auch für andere Jahre gibt es keine.", "There is none for other years either.")
MAP_TOO_LARGE = Counted(
    none=Say("", ""),
    one=Say(
        "Ein Bild der Karte fehlt hier, weil der Name des Partners auch auf einer Seite im Format A3 keinen "
        "Platz hat. Ein Kurzname schafft Platz.",
        "There is no picture of the map here, because even a page of the size A3 has no room for the name of "
        "the partner. A short name will help.",
    ),
    many=Say(
        "Ein Bild der Karte fehlt hier, weil {n} auch auf einer Seite im Format A3 nicht in lesbarer Schrift "
        "Platz haben. Kurznamen für lange Namen schaffen Platz, ebenso ein gemeinsamer Eintrag für mehrere "
        "Stellen.",
        "There is no picture of the map here, because even a page of the size A3 has no room for {n} in "
        "readable type. Short names for long ones will help, and so will one entry for several "
        "bodies.",
    ),
)
MAP_HIDDEN = Say(
    "Die Netzwerkkarte und die Einschätzungen der Kontakte sind nicht Teil dieser Fassung.",
    "The network map and the ratings of contacts are not part of this edition.",
)

# The network: partners.

PARTNERS_HEADING = Say("Partner nach Art und Sektor", "Partners by kind and sector")
PARTNERS = Counted(
    none=Say("Zum {day} ist {n} erfasst.", "As of {day}, {n} are recorded."),
    one=Say("Zum {day} ist {n} erfasst.", "As of {day}, {n} is recorded."),
    many=Say("Zum {day} sind {n} erfasst.", "As of {day}, {n} are recorded."),
)
KINDS_NOTE = Say(
    "Jeder Partner zählt unter seiner Hauptart. Die Spalte „außerdem“ nennt, wie viele weitere Partner auch "
    "zu dieser Art gehören.",
    'Each partner counts under its main kind. The column "besides" shows how many further partners belong to '
    "that kind as well.",
)
KIND = Say("Art", "Kind")
PARTNER_COLUMN = Say("Partner", "Partners")
BESIDES = Say("außerdem", "besides")
ACTIVE = Say("im Kontakt", "in contact")
RATED = Say("eingeschätzt", "rated")
KINDS_MISSING = Counted(
    none=Say(
        "Alle Arten von Partnern, die das Rahmenkonzept nennt, sind vertreten.",
        "All kinds of partner that the framework concept names are represented.",
    ),
    one=Say(
        "Eine Art von Partnern, die das Rahmenkonzept nennt, ist nicht vertreten: {names}.",
        "One kind of partner that the framework concept names is not represented: {names}.",
    ),
    many=Say(
        "Diese Arten von Partnern, die das Rahmenkonzept nennt, sind nicht vertreten: {names}.",
        "These kinds of partner that the framework concept names are not represented: {names}.",
    ),
)
KINDS_EXPLAINED = Say("{kind}: {reason}", "{kind}: {reason}")
KINDS_EXPLAINED_INTRO = Say("Warum es sie hier nicht gibt:", "Why there are none here:")
SECTOR = Say("Sektor", "Sector")
TRANSITION = Counted(
    none=Say(
        "Am Übergang von der Schule in den Beruf ist {n} erfasst.",
        "At the transition from school to work, {n} are recorded.",
    ),
    one=Say(
        "Am Übergang von der Schule in den Beruf ist {n} erfasst:",
        "At the transition from school to work, {n} is recorded:",
    ),
    many=Say(
        "Am Übergang von der Schule in den Beruf sind {n} erfasst:",
        "At the transition from school to work, {n} are recorded:",
    ),
)
TRANSITION_ROLE = Say("Rolle am Übergang", "Role at the transition")
NAMES = Say("Namen", "Names")

# The network: contacts.

CONTACTS_HEADING = Say("Kontakte: wie oft und wie wichtig", "Contacts: how often and how important")
SHOWN = Counted(
    none=Say("Auf der Karte steht {n}.", "On the map there are {n}."),
    one=Say("Auf der Karte steht {n}.", "On the map there is {n}."),
    many=Say("Auf der Karte stehen {n}.", "On the map there are {n}."),
)
RINGED = Counted(
    none=Say(
        "Wie häufig der Kontakt ist, wurde für keinen von ihnen eingeschätzt.",
        "The frequency of contact was rated for none of them.",
    ),
    one=Say(
        "Wie häufig der Kontakt ist, wurde für einen von ihnen eingeschätzt.",
        "The frequency of contact was rated for one of them.",
    ),
    many=Say(
        "Wie häufig der Kontakt ist, wurde für {number} von ihnen eingeschätzt.",
        "The frequency of contact was rated for {number} of them.",
    ),
)
RINGED_ALL = Say(
    "Wie häufig der Kontakt ist, wurde für alle eingeschätzt.",
    "The frequency of contact was rated for all of them.",
)
RINGED_ONLY = Say("Wie häufig der Kontakt ist, wurde eingeschätzt.", "The frequency of contact was rated.")
HOW_OFTEN = Say("Wie oft Kontakt besteht", "How often there is contact")
HOW_IMPORTANT = Say("Wie wichtig der Kontakt ist", "How important the contact is")
IMPORTANCE_OPEN = Say("nicht eingeschätzt", "not rated")
BESIDE_RINGS = Say("Außerhalb der Ringe", "Outside the rings")
SELDOM = Counted(
    none=Say(
        "Zu allen Partnern auf einem Ring, die für die meisten Ziele nötig oder unverzichtbar sind, besteht "
        "mindestens viermal im Jahr Kontakt.",
        "With all partners on a ring that are needed for most goals or indispensable there is contact at "
        "least four times a year.",
    ),
    one=Say(
        "Für die meisten Ziele nötig oder unverzichtbar, aber höchstens dreimal im Jahr im Kontakt ist {n}: "
        "{names}.",
        "{n} is needed for most goals or indispensable, but in contact three times a year at most: {names}.",
    ),
    many=Say(
        "Für die meisten Ziele nötig oder unverzichtbar, aber höchstens dreimal im Jahr im Kontakt sind {n}: "
        "{names}.",
        "{n} are needed for most goals or indispensable, but in contact three times a year at most: {names}.",
    ),
)
NO_IMPORTANT = Say(
    "Als nötig für die meisten Ziele oder unverzichtbar ist kein Kontakt eingeschätzt.",
    "No contact is rated as needed for most goals or as indispensable.",
)
BROKERED = Counted(
    none=Say(
        "Dass der Dienst {year} Partner miteinander in Verbindung gebracht hat, ist nicht vermerkt.",
        "No tie between partners that the service brokered is noted for {year}.",
    ),
    one=Say(
        "Im Jahr {year} hat der Dienst {n} zwischen Partnern vermittelt:",
        "In {year} the service brokered {n} between partners:",
    ),
    many=Say(
        "Im Jahr {year} hat der Dienst {n} zwischen Partnern vermittelt:",
        "In {year} the service brokered {n} between partners:",
    ),
)
PAIR = Say("{one} – {other}", "{one} – {other}")
TIES_KNOWN = Counted(
    none=Say(
        "Verbindungen der Partner untereinander wurden zuletzt am {day} erhoben; {n} ist bekannt.",
        "Ties among the partners were last surveyed on {day}; {n} are known.",
    ),
    one=Say(
        "Verbindungen der Partner untereinander wurden zuletzt am {day} erhoben; {n} ist bekannt.",
        "Ties among the partners were last surveyed on {day}; {n} is known.",
    ),
    many=Say(
        "Verbindungen der Partner untereinander wurden zuletzt am {day} erhoben; {n} sind bekannt.",
        "Ties among the partners were last surveyed on {day}; {n} are known.",
    ),
)
TIES_UNKNOWN = Say(
    "Welche Verbindungen die Partner untereinander haben, wurde für {year} nicht erhoben.",
    "Ties among the partners were not surveyed for {year}.",
)

# The network: networks.

NETWORKS_HEADING = Say("Netzwerke", "Networks")
NETWORKS = Counted(
    none=Say("Zum {day} ist {n} erfasst.", "As of {day}, {n} are recorded."),
    one=Say("Zum {day} ist {n} erfasst.", "As of {day}, {n} is recorded."),
    many=Say("Zum {day} sind {n} erfasst.", "As of {day}, {n} are recorded."),
)
NETWORKS_HIDDEN = Say(
    "Mitglieder, Beteiligung, Netzwerkanalysen, Absprachen und Überprüfungen sind nicht Teil dieser Fassung.",
    "Members, participation, network assessments, agreements and reviews are not part of this edition.",
)
NETWORKS_ENTER = Say(
    "Netzwerke werden unter „networks“ eingetragen, mit Mitgliedern, Zielen, Absprachen, Analysen und "
    "Überprüfungen.",
    'Networks are entered under "networks" with members, goals, agreements, assessments and reviews.',
)
JOINED = Say(
    "Das Netzwerk bestand bereits, der Dienst ist hinzugekommen.",
    "The network existed before, the service joined it.",
)
INITIATED = Say("Der Dienst hat das Netzwerk angestoßen.", "The service initiated the network.")
ORIGIN_OPEN = Say(
    "Wie das Netzwerk entstand, ist nicht vermerkt.", "It is not noted how the network came about."
)
AIM_OPEN = Say("Der Zweck des Netzwerks ist nicht vermerkt.", "The aim of the network is not noted.")
SINCE = Say("Es besteht seit dem {day}.", "It has existed since {day}.")
STATUTORY = Say("Gesetzliche Grundlage: {text}.", "Statutory basis: {text}.")
PARTICIPATION = {
    ParticipationForm.LEAD: Say(
        "Im Jahr {year} war der Dienst federführend beteiligt.", "In {year} the service took the lead."
    ),
    ParticipationForm.ACTIVE: Say(
        "Im Jahr {year} war der Dienst aktiv beteiligt.", "In {year} the service took an active part."
    ),
    ParticipationForm.OBSERVING: Say(
        "Im Jahr {year} nahm der Dienst beobachtend teil.",
        "In {year} the service took part as an observer.",
    ),
    ParticipationForm.INFORMED: Say(
        "Im Jahr {year} ließ sich der Dienst über die Arbeit informieren.",
        "In {year} the service was kept informed of the work.",
    ),
    ParticipationForm.LEFT: Say(
        "Im Jahr {year} ist der Dienst ausgeschieden.", "In {year} the service left the network."
    ),
}
PARTICIPATION_OPEN = Say(
    "In welcher Form der Dienst {year} beteiligt war, ist nicht vermerkt.",
    "It is not noted in which form the service took part in {year}.",
)
REASON = Say("Begründung: {text}", "Reason: {text}")
MEMBERS_NAMED = Counted(
    none=Say("Namentlich ist {n} erfasst.", "{n} are recorded by name."),
    one=Say("Namentlich ist {n} erfasst: {names}.", "{n} is recorded by name: {names}."),
    many=Say("Namentlich sind {n} erfasst: {names}.", "{n} are recorded by name: {names}."),
)
MEMBERS_STATED = Counted(
    none=Say("Angegeben ist {n}.", "The network states {n}."),
    one=Say("Angegeben ist insgesamt {n}.", "The network states {n} in all."),
    many=Say("Angegeben sind insgesamt {n}.", "The network states {n} in all."),
)
WITH_ROLE = Say("{name} ({role})", "{name} ({role})")
ASSESSMENT = Say(
    "Die Netzwerkanalyse vom {day} stammt von der Funktion „{function}“.",
    'The network assessment of {day} was made by the function "{function}".',
)
ASSESSMENT_OPEN = Say(
    "Bei der Netzwerkanalyse vom {day} ist nicht vermerkt, von wem sie stammt.",
    "It is not noted who made the network assessment of {day}.",
)
ASSESSMENT_MISSING = Say(
    "Eine Netzwerkanalyse liegt bis zum {day} nicht vor; die vier Merkmale sind daher offen.",
    "Up to {day} there is no network assessment; the four attributes are therefore open.",
)
ATTRIBUTE = Say("Merkmal", "Attribute")
JUDGEMENT = Say("Einschätzung", "Assessment")
MEANING = Say("Das heißt", "That means")

# Committees.

COMMITTEES_HEADING = Say("Gremien und Arbeitskreise", "Committees and working groups")
COMMITTEES = Counted(
    none=Say("Für das Jahr {year} ist {n} erfasst.", "{n} are recorded for {year}."),
    one=Say("Für das Jahr {year} ist {n} erfasst.", "{n} is recorded for {year}."),
    many=Say("Für das Jahr {year} sind {n} erfasst.", "{n} are recorded for {year}."),
)
COMMITTEES_HIDDEN = Say(
    "Sitze, Sitzungen, Beiträge und Lücken im Angebot sind nicht Teil dieser Fassung.",
    "Seats, sessions, contributions and gaps in the offers are not part of this edition.",
)
COMMITTEE_COLUMN = Say("Gremium", "Committee")
LEVEL = Say("Ebene", "Level")
SEATS = Say("Rolle (Sitz)", "Role (seat)")
SEAT = Say("{role} (Sitz: {holder})", "{role} (seat: {holder})")
SEAT_FOR = Say("{role} (Sitz: {holder}; Auftrag: {body})", "{role} (seat: {holder}; on behalf of: {body})")
ROLE_OPEN = Say("Rolle nicht vermerkt", "role not noted")
NO_SEAT = Say("kein Sitz vermerkt", "no seat noted")
SESSIONS_COLUMN = Say("Sitzungen", "Sessions")
ATTENDED_COLUMN = Say("teilgenommen", "attended")
SESSIONS_HEADING = Say("Sitzungen", "Sessions")
SESSIONS = Counted(
    none=Say("Im Jahr {year} ist {n} vermerkt.", "{n} are noted for {year}."),
    one=Say("Im Jahr {year} ist {n} vermerkt.", "{n} is noted for {year}."),
    many=Say("Im Jahr {year} sind {n} vermerkt.", "{n} are noted for {year}."),
)
ATTENDED = Counted(
    none=Say("An keiner hat der Dienst teilgenommen.", "The service attended none of them."),
    one=Say("An einer davon hat der Dienst teilgenommen.", "The service attended one of them."),
    many=Say("An {number} davon hat der Dienst teilgenommen.", "The service attended {number} of them."),
)
ATTENDED_ONLY = Say("Der Dienst hat daran teilgenommen.", "The service attended it.")
ATTENDED_ALL = Say("An allen hat der Dienst teilgenommen.", "The service attended all of them.")
ATTENDED_NOT = Say("Der Dienst hat daran nicht teilgenommen.", "The service did not attend it.")
ATTENDANCE_OPEN = Counted(
    none=Say("", ""),
    one=Say("Bei {n} ist die Teilnahme nicht vermerkt.", "For {n} attendance is not noted."),
    many=Say("Bei {n} ist die Teilnahme nicht vermerkt.", "For {n} attendance is not noted."),
)
DAY = Say("Tag", "Day")
TOPIC = Say("Thema", "Topic")
ATTENDANCE = Say("Teilnahme", "Attendance")
RESULT = Say("Ergebnis", "Result")
CONTRIBUTIONS_HEADING = Say("Was der Dienst eingebracht hat", "What the service brought in")
CONTRIBUTIONS_NOTE = Say(
    "Die Nummern über den Spalten sind die der Gremien in der Tabelle oben.",
    "The numbers above the columns are those of the committees in the table above.",
)
CONTRIBUTIONS_NONE = Say(
    "Für das Jahr {year} ist kein Beitrag des Dienstes vermerkt.",
    "No contribution of the service is noted for {year}.",
)
CONTRIBUTION = Say("Beitrag", "Contribution")
CONTRIBUTIONS_MISSING = Counted(
    none=Say(
        "Zu jeder Art von Beitrag, die das Rahmenkonzept nennt, ist etwas vermerkt.",
        "Something is noted for every kind of contribution that the framework concept names.",
    ),
    one=Say(
        "Zu einer Art von Beitrag ist nichts vermerkt: {names}.",
        "For one kind of contribution nothing is noted: {names}.",
    ),
    many=Say(
        "Zu diesen Arten von Beiträgen ist nichts vermerkt: {names}.",
        "For these kinds of contribution nothing is noted: {names}.",
    ),
)
CONTRIBUTION_TEXTS = Say("Im Einzelnen:", "In detail:")
CONTRIBUTION_TEXT = Say("{day}, {committee}: {kind}. {text}", "{day}, {committee}: {kind}. {text}")

# Work shares.

WORK_HEADING = Say("Arbeitsanteile", "Shares of work")
WORK_RECORDED = Counted(
    none=Say(
        "Für das Jahr {year} sind {hours} Stunden Arbeitszeit erfasst.",
        "{hours} hours of work are recorded for {year}.",
    ),
    one=Say(
        "Für das Jahr {year} sind {hours} Stunden Arbeitszeit erfasst, in {n}.",
        "{hours} hours of work are recorded for {year}, in {n}.",
    ),
    many=Say(
        "Für das Jahr {year} sind {hours} Stunden Arbeitszeit erfasst, in {n}.",
        "{hours} hours of work are recorded for {year}, in {n}.",
    ),
)
WORK_FROM_TIME = Say(
    "Die Anteile sind aus den erfassten Zeiten berechnet und so gerundet, dass sie zusammen genau "
    "100 Prozent ergeben.",
    "The shares are worked out from the recorded time and rounded so that they add up to exactly "
    "100 per cent.",
)
WORK_DECLARED = Say(
    "Für {year} sind keine Arbeitszeiten erfasst; die Anteile hat das Team angegeben.",
    "For {year} no working time is recorded; the shares are those that the team declared.",
)
WORK_ESTIMATED_BY = Say(
    "Geschätzt hat sie die Funktion „{function}“.", 'They were estimated by the function "{function}".'
)
WORK_GROUND = Say("Grundlage der Schätzung: {text}", "Ground of the estimate: {text}")
WORK_NOT_WHOLE = Say(
    "Die angegebenen Anteile ergeben zusammen {sum} und nicht 100 Prozent.",
    "The declared shares add up to {sum} and not to 100 per cent.",
)
WORK_BESIDE = Say(
    "Die letzte Spalte zeigt daneben die Anteile, die das Team angegeben hat.",
    "The last column shows, beside them, the shares that the team declared.",
)
WORK_BESIDE_OTHER = Say(
    "Die vom Team angegebenen Anteile ergeben zusammen {sum} und nicht 100 Prozent.",
    "The shares that the team declared add up to {sum} and not to 100 per cent.",
)
WORK_ENTER = Say(
    "Eingetragen werden Tätigkeiten unter „activities“, Monatssummen unter „work_time“ oder geschätzte "
    "Anteile "
    "unter „work_splits“.",
    'Activities are entered under "activities", monthly sums under "work_time" or estimated shares under '
    '"work_splits".',
)
MONTH = Noun("m", Say("Monat", "month"), Say("Monate", "months"), "Monaten")
MONTHS_EMPTY = Counted(
    none=Say("In jedem Monat ist Arbeitszeit eingetragen.", "Working time is entered for every month."),
    one=Say(
        "In {n} ist keine Arbeitszeit eingetragen: {names}.", "No working time is entered for {n}: {names}."
    ),
    many=Say(
        "In {n} ist keine Arbeitszeit eingetragen: {names}.", "No working time is entered for {n}: {names}."
    ),
)
AREA = Say("Arbeitsbereich", "Area of work")
HOURS = Say("Stunden", "Hours")
ACTIVITIES = Say("Tätigkeiten", "Activities")
SHARE = Say("Anteil", "Share")
DECLARED = Say("angegeben", "declared")

# Quality, in the team's edition.

QUALITY_HEADING = Say("Was zu prüfen und zu ergänzen ist", "What is to be checked and completed")
QUALITY = Counted(
    none=Say(
        "Die Prüfung der Angaben mit Stand vom {day} hat keinen Befund ergeben.",
        "Checking what is recorded, as of {day}, gave no findings.",
    ),
    one=Say(
        "Die Prüfung der Angaben mit Stand vom {day} hat {n} ergeben.",
        "Checking what is recorded, as of {day}, gave {n}.",
    ),
    many=Say(
        "Die Prüfung der Angaben mit Stand vom {day} hat {n} ergeben.",
        "Checking what is recorded, as of {day}, gave {n}.",
    ),
)
NOT_CHECKED = Say(
    "Die Angaben wurden für diese Fassung nicht geprüft. Ob etwas zu ergänzen ist, ist daher offen.",
    "What is recorded was not checked for this edition. Whether something is to be completed is therefore"
    " open.",
)
WITHHELD_ALL = Counted(
    none=Say("", ""),
    one=Say(
        "Er betrifft vertrauliche Angaben und steht deshalb nicht in dieser Fassung.",
        "It is about confidential entries and is therefore not part of this edition.",
    ),
    many=Say(
        "Sie betreffen vertrauliche Angaben und stehen deshalb nicht in dieser Fassung.",
        "They are about confidential entries and are therefore not part of this edition.",
    ),
)
WITHHELD_SOME = Counted(
    none=Say("", ""),
    one=Say(
        "Einer davon betrifft vertrauliche Angaben und steht deshalb nicht in dieser Fassung.",
        "One of them is about confidential entries and is therefore not part of this edition.",
    ),
    many=Say(
        "{number} davon betreffen vertrauliche Angaben und stehen deshalb nicht in dieser Fassung.",
        "{number} of them are about confidential entries and are therefore not part of this edition.",
    ),
)
WAIVED = Counted(
    none=Say("", ""),
    one=Say(
        "{n} ist mit Begründung ausgenommen.",
        "{n} is waived with a reason.",
    ),
    many=Say(
        "{n} sind mit Begründung ausgenommen.",
        "{n} are waived with a reason.",
    ),
)
LEVELS = {
    "must": Say("Muss: was Pflicht ist ({n})", "Must: what is required ({n})"),
    "should": Say("Soll: was dazugehört ({n})", "Should: what is expected ({n})"),
    "hint": Say("Hinweise: was zu bedenken ist ({n})", "Hints: what to consider ({n})"),
}
WHAT_TO_DO = Say("Was zu tun ist: {remedy}", "What to do: {remedy}")
OTHERS = Say("Dazu gehören auch: {names}.", "This is also about: {names}.")
OWN_RULE = Say(
    "Eigene Regel {code}: ein Befund zu „{subject}“.", 'Own rule {code}: a finding about "{subject}".'
)
OWN_RULES = Say("Eigene Regeln ({n})", "Own rules ({n})")

# What the report leaves out.

SCOPE_HEADING = Say("Was dieser Bericht nicht enthält", "What this report leaves out")
SCOPE_MISSING = Counted(
    none=Say(
        "Zu jedem Teil des Jahresberichts {year} ist etwas eingetragen.",
        "Something is entered for every part of the annual report {year}.",
    ),
    one=Say(
        "Zu diesem Teil eines Jahresberichts ist für {year} nichts eingetragen: {names}.",
        "For this part of an annual report nothing is entered for {year}: {names}.",
    ),
    many=Say(
        "Zu diesen Teilen eines Jahresberichts ist für {year} nichts eingetragen: {names}.",
        "For these parts of an annual report nothing is entered for {year}: {names}.",
    ),
)
SCOPE_PARTS = {
    "introduction": Say("Einleitung", "introduction"),
    "staff": Say("Funktionen im Team", "functions of the team"),
    "space": Say("Sozialraum", "social space"),
    "indicators": Say("Sozialraum in Zahlen", "social space in figures"),
    "needs": Say("Bedarfe und Angebote", "needs and offers"),
    "youth": Say("Beteiligung junger Menschen", "participation of young people"),
    "goals": Say("Ziele und was aus ihnen wurde", "goals and what became of them"),
    "cases": Say("Fallarbeit in Zahlen", "case work in figures"),
    "map": Say("Netzwerkkarte", "network map"),
    "partners": Say("Partner", "partners"),
    "networks": Say("Netzwerke", "networks"),
    "committees": Say("Gremien", "committees"),
    "gaps": Say("Lücken im Angebot", "gaps in the offers"),
    "concepts": Say("Integrationskonzepte", "integration concepts"),
    "opening": Say("interkulturelle Öffnung", "intercultural opening"),
    "events": Say("Veranstaltungen und Öffentlichkeitsarbeit", "events and publicity"),
    "work": Say("Arbeitsanteile", "shares of work"),
    "review": Say("Überprüfungen", "reviews"),
    "outlook": Say("Ausblick", "outlook"),
}
OWN_NONE = Say(
    "Eigene Texte zu den Abschnitten sind nicht eingetragen. Sie stehen unter „reports“ beim Jahr "
    "{year}: der "
    "Abschnitt unter „section“, der Text unter „text“.",
    'No own texts for the sections are entered. They stand under "reports" for {year}: the section under '
    '"section", the text under "text".',
)
OWN_MISSING = Say(
    "Ohne eigenen Text sind die Abschnitte: {names}. Eigene Texte stehen unter „reports“ beim Jahr "
    "{year}: der "
    "Abschnitt unter „section“, der Text unter „text“.",
    'Sections without an own text: {names}. Own texts stand under "reports" for {year}: the section under '
    '"section", the text under "text".',
)
OWN_NOT_PUBLIC = Say(
    "In der Fassung für die Öffentlichkeit fehlt der eigene Text zu: {names}. Dafür gibt es „public_text“.",
    'In the edition for the public the own text is missing for: {names}. There is "public_text" for that.',
)
SCOPE_WITHHELD = Say(
    "Diese Fassung (Adressatenkreis: {audience}) zeigt nicht einzeln: {things}.",
    "This edition (audience: {audience}) does not show one by one: {things}.",
)
