"""Only the first word of a title, and names, have a capital.

Why: readers take a word with a capital for a name.

Bad:
    The shared draft, changed:
    - Draft report
    + Draft Report

Good:
    The shared draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_CAPITAL = re.compile(
    r"(?:Draft|Final|Interim|Annual|Provisional|Revised)\s+"
    r"(Reports?|Recommendations?|Conclusions?|Agenda|Decisions?|Resolutions?|Summary)\b"
)

_SMALL = re.compile(r"(?<=[a-z]\s)(Of|And|In|For|On|To|With|By|From|At|Or)(?=\s[a-zA-Z])")  # which no name has


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at a kind of document written with a capital behind another word."""
    title, pieces = draft.report.masthead.title, draft.places.pieces_of("title")
    if not title or title.isupper():
        return
    place = pieces[0][0], pieces[-1][1]
    match = _CAPITAL.match(draft.source.text, *place) or _SMALL.search(draft.source.text, *place)
    if match:
        word = match[1].lower()
        fix = Fix.at(match.span(1), word, safe=True)
        yield TITLE_CAPITALS.finding(match.span(1), f"capital in {match[1]}", f"write {word}", fix)


TITLE_CAPITALS = Rule(
    code="M119",
    name="title-capitals",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Preparation instructions",
    page=__doc__,
    check=check,
)
