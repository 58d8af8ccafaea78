"""No heading of a final report is marked "(continued)".

Why: the mark belongs to the parts of a draft; in one report nothing goes on from elsewhere.

Bad (final):
    II. Deliberations (continued)

    1. The Working Group met in Vienna.

Good (final):
    II. Deliberations

    1. The Working Group met in Vienna.

Good (final):
    II. Deliberations

    1. The Working Group met in Vienna.

    Annex

    Staff of the ports

    1. The ports had few guards.

    A. Staff of the ports (continued)

    2. They had no pilots.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Section
from wgtip_parse.rules.numbering import is_annex
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.stage import Stage


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each heading that is marked, where the stage is final; annexes have figures of several pages."""
    if draft.stage is Stage.FINAL:
        for section in _outside_annexes(draft.report.sections):
            if section.continued:
                span = draft.places.heading_of(section)
                yield CONTINUED_IN_FINAL.finding(span, "continued heading in a final report", "take the mark out")


def _outside_annexes(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        if not is_annex(section):
            yield section
            yield from _outside_annexes(section.sections)


CONTINUED_IN_FINAL = Rule(
    code="S212",
    name="continued-in-final",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
