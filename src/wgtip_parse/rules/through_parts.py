"""Series that go through the parts of a report: each part judged by itself, and its first number by the part before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.rules.numbering import Series
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def through_parts(
    rule: MeetingRule, kind: Kind, noun: str, parts: Parts, of_draft: Callable[[Draft], list[Series]]
) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding of the rule for each fault of a kind; the first series of a part is the one that goes through."""
    for draft in parts:
        for found, diagnostic in sequence(rule, kind, noun, of_draft(draft)):
            yield found.draft, diagnostic
        own = of_draft(draft)[0]
        for before in _before(parts, draft, of_draft) if own else ():
            for found, diagnostic in sequence(rule, kind, noun, [before + own]):
                if found is own[0]:
                    yield draft, diagnostic


def _before(parts: Parts, draft: Draft, of_draft: Callable[[Draft], list[Series]]) -> Iterator[Series]:
    """The series that a part goes on with: of the part right before it, or before that if it has none."""
    for part in parts.right_before(draft):
        if of_draft(part)[0]:
            yield of_draft(part)[0]
        else:
            yield from _before(parts, part, of_draft)
