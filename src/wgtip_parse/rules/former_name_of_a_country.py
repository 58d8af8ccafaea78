"""A country has the name that it has given to the United Nations.

Why: a State is entitled to its name, and the list of speakers has the new one.

Bad:
    1. The representative of Swaziland spoke.

Good:
    1. The representative of Eswatini spoke.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import is_quoted, matches_near
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.signs import compiled
from wgtip_parse.words import words

SIGN = "Verde|Coast|Czech|Zaire|Swaziland|Burma|Timor|Turkey|Vietnam"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each former name, save in documents that are older than the new one."""
    date = draft.report.masthead.date
    for match in matches_near(draft, words().former_name, compiled(SIGN)):
        now = words().told("former_names", match[0])
        is_older = now and date and date[:4] <= words().table("renamed")[now]
        if now and not is_older and not is_quoted(draft.source.text, match.start()):
            yield FORMER_NAME_OF_A_COUNTRY.finding(match.span(), f"{match[0]}, now {now}", f"write {now}")


FORMER_NAME_OF_A_COUNTRY = Rule(
    code="W724",
    name="former-name-of-a-country",
    severity=Severity.WARNING,
    citation="United Nations terminology database, Countries",
    page=__doc__,
    check=check,
    sign=SIGN,
)
