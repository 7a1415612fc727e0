"""The sentences of the coverages, for none, one and several."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

KIND = Noun("f", Say("Partnerart", "kind of partner"), Say("Partnerarten", "kinds of partner"))
ROLE = Noun("f", Say("Rolle", "role"), Say("Rollen", "roles"))
BODY = Noun("f", Say("Gremienart", "kind of committee"), Say("Gremienarten", "kinds of committee"))
PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")

KINDS_THERE = Counted(
    none=Say(
        "Zu keiner Partnerart, die das Konzept nennt, ist ein Partner eingetragen.",
        "No partner is entered for any kind of partner that the concept names.",
    ),
    one=Say(
        "Zu {n}, die das Konzept nennt, ist mindestens ein Partner eingetragen.",
        "At least one partner is entered for {n} that the concept names.",
    ),
    many=Say(
        "Zu {n}, die das Konzept nennt, ist jeweils mindestens ein Partner eingetragen.",
        "At least one partner each is entered for {n} that the concept names.",
    ),
)
KINDS_KNOWN = Counted(
    none=Say(
        "Wo Partner eingetragen sind, besteht bei jeder Partnerart mindestens ein aktiver Kontakt.",
        "Wherever partners are entered, each kind has at least one active contact.",
    ),
    one=Say(
        "Bei {n} sind Partner bekannt, aber es besteht noch kein aktiver Kontakt: {names}.",
        "For {n} there are known partners but no active contact yet: {names}.",
    ),
    many=Say(
        "Bei {n} sind Partner bekannt, aber es besteht noch kein aktiver Kontakt: {names}.",
        "For {n} there are known partners but no active contact yet: {names}.",
    ),
)
KINDS_EXPLAINED = Counted(
    none=Say(
        "Für keine Partnerart ist begründet, warum es hier keinen Partner gibt.",
        "For no kind of partner is it stated why there is no partner here.",
    ),
    one=Say(
        "Für {n} ist begründet, warum es hier keinen Partner gibt: {names}.",
        "For {n} it is stated why there is no partner here: {names}.",
    ),
    many=Say(
        "Für {n} ist begründet, warum es hier keinen Partner gibt: {names}.",
        "For {n} it is stated why there is no partner here: {names}.",
    ),
)
KINDS_MISSING = Counted(
    none=Say(
        "Keine Partnerart des Konzepts fehlt, ohne dass ein Grund eingetragen ist.",
        "No kind of partner that the concept names is missing without a stated reason.",
    ),
    one=Say(
        "Bei {n} des Konzepts ist weder ein Partner noch ein Grund eingetragen: {names}.",
        "For {n} that the concept names neither a partner nor a reason is entered: {names}.",
    ),
    many=Say(
        "Bei {n} des Konzepts ist weder ein Partner noch ein Grund eingetragen: {names}.",
        "For {n} that the concept names neither a partner nor a reason is entered: {names}.",
    ),
)

ROLES_REACHED = Counted(
    none=Say(
        "Am Übergang von der Schule in den Beruf besteht bei keiner Rolle ein aktiver Kontakt.",
        "At the transition from school to work there is no active contact for any role.",
    ),
    one=Say(
        "Am Übergang von der Schule in den Beruf besteht bei {n} ein aktiver Kontakt: {names}.",
        "At the transition from school to work there is an active contact for {n}: {names}.",
    ),
    many=Say(
        "Am Übergang von der Schule in den Beruf bestehen bei {n} aktive Kontakte: {names}.",
        "At the transition from school to work there are active contacts for {n}: {names}.",
    ),
)
ROLES_KNOWN = Counted(
    none=Say(
        "Wo Partner eingetragen sind, besteht bei jeder Rolle mindestens ein aktiver Kontakt.",
        "Wherever partners are entered, each role has at least one active contact.",
    ),
    one=Say(
        "Bei {n} sind Partner bekannt, aber es besteht noch kein aktiver Kontakt: {names}.",
        "For {n} there are known partners but no active contact yet: {names}.",
    ),
    many=Say(
        "Bei {n} sind Partner bekannt, aber es besteht noch kein aktiver Kontakt: {names}.",
        "For {n} there are known partners but no active contact yet: {names}.",
    ),
)
ROLES_MISSING = Counted(
    none=Say(
        "Für jede Rolle ist mindestens ein Partner eingetragen.",
        "At least one partner is entered for every role.",
    ),
    one=Say("Bei {n} ist noch niemand eingetragen: {names}.", "For {n} nobody is entered yet: {names}."),
    many=Say("Bei {n} ist noch niemand eingetragen: {names}.", "For {n} nobody is entered yet: {names}."),
)
NO_PERSON = Counted(
    none=Say(
        "Bei jedem Partner am Übergang ist eine Ansprechperson eingetragen.",
        "For every partner at the transition a contact person is entered.",
    ),
    one=Say(
        "Bei {n} am Übergang ist noch keine Ansprechperson eingetragen: {names}.",
        "For {n} at the transition no contact person is entered yet: {names}.",
    ),
    many=Say(
        "Bei {n} am Übergang ist noch keine Ansprechperson eingetragen: {names}.",
        "For {n} at the transition no contact person is entered yet: {names}.",
    ),
)
NOBODY_AT_TRANSITION = Say(
    "Am Übergang von der Schule in den Beruf ist noch niemand eingetragen.",
    "At the transition from school to work nobody is entered yet.",
)
PERSONS_WITHHELD = Say(
    "Ansprechpersonen gehören nicht zu dieser Ansicht; eine Rolle, die nur durch sie besetzt ist, zählt hier "
    "nicht mit.",
    "Contact persons are not part of this view; a role that only they have does not count here.",
)

BODIES_SEATED = Counted(
    none=Say(
        "In keinem Gremium ist für {year} ein Sitz eingetragen.",
        "For {year} no seat is entered in any committee.",
    ),
    one=Say(
        "Für {year} sind in {n} Sitze eingetragen: {names}.",
        "For {year} seats are entered in {n}: {names}.",
    ),
    many=Say(
        "Für {year} sind in {n} Sitze eingetragen: {names}.",
        "For {year} seats are entered in {n}: {names}.",
    ),
)
BODIES_EXPLAINED = Counted(
    none=Say(
        "Für keine Gremienart ist begründet, warum es sie hier nicht gibt.",
        "For no kind of committee is it stated why there is none here.",
    ),
    one=Say(
        "Für {n} ist begründet, warum es sie hier nicht gibt: {names}.",
        "For {n} it is stated why there is none here: {names}.",
    ),
    many=Say(
        "Für {n} ist begründet, warum es sie hier nicht gibt: {names}.",
        "For {n} it is stated why there is none here: {names}.",
    ),
)
YOUTH_WELFARE_OPEN = Say(
    "Für {year} ist weder im Jugendhilfeausschuss noch in einer Arbeitsgemeinschaft nach § 78 SGB VIII ein "
    "Sitz oder ein Grund eingetragen.",
    "For {year} neither a seat nor a reason is entered for the youth welfare committee or a working group "
    "under § 78 SGB VIII.",
)
YOUTH_WELFARE_SEAT = Say(
    "Für {year} ist ein Sitz im Jugendhilfeausschuss oder in einer Arbeitsgemeinschaft nach § 78 SGB VIII "
    "eingetragen.",
    "For {year} a seat is entered in the youth welfare committee or in a working group under § 78 SGB VIII.",
)
YOUTH_WELFARE_EXPLAINED = Say(
    "Für {year} ist begründet, warum es keinen Sitz im Jugendhilfeausschuss oder in einer "
    "Arbeitsgemeinschaft nach § 78 SGB VIII gibt.",
    "For {year} it is stated why there is no seat in the youth welfare committee or in a working group under "
    "§ 78 SGB VIII.",
)
SEATS_WITHHELD = Say(
    "Sitze in Gremien gehören nicht zu dieser Ansicht.", "Seats in committees are not part of this view."
)
