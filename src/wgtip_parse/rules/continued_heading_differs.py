"""A heading that goes on has the words that it began with.

Why: two wordings under one number look like two sections.

Bad:
    The shared draft, changed:
    + II. Deliberations
    + 2. Farms were discussed.

    ---

    The shared addendum, changed:
    + II. Summary of debates (continued)
    + 1. Ports were discussed.

Good:
    The shared draft, changed:
    + II. Deliberations
    + 2. Farms were discussed.

    ---

    The shared addendum, changed:
    + II. Deliberations (continued)
    + 1. Ports were discussed.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.numbering import paths
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts


def check(parts: Parts) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding at each title that began with other words in an earlier part."""
    for draft in parts:
        earlier = [each for part in parts.earlier(draft) for each in paths(part.report.sections)]
        began = {path: section.title for path, section in reversed(earlier) if not section.continued}
        for path, section in paths(draft.report.sections):
            first = began.get(path)
            if section.continued and first is not None and first.casefold() != section.title.casefold():
                span = draft.places.title_of(section) if section.title else draft.places.heading_of(section)
                message = f"heading {section.number} began with other words"
                hint = f"write {first}"
                fix = Fix.at(span, first, safe=False)
                yield draft, CONTINUED_HEADING_DIFFERS.finding(span, message, hint, fix)


CONTINUED_HEADING_DIFFERS = MeetingRule(
    code="S210",
    name="continued-heading-differs",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
