"""What is said about protected counts, in German and English."""

from __future__ import annotations

from jmdmodel.messages import Say

MARK = "."
"""Stands in the place of every hidden count, whatever the reason; German official statistics use it too."""

HIDDEN = Say(
    de="„.“ steht für eine Zahl, die zum Schutz einzelner Personen nicht genannt wird.",
    en='"." stands for a number that is not told, to protect single persons.',
)
ROUNDED = Say(
    de="Alle Zahlen sind einzeln auf Vielfache von 5 gerundet; Summen können daher abweichen. Eine 0 kann "
    "auch für 1 oder 2 stehen.",
    en="All numbers are rounded to multiples of 5, each by itself, so sums may differ. A 0 may also stand "
    "for 1 or 2.",
)

MERGED = Say(
    de="„{table}“: „{dimension}“ ist gröber eingeteilt, damit keine verborgene Zahl errechnet werden kann.",
    en='"{table}": "{dimension}" is divided more coarsely, so that no hidden number can be worked out.',
)
DROPPED = Say(
    de="„{table}“: Die Aufteilung nach „{dimension}“ entfällt, damit keine verborgene Zahl errechnet "
    "werden kann.",
    en='"{table}": the division by "{dimension}" is left out, so that no hidden number can be worked out.',
)
TOO_FEW = Say(
    de="„{table}“ wird nicht gezeigt: Auch gröber eingeteilt ließe sich errechnen, was verborgen sein muss, "
    "oder es bliebe keine Zahl übrig.",
    en='"{table}" is not shown: even divided more coarsely, what has to be hidden could be worked out, or '
    "no number would be left.",
)
REVISED = Say(
    de="„{table}“ wird nicht gezeigt: Eine veröffentlichte Ausgabe nennt für dieselben Personen andere "
    "Zahlen, und der Unterschied würde einzelne verraten.",
    en='"{table}" is not shown: a published edition tells other numbers for the same persons, and the '
    "difference would give single ones away.",
)
OVERLAPS = Say(
    de="„{table}“ wird nicht gezeigt: Die Teile sind zusammen mehr als das Ganze oder überschneiden sich, "
    "also steht nicht fest, wer wo gezählt ist.",
    en='"{table}" is not shown: the parts are more than the whole or overlap, so it is not certain who '
    "is counted where.",
)

PART_HIDDEN = Say(
    de="Eine Zahl, auf die es dafür ankommt, wird zum Schutz einzelner Personen nicht genannt.",
    en="A number that this rests on is not told, to protect single persons.",
)
NOTHING_COUNTED = Say(
    de="Es wurde niemand gezählt, auf den sich der Anteil beziehen könnte.",
    en="Nobody was counted whom the share could refer to.",
)
NOT_THERE = Say(de="Diese Zahl enthält die Tabelle nicht.", en="The table does not have this number.")

BAD_COUNTS = Say(
    de="Die Tabelle {table} braucht {wanted} Zahlen ab 0, eine für jede Verbindung von Ausprägungen.",
    en="The table {table} needs {wanted} numbers from 0 on, one for each combination of categories.",
)
BAD_CODES = Say(
    de="Das Merkmal {name} braucht Ausprägungen mit verschiedenen Kennungen; „total“ ist keine davon.",
    en='The dimension {name} needs categories with different codes; "total" is none of them.',
)
BAD_LEVEL = Say(
    de="Eine Stufe des Merkmals {name} muss jede Ausprägung genau einer Gruppe zuordnen, und jede Stufe "
    "muss die feinere zusammenfassen.",
    en="A level of the dimension {name} must put each category into exactly one group, and each level "
    "must join the finer one.",
)
TOO_MANY = Say(
    de="Die Tabelle {table} hat mehr als drei Merkmale oder zwei gleichen Namens.",
    en="The table {table} has more than three dimensions or two of the same name.",
)
NO_CELL = Say(
    de="Die Tabelle {table} hat keine Zelle {codes}.",
    en="The table {table} has no cell {codes}.",
)
SAME_NAME = Say(
    de="Zwei Tabellen heißen {table}.",
    en="Two tables have the name {table}.",
)
DISAGREE = Say(
    de="Die Tabellen sagen Verschiedenes über dieselben Personen ({table}). Zählen sie verschiedene "
    "Personen, dann braucht jede ihre eigene „population“.",
    en="The tables say different things about the same persons ({table}). If they count different persons, "
    'each needs a "population" of its own.',
)
NOT_KEPT = Say(
    de="Das sind keine Angaben, aus denen sich eine geschützte Tabelle wiederherstellen lässt.",
    en="This is no data that a protected table can be made of again.",
)
BAD_THRESHOLD = Say(
    de="„threshold“ muss eine ganze Zahl ab 3 sein: Kleiner dürfen geschützte Zahlen nicht beginnen.",
    en='"threshold" must be a whole number from 3 on: protected counts may not start lower.',
)
STATED_WRONG = Say(
    de="Eine angegebene Summe oder Veränderung stimmt nicht mit den Tabellen überein.",
    en="A stated sum or change does not agree with the tables.",
)

TOTAL = Say("insgesamt", "total")
COUNT = Say("Anzahl", "count")
TABLE = Say("Tabelle", "table")
REASON = Say("Grund", "reason")
CODE = Say("Kennung von {label}", "code of {label}")
NOT_SHOWN = Say("nicht gezeigte Tabellen", "tables not shown")
