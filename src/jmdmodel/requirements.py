"""What the framework concept asks for, row by row: a number, the section, and a few words of our own.

Docstrings, rules and exporters cite the numbers; the page of requirements is made from this list and
from those citations. The sentences of the concept itself are not repeated here.
"""

from __future__ import annotations

import attrs

from jmdmodel.messages import Say

__all__ = ["REQUIREMENTS", "SECTIONS", "Requirement"]


@attrs.frozen(kw_only=True)
class Requirement:
    """One row of the framework concept (R-52). German: Anforderung des Rahmenkonzepts.

    Attributes:
        number: The number that code and rules cite, for instance ``R-32``.
        section: The section of the concept, 1 to 5.
        title: What is asked for, in a few words, without a final stop.
    """

    number: str
    section: int
    title: Say


SECTIONS: dict[int, Say] = {
    1: Say("Der Sozialraum", "The social space"),
    2: Say("Netzwerkarbeit", "Network work"),
    3: Say("Netzwerkarbeit für den einzelnen Fall", "Network work around one case"),
    4: Say("Interkulturelle Öffnung der Partner", "Intercultural opening of partners"),
    5: Say("Organisation und Bedingungen", "Organisation and conditions"),
}
"""What the sections of the concept are about."""

_ROWS: tuple[tuple[int, tuple[Say, ...]], ...] = (
    (
        1,
        (
            Say(
                "Zum Sozialraum gehören Menschen und Einrichtungen einer Region oder eines Stadtteils",
                "A social space is the people and the institutions of a region or quarter",
            ),
            Say(
                "Der Sozialraum richtet sich nach den Grenzen der Verwaltung",
                "The social space follows the divisions of the administration",
            ),
            Say(
                "Dem Sozialraum liegt eine genaue Analyse der Sozialstruktur zugrunde",
                "The social space rests on a detailed analysis of the social structure",
            ),
            Say(
                "Es zählen auch Bedarfe und Lebensumfeld junger Menschen mit Migrationshintergrund",
                "Needs and surroundings of young people with a migration background count too",
            ),
            Say(
                "Junge Menschen prägen den Sozialraum und damit die Arbeit",
                "Young people shape the social space, and so the work in it",
            ),
            Say(
                "Wer vor Ort wichtig ist, wird einbezogen, zuerst am Übergang von der Schule in den Beruf",
                "Whoever matters locally is involved, first of all at the transition from school to work",
            ),
            Say(
                "Der Dienst bringt Partner zusammen und stimmt Angebote mit ihnen ab",
                "The service brings partners together and coordinates offers with them",
            ),
            Say(
                "Netzwerke erschließen Ressourcen für Fälle und für Strukturen",
                "Networks yield resources for cases and for structures",
            ),
            Say(
                "Der Dienst wirbt bei wichtigen Diensten und Einrichtungen für ihre Öffnung",
                "The service works for the opening of the services and institutions that matter",
            ),
            Say(
                "Barrieren werden abgebaut: Hilfe selbstständig nutzen, ohne Diskriminierung beraten werden",
                "Barriers are taken down: use help on one's own, get advice free of discrimination",
            ),
            Say(
                "Veranstaltungen und Aktivitäten fördern ein gutes Zusammenleben im Sozialraum",
                "Events and activities help people live well together in the social space",
            ),
        ),
    ),
    (
        2,
        (
            Say(
                "Der Dienst macht in Netzwerken mit oder gründet welche",
                "The service takes part in networks or founds some",
            ),
            Say(
                "Zum Netzwerk gehören Partner vieler Arten, vom Jobcenter bis zur Religionsgemeinschaft",
                "Partners of many kinds belong to it, from the job centre to the religious community",
            ),
            Say(
                "Wo es geht, arbeitet der Dienst im Jugendhilfeausschuss "
                "oder in einer AG nach § 78 SGB VIII mit",
                "Where possible, the service works in the youth welfare committee "
                "or in a group under § 78 SGB VIII",
            ),
            Say(
                "In Gremien vertritt der Dienst Anliegen junger Menschen und stärkt ihre Teilhabe",
                "In committees the service speaks for young people and furthers their participation",
            ),
            Say(
                "Der Dienst findet Lücken im Angebot und hilft, neue Angebote abzustimmen",
                "The service finds gaps in the range of offers and helps to coordinate new ones",
            ),
            Say(
                "Der Dienst wirkt an Integrationskonzepten der Kommunen und des Landes mit",
                "The service takes part in integration concepts of municipalities and of the Land",
            ),
            Say(
                "Der Dienst fördert Begegnung und Dialog und tritt gegen Diskriminierung, "
                "Rassismus und Extremismus ein",
                "The service furthers encounter and dialogue and stands against discrimination, "
                "racism and extremism",
            ),
            Say(
                "Der Dienst ist dabei, wenn das Netzwerk öffentlich auftritt und sich für etwas einsetzt",
                "The service takes part when the network goes public and lobbies",
            ),
        ),
    ),
    (
        3,
        (
            Say(
                "Alle Partner werden aktiviert, die im Rahmen ihrer Zuständigkeit zur Integration beitragen",
                "All partners are activated who can, within their remit, contribute to integration",
            ),
            Say(
                "Einrichtungen und Schlüsselpersonen werden gefunden und für den Förderplan angesprochen",
                "Institutions and key persons are found and addressed for the plan of the case",
            ),
        ),
    ),
    (
        4,
        (
            Say(
                "Zur Öffnung helfen Veranstaltungen, die informieren und bilden",
                "Opening is helped by events that inform and educate",
            ),
            Say(
                "Der Dienst gestaltet Trainings mit, vermittelt Fachleute dafür und sensibilisiert selbst",
                "The service helps to design trainings, finds trainers and raises awareness itself",
            ),
            Say(
                "Menschen werden für Kulturmittlung und Mediation ausgebildet",
                "People are trained as cultural mediators and as mediators",
            ),
            Say(
                "Der Dienst trägt Projekte gemeinsam mit Partnern",
                "The service carries projects jointly with partners",
            ),
            Say(
                "Öffentlichkeitsarbeit zeigt Lebenslage und Können der jungen Menschen",
                "Publicity shows the situation and the skills of the young people",
            ),
        ),
    ),
    (
        5,
        (
            Say(
                "Netzwerke werden nach Form, Reichweite, Themen und möglichem politischem Einfluss beurteilt",
                "Networks are judged by their form, extent, themes and possible political influence",
            ),
            Say("Ein Netzwerk hat gemeinsame Ziele", "A network has common goals"),
            Say("Wer wofür verantwortlich ist, ist klar", "Who is responsible for what is clear"),
            Say("Wie verbindlich Absprachen sind, ist geklärt", "How binding agreements are is settled"),
            Say(
                "Aufwand und Ergebnis werden regelmäßig überprüft",
                "Effort and results are reviewed regularly",
            ),
            Say(
                "Eine Netzwerkkarte zeigt die Kontakte nach Intensität und Wichtigkeit",
                "A network map shows contacts by intensity and importance",
            ),
            Say("Die Netzwerkkarte wird jedes Jahr erneuert", "The network map is renewed every year"),
            Say("Die Netzwerkkarte gehört zum Jahresbericht", "The network map is part of the annual report"),
            Say(
                "Tätigkeiten und ihr Anteil an der Arbeitszeit stehen in den Strukturdaten von JMD i-mpuls",
                "Activities and their share of the work stand in the structural data of JMD i-mpuls",
            ),
        ),
    ),
)


def _numbered() -> tuple[Requirement, ...]:
    rows = [(section, title) for section, titles in _ROWS for title in titles]
    return tuple(
        Requirement(number=f"R-{index:02}", section=section, title=title)
        for index, (section, title) in enumerate(rows, start=1)
    )


REQUIREMENTS: tuple[Requirement, ...] = _numbered()
"""All rows of the framework concept in their order, R-01 to R-35."""
