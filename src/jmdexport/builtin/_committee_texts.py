"""The texts of the committee map that tell about committees, networks and the part of the service."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted

TITLE = Say("{what} {year}", "{what} {year}")
DAY = Say("Stand {day}", "as of {day}")
SHOWN = Say(
    "Gezeigt: {what} {bodies} von {all_bodies}, Partner {partners} von {all_partners}",
    "Shown: {what} {bodies} of {all_bodies}, partners {partners} of {all_partners}",
)
NO_BODY = Say(
    "An diesem Tag ist kein Gremium und kein Netzwerk eingetragen.",
    "No committee and no network is entered for this day.",
)
SOURCE = Say(
    "Quelle: Netzwerkverzeichnis. Wer wo sitzt, gilt für den {day}; Sitzungen und Teilnahmen sind die des"
    " ganzen Jahres {year}. Welche Rolle ein Partner hat, ist nur für Netzwerke eingetragen; in Gremien gilt"
    " er als Mitglied.",
    "Source: network register. Who sits where is as of {day}; sessions and attendance are those of the whole"
    " year {year}. Roles of partners are entered for networks only; in committees they count as members.",
)
NETWORK = Say("Netzwerk", "network")
PART = Say("JMD: {roles}", "JMD: {roles}")
ROLE_OPEN = Say("Rolle nicht eingetragen", "role not entered")
NOT_IN = Say("JMD: ohne Sitz", "JMD: no seat")
HELD = Say("{role} ({holder})", "{role} ({holder})")
SESSIONS = Counted(
    none=Say("keine Sitzung eingetragen", "no session entered"),
    one=Say("bei {attended} von {n} Sitzung dabei", "at {attended} of {n} session"),
    many=Say("bei {attended} von {n} Sitzungen dabei", "at {attended} of {n} sessions"),
)
ROLES = (Say("Federführung", "lead"), Say("Mitglied", "member"), Say("Gast", "guest"))
UNNAMED = Say("Kein Partner namentlich eingetragen", "No partner entered by name")
STATED = Say("angegebene Zahl der Mitglieder: {n}", "stated number of members: {n}")
ELSEWHERE = Say("Ohne den JMD und deshalb nicht gezeigt", "Without the JMD and therefore not shown")
NOT_THAT_DAY = Say("Im Jahr tätig, aber nicht an diesem Tag", "At work in the year, but not on this day")
WITHOUT = Say("Partner ohne Sitz auf dieser Karte ({n})", "Partners without a seat on this map ({n})")
