"""No two paragraphs of a report have the same number.

Why: a reference to a number that stands twice points nowhere.

Bad:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    2. The agenda was adopted.

    3. The meeting was closed.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.

Good:
    1. The ports had lamps.

    2. The ports had boats.

    3. The ports had oil.

    1. Trade

    (i) Ships: sailing ships and steamships carried most of the oil.

    4. Trade in oil went down.

    5. Trade in boats went up.

    2. Debt

    (i) Loans: the banks gave two loans.

    6. The debt went down.

    7. The loans were paid.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import paragraphs
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the second use of a number.

    Where numbers stand alone on their lines, as in some renderings of pages, a quoted agenda cannot be told from
    paragraphs, and nothing is said.
    """
    text = draft.source.text
    for _, diagnostic in sequence(PARAGRAPH_NUMBER_DUPLICATE, Kind.DUPLICATE, "paragraph ", paragraphs(draft), first=1):
        if text[diagnostic.span[1] : diagnostic.span[1] + 2] != ".\n":
            yield diagnostic


PARAGRAPH_NUMBER_DUPLICATE = Rule(
    code="P302",
    name="paragraph-number-duplicate",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
