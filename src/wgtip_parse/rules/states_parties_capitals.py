"""States parties have the same capitals through the text.

Why: two forms of one term look like two terms.

Bad:
    1. The States parties met. Several States parties spoke.

    2. One of the States Parties asked for time.

Good:
    1. The States parties met. Several States parties spoke.

Good:
    1. The States parties met. The States parties agreed. The work goes on until the Meetings of States Parties.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, occurrences
from wgtip_parse.rules.rule import Draft, Rule

MEETINGS = ("Conference of", "Conferences of", "Meeting of", "Meetings of")
FORMS = ("States parties", "States Parties")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each use of the rarer form; names such as "Conference of the States Parties" count for neither."""
    text = draft.source.text
    if not all(form in text for form in FORMS):
        return
    used = {form: [span for span in occurrences(draft, form) if not _is_name(text, span[0])] for form in FORMS}
    usual, rarer = sorted(FORMS, key=lambda form: -len(used[form]))
    if len(used[usual]) > len(used[rarer]):
        for span in used[rarer]:
            fix = Fix.at(span, usual, safe=True)
            message = f"{rarer}, elsewhere {usual}"
            hint = f"write {usual}"
            yield STATES_PARTIES_CAPITALS.finding(span, message, hint, fix)


def _is_name(text: str, at: int) -> bool:
    before = text[max(0, at - 20) : at].rstrip()
    return before.removesuffix(" the").endswith(MEETINGS) or is_quoted(text, at)


STATES_PARTIES_CAPITALS = Rule(
    code="W702",
    name="states-parties-capitals",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
    sign="Parties",
)
