"""A heading marked "(continued)" has its beginning in an earlier part.

Why: without it the section has no beginning at all, or another number.

Bad:
    The shared draft, changed:
    + II. Deliberations
    + 2. Farms were discussed.

    ---

    The shared addendum, changed:
    + III. Recommendations (continued)
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

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import paths
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts


def check(parts: Parts) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding at each such heading, where no earlier part is missing; a remark where nothing comes before."""
    for draft in filter(parts.has_all_before, parts):
        before = {path for part in parts.earlier(draft) for path, _ in paths(part.report.sections)}
        for path, section in paths(draft.report.sections):
            if section.continued and path not in before:
                span = draft.places.heading_of(section)
                severity = None if parts.earlier(draft) else Severity.INFO
                message = f"heading {section.number} continued, its beginning not found"
                hint = "check it against the earlier parts"
                yield draft, CONTINUED_WITHOUT_BEGINNING.finding(span, message, hint, severity=severity)


CONTINUED_WITHOUT_BEGINNING = MeetingRule(
    code="S209",
    name="continued-without-beginning",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
