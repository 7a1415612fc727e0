"""What may speak for or against a partner when a goal of a case plan is looked at, in the order it counts.

The whole order of a matching stands here and nowhere else: criteria in their order, and inside a
criterion the kinds of reason in theirs. There are no weights.
"""

from __future__ import annotations

from typing import Self

from jmdmodel.messages import Say
from jmdmodel.scales import Coded, Ordinal


class Stance(Coded):
    """Which way a reason points (R-20). German: Richtung."""

    FOR = "for", Say("spricht dafür", "speaks for it")
    OPEN = "open", Say("zu klären", "to be settled")
    AGAINST = "against", Say("spricht dagegen", "speaks against it")


class Placement(Ordinal):
    """In which of the three lists a candidate stands (R-20). German: Einordnung."""

    FITTING = (
        "fitting",
        Say("kommt in Frage", "fits"),
        Say("Das Thema passt, und nichts schließt es aus.", "The topic fits, and nothing rules it out."),
    )
    OPEN = (
        "open",
        Say("offen", "open"),
        Say("Ob das Thema passt, ist nicht eingetragen.", "Whether the topic fits is not entered."),
    )
    RULED_OUT = (
        "ruled-out",
        Say("kommt derzeit nicht in Frage", "ruled out at present"),
        Say("Mindestens ein Grund schließt es derzeit aus.", "At least one reason rules it out at present."),
    )


class Criterion(Ordinal):
    """What is compared, in the order in which it decides (R-20). German: Merkmal.

    The next criterion counts only where all earlier ones are equal.
    """

    TOPIC = "topic", Say("Thema", "topic")
    AREA = "area", Say("Gebiet", "area")
    AGES = "ages", Say("Alter", "ages")
    LAW = "law", Say("Rechtsgrundlage", "legal basis")
    LANGUAGES = "languages", Say("Sprachen", "languages")
    CONTACT = "contact", Say("Kontakt", "contact")
    OFFERS = "offers", Say("Angebote", "offers")
    TRANSITION = "transition", Say("Übergang Schule/Beruf", "transition from school to work")
    IMPORTANCE = "importance", Say("Wichtigkeit", "importance")
    INTENSITY = "intensity", Say("Intensität", "intensity")
    BODY = "body", Say("Stelle", "body")
    PERIOD = "period", Say("Zeitraum", "period")
    WISH = "wish", Say("Wille des jungen Menschen", "the young person's wish")


