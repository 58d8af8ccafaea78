"""An en dash joins the first and the last day of a meeting, without spaces.

Why: a hyphen joins words; ranges of figures take the dash.

Bad:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11-14 October 2021

    Draft report

    I. Introduction

    1. The Working Group met in Vienna.

Bad:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11 – 14 October 2021

    Draft report

    I. Introduction

    1. The Working Group met in Vienna.

Good:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Draft report

    I. Introduction

    1. The Working Group met in Vienna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_RANGE = re.compile(r"(?<![\d-])\d{1,2}([^\S\n]*-[^\S\n]*|[^\S\n]+–[^\S\n]*|–[^\S\n]+)\d{1,2} [A-Z][a-z]{2,8} \d{4}")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at what joins the days in the masthead."""
    for match in _RANGE.finditer(draft.source.text, 0, draft.places.body):
        fix = Fix.at(match.span(1), "–", safe=True)
        span = match.span(1)
        message = "no plain en dash between the days"
        yield HYPHEN_IN_MEETING_DATES.finding(span, message, "write –", fix)


HYPHEN_IN_MEETING_DATES = Rule(
    code="M115",
    name="hyphen-in-meeting-dates",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
)
