"""Every word is one of the English language.

Why: a slip of typing is read over by those who know what is meant. This rule runs only where its code is chosen
(`--select G`), and needs the extra `wgtip[spelling]`. Names, acronyms and words with a capital are let through, and so
is what no common word is like.

Bad:
    1. The Group recieved the report.

Good:
    1. The Group received the programme, and analysed its centre for digitalization under the subprogramme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import dictionary
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_WORD = re.compile(r"(?<![\w’'.@/&=%\]-])[a-z]{5,}(?![\w’'@/&=%\[-]|\.[a-z])")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each word that is not known and one slip away from a common one."""
    if not dictionary.is_there():
        yield UNKNOWN_WORD.finding((0, 0), "words were not checked", "install wgtip[spelling]")
        return
    for match in matches(draft, _WORD):
        near = None if dictionary.knows(match[0]) else dictionary.meant(match[0])
        if near:
            yield UNKNOWN_WORD.finding(match.span(), f"{match[0]} is no word that is known", f"perhaps {near}")


UNKNOWN_WORD = Rule(
    code="G801",
    name="unknown-word",
    severity=Severity.INFO,
    citation="United Nations Editorial Manual, Spelling",
    page=__doc__,
    check=check,
    on_request=True,
)
