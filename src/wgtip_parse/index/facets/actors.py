"""Who can be asked to act: the actors that recommendations name, and one name for all ways of writing each."""

from __future__ import annotations

import re

KIND_OF_ORGANIZATION = r"(?:international|regional|subregional|intergovernmental)"
# value: the ways of writing it, as a regular expression in which the longer way stands before the shorter
KNOWN = {
    "States parties": r"(?:States )?[Pp]arties to the (?:Convention|Protocols?)|States? [Pp]art(?:ies|y)",
    "Member States": r"States Members of the United Nations|Member States",
    "State under review": r"State under review",
    "States": r"States|[Cc]ountries",
    "Governments": r"[Gg]overnments",
    "administering Powers": r"[Aa]dministering Powers?",
    "General Assembly": (
        r"plenary or the relevant Main Committees? or Main Committees of the General Assembly"
        r"|Main Committees? of the (?:General )?Assembly|(?:General )?Assembly"
    ),
    "Conference": r"Conference(?: of the (?:States )?[Pp]arties(?: to the [A-Z][\w ]+? (?:Crime|Corruption))?)?",
    "Working Group": r"[Ww]orking [Gg]roup(?: on (?:the )?[A-Z]\w+(?: (?:in|of|on) [A-Z]\w+| [A-Z]\w+)*)?",
    "UNODC": r"United Nations Office on Drugs and Crime(?: \(UNODC\))?|UNODC",
    "Joint Inspection Unit": r"Joint Inspection Unit|JIU",
    "Secretary-General": r"Secretary-General",
    "Secretariat": r"[Ss]ecretariat",
    "international organizations": (
        rf"(?:{KIND_OF_ORGANIZATION}(?:,| and|, and) )*{KIND_OF_ORGANIZATION} organizations"
    ),
    "civil society": r"(?:organizations of )?civil society(?: organizations)?|non-governmental organizations",
    "private sector": r"private sector|private companies",
    "international community": r"international community",
    "Group": r"(?:Group|(?<=\bthe )group)(?! (?:of|on|for) )",
}
# Any other name in capitals that says what it is: "Committee of Permanent Representatives", "Evaluation Office".
HEAD = (
    r"(?:Administrator|Agency|Assembly|Authority|Board|Bureau|Chair|Commission|Commissioner|Committee|Council|Department"
    r"|Director(?:-General)?|Division|Forum|Fund|Group|Inspectors?|Institute|Ministry|Network|Office|Organization"
    r"|Parliament|President|Programme|Rapporteur|Representative|Service|Team|Tribunal|Unit)s?"
)
NAME = r"[A-Z][\w’'-]+"
NAMED = (
    rf"(?!The\b)(?:{NAME} (?:and )?){{0,6}}?{HEAD}(?: {HEAD})*"
    rf"(?: (?:of|on|for|against) (?:the )?{NAME}(?:(?:,| and|, and| in)? {NAME})*"
    rf"(?: with regard to the {NAME}(?: (?:of|on|to) (?:the )?{NAME}(?: and {NAME}| {NAME})*)*)?)?"
)
# Those who act without a name: "port authorities", "labour inspectors", "agencies of the United Nations system".
NAMELESS = re.compile(
    r"\b(?=\w)(?P<who>(?:(?:international|bilateral|multilateral)(?:,| and|, and)? )*"
    r"(?P<general>(?i:donors|partners|stakeholders))"
    r"|(?:(?!(?:for|of|to|by|with|in|and|or|its|their|the|these|such|all|other|relevant|interested|including)\b)"
    r"[A-Z]?[a-z-]+ ){0,2}"
    r"(?i:agencies|authorities|banks|businesses|companies|courts|employers|enterprises|inspectors|institutions|investigators"
    r"|judges|media|ministries|officers|offices|organizations|police|practitioners|prosecutors|providers|schools|shelters"
    r"|unions|units))(?P<system> of the United Nations system)?(?![\w-])"
)
VALUES = tuple(KNOWN)
KNOWN_GROUPS = "|".join(f"({ways})" for ways in KNOWN.values())
ACTOR = re.compile(rf"\b(?=\w)(?:{KNOWN_GROUPS}|{NAMED})(?![\w-])")


def value(match: re.Match[str]) -> str:
    """The one name of the actor that `ACTOR` has found."""
    return VALUES[match.lastindex - 1] if match.lastindex else match[0]


def is_known(text: str, start: int) -> bool:
    """Whether one of those that we know by name stands there: "States parties may", which is no verb."""
    match = ACTOR.match(text, start)
    return match is not None and match.lastindex is not None


def general_name(match: re.Match[str]) -> str:
    """What `NAMELESS` has found, in small letters and without what kind of donors they are."""
    return (match["general"] or match["who"]).lower() + (match["system"] or "")
