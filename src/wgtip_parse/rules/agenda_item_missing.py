"""An agenda item that the text names is on the agenda.

Why: the number is what changes when an agenda is rearranged.

Bad:
    1. The Group adopted the following agenda:

    1. Opening of the meeting.

    2. Adoption of the report.

    2. Under agenda item 3, the Group heard a panel.

Good:
    1. The Group adopted the following agenda:

    1. Opening of the meeting.

    2. Adoption of the report.

    2. Under agenda item 1, the Group heard the Chair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, MeetingRule

_ITEM = re.compile(r"agenda item (\d{1,3})\b(?! of the)")
_ADOPTED = re.compile(r"(?:adopted\b.*\bagenda|agenda\b.*\badopted)\b.*:\Z", re.DOTALL)


def check(drafts: tuple[Draft, ...]) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding at each item that is not on the agenda, where a part of the report has one."""
    agenda = {item for draft in drafts for item in _agenda(draft)}
    for draft in drafts if agenda else ():
        for match in matches(draft, _ITEM):
            if match[1] not in agenda and not is_quoted(draft.source.text, match.start()):
                message = f"no item {match[1]} on the agenda"
                yield draft, AGENDA_ITEM_MISSING.finding(match.span(), message, "check the number")


def _agenda(draft: Draft) -> Iterator[str]:
    """The numbers of the agenda that the report says was adopted, none where there are two."""
    found = [block for block in draft.report.every_block() if _ADOPTED.search(block.text)]
    listed = [block for block in found if block.subparagraphs and block.subparagraphs[0].marker == "1"]
    if len(listed) == 1 and "report" in listed[0].subparagraphs[-1].text:  # else its end was not found
        yield from (item.marker for item in listed[0].subparagraphs)


AGENDA_ITEM_MISSING = MeetingRule(
    code="X810",
    name="agenda-item-missing",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
