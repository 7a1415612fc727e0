"""The sentences of a matching, in German and English."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted
from jmdmodel.vocabulary import ConsentState, ContactState, ContributionStage

NO_CASES = Say(
    de="Diese Ansicht enthält keine Förderpläne; sie ist für einen weiteren Adressatenkreis gemacht: "
    "{audience}. Partner zu einem Ziel findet nur, wer die ganze Arbeitsmappe hat.",
    en="This view holds no case plans; it is made for a wider audience: {audience}. Partners for a goal can "
    "be found only in the whole workspace.",
)
NO_CASE = Say(
    de="Einen Förderplan mit diesem Pseudonym gibt es in der Arbeitsmappe nicht.",
    en="There is no case plan with this pseudonym in the workspace.",
)
NO_GOALS = Say(
    de="Der Förderplan hat noch keine Ziele, also gibt es auch keine Partner dazu zu finden.",
    en="The case plan has no goals yet, so there are no partners to be found for one.",
)
NO_GOAL = Say(
    de="„goal“ muss die Position eines Ziels im Förderplan sein: eine ganze Zahl von 0 bis {last}.",
    en='"goal" must be the position of a goal in the case plan: a whole number from 0 to {last}.',
)
NO_UNIT = Say(
    de="„unit“ muss die Kennung eines Gebiets der Arbeitsmappe sein; ein solches gibt es nicht.",
    en='"unit" must be the identifier of an administrative unit of the workspace; there is no such one.',
)
NO_WORDS = Say(
    de="„languages“ muss eine Reihe von Sprachen sein, zum Beispiel ('Arabisch',), kein einzelner Text.",
    en="\"languages\" must be a sequence of languages, for instance ('Arabisch',), no single text.",
)
NO_LAW = Say(
    de="„legal_basis“ muss eine Rechtsgrundlage sein, zum Beispiel LegalBasis.SGB2.",
    en='"legal_basis" must be a legal basis, for instance LegalBasis.SGB2.',
)

TOPIC_FITS = Say(
    de="Die Zuständigkeit umfasst das Thema „{topic}“.",
    en='The remit covers the topic "{topic}".',
)
TOPIC_BROADER = Say(
    de="Die Zuständigkeit umfasst das Thema „{topic}“; „{wanted}“ ist darin nicht eigens genannt.",
    en='The remit covers the topic "{topic}"; "{wanted}" is not named in it.',
)
TOPIC_OFFERED = Say(
    de="Eine Zuständigkeit ist nicht eingetragen, ein Angebot gehört aber zum Thema „{topic}“.",
    en='No remit is entered, but an offer belongs to the topic "{topic}".',
)
TOPIC_OFFERED_BESIDE = Say(
    de="Die eingetragene Zuständigkeit nennt das Thema „{topic}“ nicht, wohl aber ein Angebot.",
    en='The remit that is entered does not name the topic "{topic}", but an offer does.',
)
TOPIC_NEAR = Say(
    de="Eine Zuständigkeit ist nicht eingetragen; nach der Art des Partners liegt das Thema „{topic}“ nahe.",
    en='No remit is entered; by the kind of partner the topic "{topic}" is likely.',
)
TOPIC_NEAR_BY_ROLE = Say(
    de="Eine Zuständigkeit ist nicht eingetragen; nach der Rolle am Übergang von der Schule in den Beruf "
    "liegt das Thema „{topic}“ nahe.",
    en="No remit is entered; by the role at the transition from school to work the topic "
    '"{topic}" is likely.',
)
TOPIC_OPEN = Say(de="Eine Zuständigkeit ist nicht eingetragen.", en="No remit is entered.")
TOPIC_MISSING = Say(
    de="In der Zuständigkeit ist kein Thema eingetragen.", en="No topic is entered in the remit."
)
TOPIC_OTHER = Say(
    de="In der Zuständigkeit stehen andere Themen: {topics}.", en="The remit names other topics: {topics}."
)
PERSON_FITS = Say(
    de="Bei dieser Person ist das Thema „{topic}“ eingetragen.",
    en='This person is entered for the topic "{topic}".',
)
PERSON_BROADER = Say(
    de="Bei dieser Person ist das Thema „{topic}“ eingetragen; „{wanted}“ ist nicht eigens genannt.",
    en='This person is entered for the topic "{topic}"; "{wanted}" is not named.',
)
PERSON_OPEN = Say(
    de="Bei dieser Person ist kein Thema eingetragen.", en="No topic is entered for this person."
)
PERSON_OTHER = Say(
    de="Bei dieser Person stehen andere Themen: {topics}.",
    en="This person is entered for other topics: {topics}.",
)

AREA_COVERS = Say(
    de="Das eingetragene Gebiet schließt den Ort „{unit}“ ein ({areas}).",
    en='The area entered includes the place "{unit}" ({areas}).',
)
AREA_COVERS_SPACE = Say(
    de="Das eingetragene Gebiet schließt den ganzen Sozialraum ein ({areas}).",
    en="The area entered includes the whole social space ({areas}).",
)
AREA_PARTLY = Say(
    de="Das eingetragene Gebiet ist nur ein Teil von „{unit}“ ({areas}); es kommt darauf an, wo genau "
    "Hilfe gebraucht wird.",
    en='The area entered is only a part of "{unit}" ({areas}); it depends on where exactly help is needed.',
)
AREA_PARTLY_SPACE = Say(
    de="Das eingetragene Gebiet schließt nur einen Teil des Sozialraums ein ({areas}); es kommt auf "
    "den Ort an.",
    en="The area entered includes only a part of the social space ({areas}); it depends on the place.",
)
AREA_UNCLEAR = Say(
    de="Ob der Ort im eingetragenen Gebiet liegt ({areas}), ist offen.",
    en="Whether the place lies in the area entered ({areas}) is open.",
)
AREA_OPEN = Say(de="Ein Gebiet ist nicht eingetragen.", en="No area is entered.")
AREA_BEYOND = Say(
    de="Das eingetragene Gebiet liegt nicht im Sozialraum ({areas}).",
    en="The area entered does not lie in the social space ({areas}).",
)
AREA_OUTSIDE = Say(
    de="Der Ort „{unit}“ liegt nicht im eingetragenen Gebiet ({areas}).",
    en='The place "{unit}" does not lie in the area entered ({areas}).',
)

AGES_FIT = Say(
    de="Die Altersgrenzen ({limits}) schließen die ganze Altersgruppe ein ({band}).",
    en="The age limits ({limits}) include the whole age band ({band}).",
)
AGES_PARTLY = Say(
    de="Die Altersgrenzen ({limits}) schließen nur einen Teil der Altersgruppe ein ({band}); es kommt auf "
    "das genaue Alter an.",
    en="The age limits ({limits}) include only a part of the age band ({band}); it depends on the exact age.",
)
AGES_OUTSIDE = Say(
    de="Die Altersgrenzen ({limits}) schließen die Altersgruppe nicht ein ({band}).",
    en="The age limits ({limits}) do not include the age band ({band}).",
)
AGES_OPEN = Say(de="Altersgrenzen sind nicht eingetragen.", en="No age limits are entered.")
BAND_OPEN = Say(
    de="Ob die Altersgrenzen passen ({limits}), ist offen: Im Förderplan steht keine Altersgruppe.",
    en="Whether the age limits fit ({limits}) is open: the case plan has no age band.",
)
LIMITS = Say("{low} bis {high} Jahre", "{low} to {high} years")
LIMIT_ONE = Say("{low} Jahre", "{low} years")
LIMIT_LOW = Say("ab {low} Jahren", "from {low} years on")
LIMIT_HIGH = Say("bis {high} Jahre", "up to {high} years")

LAW_FITS = Say(de="Die Rechtsgrundlage passt: {law}.", en="The legal basis fits: {law}.")
LAW_OPEN = Say(de="Eine Rechtsgrundlage ist nicht eingetragen.", en="No legal basis is entered.")
LAW_OTHER = Say(
    de="Als Rechtsgrundlage ist nicht {law} eingetragen, sondern {laws}.",
    en="The legal basis that is entered is not {law} but {laws}.",
)
LANGUAGE_FITS = Say(
    de="Eine Verständigung ist auf {languages} möglich.", en="Communication is possible in {languages}."
)
LANGUAGE_OPEN = Say(de="Sprachen sind nicht eingetragen.", en="No languages are entered.")
LANGUAGE_OTHER = Say(
    de="Von den gewünschten Sprachen ist keine eingetragen; eine Sprachmittlung kann nötig sein.",
    en="None of the languages asked for is entered; an interpreter may be needed.",
)

CONTACT = {
    ContactState.ACTIVE: Say(de="Der Kontakt besteht.", en="The contact is active."),
    ContactState.DORMANT: Say(
        de="Der Kontakt ruht; er ist zuerst wieder aufzunehmen.",
        en="The contact is dormant; it has to be resumed first.",
    ),
    ContactState.NONE_YET: Say(
        de="Es gibt noch keinen Kontakt; er ist erst zu knüpfen.",
        en="There is no contact yet; it has to be made first.",
    ),
    ContactState.UNKNOWN: Say(
        de="Wie es um den Kontakt steht, ist nicht bekannt.", en="How the contact stands is not known."
    ),
    ContactState.REFUSED: Say(
        de="Ein Kontakt ist dort derzeit nicht gewünscht.", en="A contact is not wanted there at present."
    ),
    None: Say(de="Zum Kontakt ist nichts eingetragen.", en="Nothing is entered about a contact."),
}
CONTACT_THERE = {
    ContactState.ACTIVE: Say(
        de="Der Kontakt zu „{partner}“ besteht.", en='The contact with "{partner}" is active.'
    ),
    ContactState.DORMANT: Say(
        de="Der Kontakt zu „{partner}“ ruht.", en='The contact with "{partner}" is dormant.'
    ),
    ContactState.NONE_YET: Say(
        de="Zu „{partner}“ gibt es noch keinen Kontakt.", en='There is no contact with "{partner}" yet.'
    ),
    ContactState.UNKNOWN: Say(
        de="Wie es um den Kontakt zu „{partner}“ steht, ist nicht bekannt.",
        en='How the contact with "{partner}" stands is not known.',
    ),
    ContactState.REFUSED: Say(
        de="„{partner}“ wünscht derzeit keinen Kontakt.", en='"{partner}" wants no contact at present.'
    ),
    None: Say(
        de="Zum Kontakt mit „{partner}“ ist nichts eingetragen.",
        en='Nothing is entered about a contact with "{partner}".',
    ),
}
OFFER_EXACT = Say(
    de="Ein Angebot gilt genau diesem Thema: {offers}.", en="One offer is on just this topic: {offers}."
)
OFFERS_EXACT = Say(
    de="Mehrere Angebote gelten genau diesem Thema: {offers}.",
    en="Several offers are on just this topic: {offers}.",
)
OFFER_FITS = Say(de="Ein Angebot gehört zum Thema: {offers}.", en="One offer belongs to the topic: {offers}.")
OFFERS_FIT = Say(
    de="Mehrere Angebote gehören zum Thema: {offers}.", en="Several offers belong to the topic: {offers}."
)
TRANSITION = Say(
    de="Am Übergang von der Schule in den Beruf ist die Rolle „{role}“ eingetragen.",
    en='At the transition from school to work the role "{role}" is entered.',
)
IMPORTANT = Say(
    de="Am {day} wurde der Kontakt als „{importance}“ eingeschätzt.",
    en='On {day} the contact was rated as "{importance}".',
)
NOT_RATED = Say(de="Der Kontakt ist nicht eingeschätzt.", en="The contact is not rated.")
FREQUENT = Say(
    de="Nach der Einschätzung vom {day} besteht {intensity} Kontakt.",
    en="According to the rating of {day} there is contact {intensity}.",
)
SEVERAL_BODIES = Say(
    de="Der Eintrag steht für mehrere Stellen; welche davon gemeint ist, ist offen.",
    en="The entry stands for several bodies; which of them is meant is open.",
)
BODY_GONE = Say(
    de="Die Stelle, zu der diese Person gehört („{partner}“), besteht am {day} nicht.",
    en='The body that this person belongs to ("{partner}") does not exist on {day}.',
)
NOT_YET = Say(de="Die Zuständigkeit beginnt erst am {day}.", en="The remit does not begin until {day}.")
ENDED = Say(de="Die Zuständigkeit endete am {day}.", en="The remit ended on {day}.")
KEPT_TOO_LONG = Say(
    de="Die Angaben zu dieser Person durften nur bis zum {day} aufbewahrt werden.",
    en="What is entered about this person was to be kept only until {day}.",
)
NOT_WANTED = Say(
    de="Der junge Mensch wünscht das für dieses Ziel nicht.",
    en="The young person does not want this for the goal.",
)
NO_CONSENT = Say(
    de="Der junge Mensch hat für dieses Ziel nicht eingewilligt.",
    en="The young person has not given consent for this goal.",
)
CONSENT_WITHDRAWN = Say(
    de="Der junge Mensch hat die Einwilligung für dieses Ziel widerrufen.",
    en="The young person has withdrawn the consent for this goal.",
)

STAGE = {
    ContributionStage.IDENTIFIED: Say(
        de="„{who}“ wurde am {day} als möglicher Partner ermittelt.",
        en='"{who}" was identified as a possible partner on {day}.',
    ),
    ContributionStage.ADDRESSED: Say(
        de="„{who}“ wurde am {day} angesprochen.", en='"{who}" was addressed on {day}.'
    ),
    ContributionStage.NO_ANSWER: Say(
        de="Von „{who}“ gab es am {day} noch keine Antwort.",
        en='On {day} there was no answer yet from "{who}".',
    ),
    ContributionStage.AGREED: Say(de="„{who}“ hat am {day} zugesagt.", en='"{who}" agreed on {day}.'),
    ContributionStage.DELIVERED: Say(
        de="„{who}“ hat den Beitrag am {day} erbracht.", en='"{who}" delivered the contribution on {day}.'
    ),
    ContributionStage.DECLINED: Say(de="„{who}“ hat am {day} abgelehnt.", en='"{who}" declined on {day}.'),
    ContributionStage.NOT_WANTED: Say(
        de="„{who}“ ist vom jungen Menschen seit dem {day} nicht gewünscht.",
        en='"{who}" has not been wanted by the young person since {day}.',
    ),
    ContributionStage.BROKEN_OFF: Say(
        de="Der Beitrag von „{who}“ wurde am {day} abgebrochen.",
        en='The contribution of "{who}" was broken off on {day}.',
    ),
    None: Say(
        de="„{who}“ ist schon vorgesehen, ein Stand ist noch nicht eingetragen.",
        en='"{who}" is already planned for; a stage is not entered yet.',
    ),
}
CONSENT = {
    ConsentState.YES: Say(de="Die Einwilligung ist erteilt.", en="Consent is given."),
    ConsentState.NO: Say(de="Die Einwilligung ist nicht erteilt.", en="Consent is not given."),
    ConsentState.NOT_NEEDED: Say(de="Eine Einwilligung ist nicht erforderlich.", en="Consent is not needed."),
    ConsentState.UNKNOWN: Say(
        de="Ob eine Einwilligung vorliegt, ist nicht geklärt.", en="Whether there is consent is not clear."
    ),
    ConsentState.WITHDRAWN: Say(de="Die Einwilligung ist widerrufen.", en="Consent is withdrawn."),
}
NOT_NEEDED_BECAUSE = Say(
    de="Eine Einwilligung ist nicht erforderlich. Begründung: „{because}“",
    en='Consent is not needed. Reason: "{because}"',
)

FITTING = Say(de="„{who}“ kommt für dieses Ziel in Frage.", en='"{who}" may contribute to this goal.')
OPEN = Say(
    de="Ob „{who}“ für dieses Ziel in Frage kommt, ist offen.",
    en='Whether "{who}" may contribute to this goal is open.',
)
RULED_OUT = Say(
    de="„{who}“ kommt für dieses Ziel derzeit nicht in Frage.",
    en='"{who}" is ruled out for this goal at present.',
)
CONSENT_FIRST = Say(
    de="Angesprochen wird erst, wenn der junge Mensch einverstanden ist.",
    en="Nobody is addressed before the young person agrees.",
)
ADVICE = Say(
    de="Das ist ein Vorschlag. Der junge Mensch entscheidet, wer angesprochen wird; vorher muss die "
    "Einwilligung geklärt sein.",
    en="This is advice. The young person decides who is addressed; consent must be settled before.",
)
WITHOUT_PARTNER = Say(
    de="Für dieses Ziel ist eingetragen, warum es ohne Partner bleibt: „{because}“",
    en='The plan says why this goal is left without a partner: "{because}"',
)
REACHED = Say(
    de="Dieses Ziel hat am {day} den Stand „{status}“.", en='On {day} this goal has the status "{status}".'
)
NUMBER_FITTING = Counted(
    Say(
        de="Für das Thema „{topic}“ kommt derzeit niemand mit passender Zuständigkeit in Frage.",
        en='For the topic "{topic}" there is nobody at present whose remit fits.',
    ),
    Say(
        de="Für das Thema „{topic}“ kommt eine Stelle oder Person in Frage.",
        en='For the topic "{topic}" one body or person may contribute.',
    ),
    Say(
        de="Für das Thema „{topic}“ kommen {n} Stellen oder Personen in Frage.",
        en='For the topic "{topic}" {n} bodies or persons may contribute.',
    ),
)
NUMBER_OPEN = Counted(
    Say(de="Offen ist es bei niemandem.", en="It is open for nobody."),
    Say(de="Offen ist es bei einer Stelle oder Person.", en="It is open for one body or person."),
    Say(de="Offen ist es bei {n} Stellen oder Personen.", en="It is open for {n} bodies or persons."),
)
NUMBER_HINTED = Counted(
    Say(
        de="Hinweise auf das Thema gibt es dabei nicht.", en="There is no hint at the topic for any of them."
    ),
    Say(
        de="Bei einer davon gibt es Hinweise auf das Thema.",
        en="For one of them there is a hint at the topic.",
    ),
    Say(
        de="Bei {n} davon gibt es Hinweise auf das Thema.",
        en="For {n} of them there is a hint at the topic.",
    ),
)
_ONE_HINTED = Say(de="Hinweise auf das Thema gibt es dabei.", en="There is a hint at the topic.")
ONE_HINTED = Counted(
    Say(de="Hinweise auf das Thema gibt es dabei nicht.", en="There is no hint at the topic."),
    _ONE_HINTED,
    _ONE_HINTED,
)
"""Where it is open for one alone."""
NUMBER_RULED_OUT = Counted(
    Say(de="Ausgeschlossen ist derzeit niemand.", en="Nobody is ruled out at present."),
    Say(
        de="Eine Stelle oder Person kommt derzeit nicht in Frage.",
        en="One body or person is ruled out at present.",
    ),
    Say(
        de="{n} Stellen oder Personen kommen derzeit nicht in Frage.",
        en="{n} bodies or persons are ruled out at present.",
    ),
)
