"""Who can be asked to act: the actors that recommendations name, and one name for all ways of writing each."""

from __future__ import annotations

import re

# value: the ways of writing it, as a regular expression in which the longer way stands before the shorter
KNOWN = {
    "States parties": r"(?:States )?[Pp]arties to the (?:Convention|Protocols?)|States [Pp]arties",
    "Member States": r"States Members of the United Nations|Member States",
    "State under review": r"State under review",
    "States": r"States|[Cc]ountries",
    "Governments": r"[Gg]overnments",
    "General Assembly": (
        r"plenary or the relevant Main Committees? or Main Committees of the General Assembly"
        r"|Main Committees? of the (?:General )?Assembly|(?:General )?Assembly"
    ),
    "Conference": r"Conference(?: of the (?:States )?[Pp]arties(?: to the [A-Z][\w ]+? (?:Crime|Corruption))?)?",
    "Working Group": r"Working Group(?: on (?:the )?[A-Z]\w+(?: (?:in|of|on) [A-Z]\w+| [A-Z]\w+)*)?",
    "UNODC": r"United Nations Office on Drugs and Crime(?: \(UNODC\))?|UNODC",
    "Joint Inspection Unit": r"Joint Inspection Unit|JIU",
    "Secretary-General": r"Secretary-General",
    "Secretariat": r"[Ss]ecretariat",
    "international organizations": (
        r"(?:(?:international|regional|intergovernmental)(?:,| and) )*"
        r"(?:international|regional|intergovernmental) organizations"
    ),
    "civil society": r"(?:organizations of )?civil society(?: organizations)?|non-governmental organizations",
    "private sector": r"private sector|private companies",
}
# Any other name in capitals that says what it is: "Committee of Permanent Representatives", "Evaluation Office".
HEAD = (
    r"(?:Administrator|Agency|Assembly|Authority|Board|Bureau|Chair|Commission|Commissioner|Committee|Council|Department"
    r"|Director(?:-General)?|Division|Forum|Fund|Group|Inspectors?|Institute|Ministry|Network|Office|Organization"
    r"|Parliament|Programme|Rapporteur|Representative|Service|Team|Tribunal|Unit)s?"
)
NAME = r"[A-Z][\w’'-]+"
NAMED = (
    rf"(?!The\b)(?:{NAME} (?:and )?){{0,6}}?{HEAD}(?: {HEAD})*"
    rf"(?: (?:of|on|for) (?:the )?{NAME}(?:(?:,| and|, and)? {NAME})*)?"
)
# Those who act without a name: "port authorities", "labour inspectors".
NAMELESS = re.compile(
    r"\b(?:(?!(?:for|of|to|by|with|in|and|or|its|their|the)\b)[A-Z]?[a-z-]+ ){0,2}"
    r"(?:agencies|authorities|companies|courts|inspectors|institutions|judges|officers|police"
    r"|practitioners|prosecutors|schools|shelters|unions|units)(?![\w-])"
)
VALUES = tuple(KNOWN)
KNOWN_GROUPS = "|".join(f"({ways})" for ways in KNOWN.values())
ACTOR = re.compile(rf"\b(?:{KNOWN_GROUPS}|{NAMED})(?![\w-])")


def value(match: re.Match[str]) -> str:
    """The one name of the actor that `ACTOR` has found."""
    return VALUES[match.lastindex - 1] if match.lastindex else match[0]
