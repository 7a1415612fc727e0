"""The figures in sentences, for no, one, two and many partners."""

from __future__ import annotations

from datetime import date

from jmdmodel.analysis.figures import ego_network
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.scales import Importance, Intensity
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import PartnerKind

DAY = date(2024, 2, 29)
OFTEN = (
    "Mit 100,0\u00a0% der Partner, bei denen die Intensität eingeschätzt ist, besteht mindestens"
    " einmal im Monat Kontakt."
)
NEEDED = (
    "Für die meisten Ziele nötig oder unverzichtbar sind 0,0\u00a0% der Partner, bei denen die Wichtigkeit"
    " eingeschätzt ist."
)


def told(letters, ties=(), *, surveyed=DAY, language="de", **rated):
    rating = (ContactRating(day=DAY, **rated),) if rated else ()
    made = minimal(
        NetworkMap(id="2024", as_of=DAY, ties_surveyed_on=surveyed),
        *(Partner(id=one, name=one.upper(), kind=PartnerKind.SCHOOL) for one in letters),
        *(Contact(id=one, partner=one, ratings=rating) for one in letters),
        *(Tie(id=f"{pair[0]}--{pair[1]}", between=(pair[0], pair[1])) for pair in ties),
    )
    return ego_network(made, 2024).sentences(language)


def test_without_a_partner_there_is_nothing_more_to_tell():
    assert told("") == ("Am 29.02.2024 steht der Dienst laut Netzwerkkarte mit keinem Partner in Kontakt.",)
    assert told("", language="en") == (
        "According to the network map, the service is in contact with no partners on 29 February 2024.",
    )


def test_of_one_partner_there_are_no_ties_to_tell():
    assert told("a", intensity=Intensity.MONTHLY) == (
        "Am 29.02.2024 steht der Dienst laut Netzwerkkarte mit einem Partner in Kontakt.",
        OFTEN,
    )


def test_two_partners_without_a_tie():
    assert told("ab", importance=Importance.USEFUL)[1:] == (
        NEEDED,
        "Dass Partner auch miteinander zu tun haben, ist dem Dienst nicht bekannt.",
    )


def test_two_partners_with_a_tie_hang_together_without_the_service():
    assert told("ab", ["ab"])[1:] == (
        "Unter den Partnern ist dem Dienst eine Verbindung bekannt.",
        (
            "Auch ohne den Dienst wären alle Partner, soweit bekannt, direkt oder über andere miteinander"
            " verbunden."
        ),
    )


def test_a_partner_in_the_middle_and_one_apart_are_told():
    assert told("abcd", ["ab", "bc"])[1:] == (
        "Unter den Partnern sind dem Dienst zwei Verbindungen bekannt.",
        "Ohne den Dienst zerfiele das Netz, soweit bekannt, in zwei Teile.",
        "Ein Partner ist nur über den Dienst in das Netz eingebunden.",
        "Ein Partner hält andere zusammen, die sonst nur noch über den Dienst verbunden wären.",
    )
    assert told("abcd", ["ab", "bc"], language="en")[1:] == (
        "The service knows of two ties among the partners.",
        "Without the service the network would fall into two parts, as far as is known.",
        "One partner belongs to the network only through the service.",
        "One partner holds others together that would otherwise be connected only through the service.",
    )


def test_of_ties_that_were_not_surveyed_nothing_is_told():
    assert told("abc", ["ab"], surveyed=None)[1:] == (
        "Für die Karte dieses Jahres wurden keine Verbindungen unter den Partnern erhoben.",
    )
