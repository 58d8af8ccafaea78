"""A heading that goes on in an addendum is marked "(continued)".

Why: readers of the addendum see that the section began in another document.

Bad:
    The shared draft, changed:
    + II. Deliberations
    + 2. Farms were discussed.

    ---

    The shared addendum, changed:
    + II. Deliberations
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
    """A finding at each heading of an addendum that an earlier part has already."""
    for draft in parts:
        earlier = (each for part in parts.earlier(draft) for each in paths(part.report.sections))
        before = {(path, section.title) for path, section in earlier}
        for path, section in paths(draft.report.sections):
            if draft.report.masthead.addendum and not section.continued and (path, section.title) in before:
                span = draft.places.heading_of(section)
                fix = Fix.at((span[1], span[1]), " (continued)", safe=False)
                message = f"heading {section.number} of an earlier part, not marked"
                yield draft, CONTINUED_MISSING.finding(span, message, 'add "(continued)"', fix)


CONTINUED_MISSING = MeetingRule(
    code="S208",
    name="continued-missing",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
