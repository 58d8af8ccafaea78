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
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts

_ITEM = re.compile(r"agenda item (\d{1,3})\b(?! of the)")
_ADOPTED = re.compile(r"(?:adopted\b.*\bagenda|agenda\b.*\badopted)\b.*:\Z", re.DOTALL)


def check(parts: Parts) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding at each item that is not on the agenda, where the first part has one, or any of all parts."""
    agenda = {item for draft in parts if _tells(parts, draft) for item in draft.once(_agenda)}
    for draft in parts if agenda else ():
        for match in matches(draft, _ITEM):
            if match[1] not in agenda | draft.once(_agenda) and not is_quoted(draft.source.text, match.start()):
                message = f"no item {match[1]} on the agenda"
                yield draft, AGENDA_ITEM_MISSING.finding(match.span(), message, "check the number")


def _tells(parts: Parts, draft: Draft) -> bool:
    """Whether the agenda of a part is that of the report, whatever other parts there may be."""
    return parts.complete or (not parts.earlier(draft) and parts.has_all_before(draft))


def _agenda(draft: Draft) -> frozenset[str]:
    """The numbers of the agenda that the report says was adopted, none where there are two."""
    found = [block for block in draft.blocks if block.text.endswith(":") and _ADOPTED.search(block.text)]
    listed = [block for block in found if block.subparagraphs and block.subparagraphs[0].marker == "1"]
    if len(listed) == 1 and "report" in listed[0].subparagraphs[-1].text:  # else its end was not found
        return frozenset(item.marker for item in listed[0].subparagraphs)
    return frozenset()


AGENDA_ITEM_MISSING = MeetingRule(
    code="X810",
    name="agenda-item-missing",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