class ReasonKind(Coded):
    """The kinds of reason, by criterion, the best first (R-20). German: Grund.

    A candidate without a reason in a criterion counts there like one where nothing is entered: it stands
    behind all that speaks for another, and before all that speaks against one.

    Attributes:
        criterion: What it is about.
        stance: Which way it points.
        rules_out: Whether it alone takes a candidate out of those that fit.
    """

    criterion: Criterion
    stance: Stance
    rules_out: bool

    def __new__(
        cls,
        code: str,
        label: Say,
        criterion: Criterion,
        stance: Stance,
        rules_out: bool = False,  # noqa: FBT001, FBT002 - enum values are tuples
    ) -> Self:
        """Take the parts of a kind from the tuple that defines it."""
        member = cls._member(code, label)
        member.criterion, member.stance, member.rules_out = criterion, stance, rules_out
        return member

    TOPIC_FITS = "topic-fits", Say("Thema passt", "topic fits"), Criterion.TOPIC, Stance.FOR
    TOPIC_BROADER = (
        "topic-broader",
        Say("nur das weitere Thema passt", "only the broader topic fits"),
        Criterion.TOPIC,
        Stance.FOR,
    )
    TOPIC_OFFERED = (
        "topic-offered",
        Say("Thema nur im Angebot", "topic in an offer only"),
        Criterion.TOPIC,
        Stance.OPEN,
    )
    TOPIC_NEAR = "topic-near", Say("Thema liegt nahe", "topic is near"), Criterion.TOPIC, Stance.OPEN
    TOPIC_OPEN = (
        "topic-open",
        Say("Zuständigkeit nicht eingetragen", "remit not entered"),
        Criterion.TOPIC,
        Stance.OPEN,
    )
    TOPIC_OTHER = "topic-other", Say("andere Themen", "other topics"), Criterion.TOPIC, Stance.AGAINST, True

    AREA_COVERS = "area-covers", Say("Gebiet passt", "area fits"), Criterion.AREA, Stance.FOR
    AREA_PARTLY = (
        "area-partly",
        Say("Gebiet passt zum Teil", "area fits partly"),
        Criterion.AREA,
        Stance.OPEN,
    )
    AREA_UNCLEAR = (
        "area-unclear",
        Say("Gebiet nicht vergleichbar", "area cannot be compared"),
        Criterion.AREA,
        Stance.OPEN,
    )
    AREA_OPEN = "area-open", Say("Gebiet nicht eingetragen", "area not entered"), Criterion.AREA, Stance.OPEN
    AREA_BEYOND = (
        "area-beyond",
        Say("Gebiet nicht im Sozialraum", "area not in the social space"),
        Criterion.AREA,
        Stance.AGAINST,
    )
    AREA_OUTSIDE = (
        "area-outside",
        Say("Ort außerhalb des Gebiets", "place outside the area"),
        Criterion.AREA,
        Stance.AGAINST,
        True,
    )

    AGES_FIT = "ages-fit", Say("Alter passt", "ages fit"), Criterion.AGES, Stance.FOR
    AGES_PARTLY = "ages-partly", Say("Alter passt zum Teil", "ages fit partly"), Criterion.AGES, Stance.OPEN
    AGES_OPEN = "ages-open", Say("Alter nicht eingetragen", "ages not entered"), Criterion.AGES, Stance.OPEN
    AGES_OUTSIDE = (
        "ages-outside",
        Say("Alter passt nicht", "ages do not fit"),
        Criterion.AGES,
        Stance.AGAINST,
        True,
    )

    LAW_FITS = "law-fits", Say("Rechtsgrundlage passt", "legal basis fits"), Criterion.LAW, Stance.FOR
    LAW_OPEN = (
        "law-open",
        Say("Rechtsgrundlage nicht eingetragen", "legal basis not entered"),
        Criterion.LAW,
        Stance.OPEN,
    )
    LAW_OTHER = (
        "law-other",
        Say("andere Rechtsgrundlage", "another legal basis"),
        Criterion.LAW,
        Stance.AGAINST,
    )

    LANGUAGE_FITS = "language-fits", Say("Sprache passt", "language fits"), Criterion.LANGUAGES, Stance.FOR
    LANGUAGE_OPEN = (
        "language-open",
        Say("Sprachen nicht eingetragen", "languages not entered"),
        Criterion.LANGUAGES,
        Stance.OPEN,
    )
    LANGUAGE_OTHER = (
        "language-other",
        Say("andere Sprachen", "other languages"),
        Criterion.LANGUAGES,
        Stance.AGAINST,
    )

    CONTACT_ACTIVE = "contact-active", Say("Kontakt besteht", "contact active"), Criterion.CONTACT, Stance.FOR
    CONTACT_DORMANT = (
        "contact-dormant",
        Say("Kontakt ruht", "contact dormant"),
        Criterion.CONTACT,
        Stance.OPEN,
    )
    CONTACT_NONE_YET = (
        "contact-none-yet",
        Say("noch kein Kontakt", "no contact yet"),
        Criterion.CONTACT,
        Stance.OPEN,
    )
    CONTACT_UNKNOWN = (
        "contact-unknown",
        Say("Stand des Kontakts unbekannt", "state of the contact unknown"),
        Criterion.CONTACT,
        Stance.OPEN,
    )
    CONTACT_NOT_ENTERED = (
        "contact-not-entered",
        Say("Kontakt nicht eingetragen", "contact not entered"),
        Criterion.CONTACT,
        Stance.OPEN,
    )
    CONTACT_REFUSED_THERE = (
        "contact-refused-there",
        Say("Stelle wünscht derzeit keinen Kontakt", "body wants no contact at present"),
        Criterion.CONTACT,
        Stance.AGAINST,
    )
    CONTACT_REFUSED = (
        "contact-refused",
        Say("Kontakt derzeit nicht gewünscht", "contact not wanted at present"),
        Criterion.CONTACT,
        Stance.AGAINST,
        True,
    )

    OFFER_EXACT = "offer-exact", Say("Angebot genau dazu", "offer on just that"), Criterion.OFFERS, Stance.FOR
    OFFER_FITS = "offer-fits", Say("Angebot zum Thema", "offer on the topic"), Criterion.OFFERS, Stance.FOR
    TRANSITION = (
        "transition",
        Say("Rolle am Übergang", "role at the transition"),
        Criterion.TRANSITION,
        Stance.FOR,
    )
    IMPORTANT = "important", Say("wichtiger Kontakt", "important contact"), Criterion.IMPORTANCE, Stance.FOR
    NOT_RATED = "not-rated", Say("nicht eingeschätzt", "not rated"), Criterion.IMPORTANCE, Stance.OPEN
    FREQUENT = "frequent", Say("häufiger Kontakt", "frequent contact"), Criterion.INTENSITY, Stance.FOR

    SEVERAL_BODIES = (
        "several-bodies",
        Say("steht für mehrere Stellen", "stands for several bodies"),
        Criterion.BODY,
        Stance.OPEN,
    )
    BODY_GONE = (
        "body-gone",
        Say("Stelle besteht nicht", "body does not exist"),
        Criterion.BODY,
        Stance.AGAINST,
    )

    NOT_YET = (
        "not-yet",
        Say("Zuständigkeit beginnt später", "remit begins later"),
        Criterion.PERIOD,
        Stance.AGAINST,
        True,
    )
    ENDED = ("ended", Say("Zuständigkeit beendet", "remit ended"), Criterion.PERIOD, Stance.AGAINST, True)
    KEPT_TOO_LONG = (
        "kept-too-long",
        Say("Aufbewahrungsfrist abgelaufen", "retention date passed"),
        Criterion.PERIOD,
        Stance.AGAINST,
        True,
    )

    NOT_WANTED = (
        "not-wanted",
        Say("vom jungen Menschen nicht gewünscht", "not wanted by the young person"),
        Criterion.WISH,
        Stance.AGAINST,
        True,
    )
    NO_CONSENT = (
        "no-consent",
        Say("Einwilligung nicht erteilt", "consent not given"),
        Criterion.WISH,
        Stance.AGAINST,
        True,
    )
    CONSENT_WITHDRAWN = (
        "consent-withdrawn",
        Say("Einwilligung widerrufen", "consent withdrawn"),
        Criterion.WISH,
        Stance.AGAINST,
        True,
    )
