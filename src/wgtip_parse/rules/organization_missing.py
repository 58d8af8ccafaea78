"""A masthead begins with "United Nations".

Why: a page without it is not seen to be a document of the Organization.

Bad:
    The shared draft, changed:
    - United Nations

Good:
    The shared draft.

Good:
    LMP

    LMP/COP/15/4

    Distr.: General

    6 March 2045

    Original: English

    Conference of the Parties to the Convention on Lamps

    Draft report

    I. Introduction

    1. The Conference of the Parties met in Port Vell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule

WORDS = "UNITED NATIONS"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the top."""
    if draft.report.masthead.distribution and _is_of_a_known_organ(draft) and not _is_named(draft):
        span = masthead.first_line(draft)
        message = 'no "United Nations" in the masthead'
        yield ORGANIZATION_MISSING.finding(span, message, "add it at the top")


def _is_of_a_known_organ(draft: Draft) -> bool:
    """Whether the symbol begins as those of the bodies that we know; conventions may print a mark of their own."""
    organ = (draft.report.masthead.symbol or "").partition("/")[0]
    return organ in _organs()


@cache
def _organs() -> frozenset[str]:
    return frozenset(body.stem.partition("/")[0] for body in symbols.bodies() if not body.own_mark)


def _is_named(draft: Draft) -> bool:
    """Whether the words stand alone, or begin a name: "United Nations Conference to …"."""
    head = draft.report.masthead
    names = (head.organ or "", head.body or "", head.title or "", *head.other)
    return bool(draft.places.pieces_of("organization")) or any(name.upper().startswith(WORDS) for name in names)


ORGANIZATION_MISSING = Rule(
    code="M111",
    name="organization-missing",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
