"""Which rules are about the words and the print of English: a document in another language is not judged by them."""

from __future__ import annotations

from wgtip_parse.words import ENGLISH

GROUPS = ("G", "N", "W")  # spelling, numbers and dates, wording: all their rules
CODES = frozenset(
    (
        *("L405", "L406", "L407", "L412", "L414"),  # how items end, begin and are joined
        *("M106", "M111", "M112", "M113", "M115", "M119", "M120"),  # what a masthead names, and its capitals and dashes
        *(
            "P306",
            "P308",
            "P309",
            "P312",
            "P313",
            "P314",
            "P315",
            "P317",
        ),  # stops, capitals, "above", "to be completed"
        *("R504", "R507", "R509"),  # headings and verbs that recommend
        *("S204", "S211"),  # capitals of headings, "(cont'd)"
        *("X805", "X806", "X807", "X818"),  # how decisions are cited, and stops behind what is cut short
        *("T010", "T011", "T025"),  # quotation marks, and spaces beside marks
    )
)


def holds(code: str, language: str) -> bool:
    """Whether a rule holds for documents in a language."""
    return language == ENGLISH or not (code.startswith(GROUPS) or code in CODES)
