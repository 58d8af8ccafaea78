"""Verbs that may end in -ize do.

Why: the spelling of the Organization is that of the Concise Oxford Dictionary, in every part of a report.

Bad:
    1. The Group recognised the need to organise training.

Good:
    1. The Group recognized the need to organize training, and to advise and supervise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_prose, is_quoted
from wgtip_parse.rules.rule import Draft, Rule

STEMS = frozenset(
    """
    apolog author capital categor central character civil colon conceptual contextual crystall custom decentral decolon
    decriminal demilitar destabil digit digital econom emphas equal fertil final formal general global harmon hospital
    ideal immun individual industrial institutional international jeopard legal liberal local marginal maxim memor
    minim mobil modern monopol national neutral normal operational optim organ patron penal personal polar politic
    popular priorit privat public radical rational real recogn regular reorgan revital sanit scrutin sensit social
    special stabil standard stigmat subsid summar symbol sympath synchron systemat terror theor traumat urban util
    vandal victim visual weapon
    """.split()
)
_ENDING = re.compile(r"is(?=e[ds]?\b|ing\b|ations?\b|ers?\b)")
_REST = re.compile(r"[a-z]+")
LONGEST = 16  # characters of a stem


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each word in small letters; names keep their own spelling."""
    text = draft.source.text
    for match in _ENDING.finditer(text):
        start = match.start()
        while start and text[start - 1].islower() and match.start() - start < LONGEST:
            start -= 1
        stem = text[start : match.start()]
        if stem not in STEMS or text[start - 1 : start].isalpha() or is_quoted(text, start):
            continue
        if not is_prose(draft, match.start()):
            continue
        s = match.start() + 1
        ending = _REST.match(text, match.end())
        end = ending.end() if ending else match.end()
        right = f"{stem}iz{text[match.end() : end]}"
        fix = Fix.at((s, s + 1), "z", safe=True)
        span = (start, end)
        message = f"{text[start:end]} for {right}"
        hint = f"write {right}"
        yield SPELLING_ISE.finding(span, message, hint, fix)


SPELLING_ISE = Rule(
    code="W703",
    name="spelling-ise",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Spelling",
    page=__doc__,
    check=check,
    sign=r"is(?:e[ds]?|ing|ations?|ers?)\b",
)
