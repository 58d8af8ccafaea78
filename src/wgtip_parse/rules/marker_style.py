"""Subparagraphs are marked (a), (b), (c), and within them (i), (ii), (iii).

Why: a marker with one bracket is not found by readers who look for paragraph 3 (a).

Bad:
    1. The Secretariat was asked:

    a) To gather laws;

    b) To train judges.

Good:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule

_HALF = re.compile(r"\n[^\S\n]*+((?:[a-h]|i{1,3}|iv)\))(?=[^\S\n]+\S)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each marker with one bracket at the start of a line."""
    if draft.report.source.language != "en" or not any(first in draft.source.text for first in ("a)", "i)")):
        return
    for match in _HALF.finditer(draft.source.text, draft.places.body):
        yield MARKER_STYLE.finding(match.span(1), f"marker {match[1]}", f"write ({match[1]}")


MARKER_STYLE = Rule(
    code="P309",
    name="marker-style",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
    sign=r"^(?:[a-h]|i{1,3}|iv)\)$",
)
