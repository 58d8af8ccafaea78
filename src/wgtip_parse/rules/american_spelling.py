"""Words are spelt as in the Concise Oxford Dictionary.

Why: one spelling through all the parts of a report.

Bad:
    1. The labor program of the center was discussed.

Good:
    1. The labour programme of the centre was discussed.

Good:
    1. The Committee met in Vienna and agreed on the text, and the members of the Committee thanked
    the interpreters and the staff of the Secretariat for the work that they had done in the course
    of the session and before it.

    2. Los intérpretes y los funcionarios de apoyo, cuya labor ha sido indispensable para el buen
    funcionamiento de este proceso, recibieron el agradecimiento de todos los miembros que estaban
    en la sala.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule

SPELLINGS = {
    "analyze": "analyse",
    "behavior": "behaviour",
    "center": "centre",
    "color": "colour",
    "counseling": "counselling",
    "defense": "defence",
    "endeavor": "endeavour",
    "enrollment": "enrolment",
    "favor": "favour",
    "favorable": "favourable",
    "fulfill": "fulfil",
    "harbor": "harbour",
    "honor": "honour",
    "labor": "labour",
    "neighboring": "neighbouring",
    "offense": "offence",
    "program": "programme",
    "traveling": "travelling",
}
_WORD = re.compile(rf"({'|'.join(SPELLINGS)})s?(?![\w/@-])")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each such word in small letters, and its plural; names keep their own spelling."""
    text = draft.source.text
    for match in matches(draft, _WORD):
        start, word = match.start(), match[1]
        before = text[start - 1 : start]
        if not (before.isalnum() or before in "-/@") and not is_quoted(text, start):
            right = SPELLINGS[word]
            fix = Fix.at(match.span(1), right, safe=True)
            message = f"{word} for {right}"
            hint = f"write {right}"
            yield AMERICAN_SPELLING.finding(match.span(), message, hint, fix)


AMERICAN_SPELLING = Rule(
    code="W717",
    name="american-spelling",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Spelling",
    page=__doc__,
    check=check,
    sign=_WORD.pattern,
)
