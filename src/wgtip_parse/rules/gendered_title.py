"""The person who presides is the Chair.

Why: a title says what somebody does, not who they are.

Bad:
    1. The Chairman opened the meeting.

Good:
    1. The Chair opened the meeting.

Good:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Draft report

    I. Introduction

    1. The Chair met with the Chairperson of
    the African Union Commission and the African Union Chairperson.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, occurrences
from wgtip_parse.rules.rule import Draft, Rule

FIRST_YEAR = "2019"  # older documents are quoted as they were printed
UNION = " Union "
ENDINGS = ("man", "woman", "person")
_REST = re.compile(r"(?:ship)?\b(?!-|\s+of\s+the\s+[A-Z])")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each other form, outside quotations and the titles of other organizations."""
    date = draft.report.masthead.date
    if date is not None and date < FIRST_YEAR:
        return
    text = draft.source.text
    for ending in ENDINGS:
        for start, end in occurrences(draft, f"hair{ending}"):
            rest = _REST.match(text, end)
            if rest and text[start - 1 : start] in ("C", "c") and not _is_own(text, start):
                span = (start - 1, rest.end())
                right = text[start - 1 : start + 4]
                fix = Fix.at(span, right, safe=False)
                yield GENDERED_TITLE.finding(span, f"{text[slice(*span)]} for {right}", f"write {right}", fix)


def _is_own(text: str, start: int) -> bool:
    """Whether others call their chair so: in a quotation, or the "African Union Chairperson"."""
    return is_quoted(text, start) or text.endswith(UNION, 0, start - 1)


GENDERED_TITLE = Rule(
    code="W701",
    name="gendered-title",
    severity=Severity.WARNING,
    citation="United Nations Guidelines for gender-inclusive language in English",
    page=__doc__,
    check=check,
    sign="hair(?:man|woman|person)",
)
