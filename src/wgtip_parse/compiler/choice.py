"""Which rules are run on a document, which findings are shown, and at which stage the document is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Report
from wgtip_parse.stage import Stage

RANK = {severity: rank for rank, severity in enumerate(Severity)}
DRAFT_SYMBOL = re.compile(r"/(?:L|CRP|WP)\.\d")


@dataclass(frozen=True, slots=True)
class Terms:
    """House terms: pairs of what is not to be written and what is, words to reject, and words to let through."""

    written: tuple[tuple[str, str], ...] = ()
    rejected: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What to look for; codes are given whole or by their first characters, an ignored one wins.

    `severity` is the lowest that is shown; `severities` are other ones for codes than the rules' own.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity | None = None
    stage: Stage | None = None
    severities: tuple[tuple[str, Severity], ...] = ()
    terms: Terms = Terms()

    def over(self, other: Choice) -> Choice:
        """This choice, and the other where this one leaves something open."""
        return Choice(
            self.select or other.select,
            self.ignore or other.ignore,
            self.severity or other.severity,
            self.stage or other.stage,
            (*other.severities, *self.severities),
            other.terms if self.terms == Terms() else self.terms,
        )

    def and_of(self, file: Choice) -> Choice:
        """This choice for a file of which a configuration says more: what it ignores is added."""
        return replace(file.over(self), ignore=(*self.ignore, *file.ignore))

    def regraded(self, diagnostic: Diagnostic, usual: Severity) -> Diagnostic:
        """A finding with the severity that is chosen for its code; what a rule says with less stays less."""
        chosen = [
            (len(code), at, each) for at, (code, each) in enumerate(self.severities) if diagnostic.code.startswith(code)
        ]
        if not chosen:
            return diagnostic
        severity = max(chosen)[2]
        if RANK[diagnostic.severity] < RANK[usual]:
            severity = min(severity, diagnostic.severity, key=RANK.__getitem__)
        return replace(diagnostic, severity=severity)

    def takes(self, code: str) -> bool:
        """Whether findings with this code are wanted."""
        return (not self.select or code.startswith(self.select)) and not code.startswith(self.ignore)

    def shows(self, severity: Severity) -> bool:
        """Whether findings of this severity are wanted."""
        return RANK[severity] >= RANK[self.severity or Severity.INFO]

    def stage_of(self, report: Report) -> Stage:
        """The stage as chosen, or as the masthead says: an L. document, an addendum or a draft is in session.

        So is a text without a symbol, because every final document has one.
        """
        if self.stage is not None:
            return self.stage
        masthead = report.masthead
        draft = masthead.addendum or (masthead.title or "").casefold().startswith("draft")
        if masthead.symbol is None or draft or DRAFT_SYMBOL.search(masthead.symbol):
            return Stage.IN_SESSION
        return Stage.FINAL


def unknown_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Those by which no code begins."""
    from wgtip_parse.rules import KNOWN  # here, because most documents have no configuration that names a code

    return tuple(code for code in codes if not any(known.startswith(code) for known in KNOWN))
