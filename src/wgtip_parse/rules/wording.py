"""Rules of wording as values: a pattern of the language, and what is written in the place of what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, matches, matches_at, matches_near
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.signs import compiled
from wgtip_parse.words import words

Write = Callable[[re.Match[str]], str]


def wording(
    code: str,
    name: str,
    severity: Severity,
    citation: str,
    page: str,
    pattern: str,
    write: Write,
    sign: str | None = None,
    starts: Callable[[Draft], Iterable[int]] | None = None,
    also: str | None = None,
) -> Rule:
    """A rule with a finding at each match of a pattern of words/en.toml, unless it is quoted; `write` mends it.

    `sign` is a regular expression of what a piece of the text between white space has where the pattern matches: the
    pattern is looked for only there. `starts` are the only places where it can begin, if they are known. `also` is
    another pattern, for what would be found slowly by one.
    """
    near = compiled(sign) if sign else None

    def every(draft: Draft) -> Iterator[re.Match[str]]:
        looked_for = getattr(words(), pattern)
        if starts:
            return matches_at(draft, looked_for, starts(draft))
        found = matches_near(draft, looked_for, near) if near else matches(draft, looked_for)
        return chain(found, matches(draft, getattr(words(), also))) if also else found

    def check(draft: Draft) -> Iterator[Diagnostic]:
        for match in every(draft):
            if not is_quoted(draft.source.text, match.start()):
                right = write(match)
                fix = None if "\n" in match[0] else Fix.at(match.span(), right, safe=True)
                yield rule.finding(match.span(), f"“{' '.join(match[0].split())}”", f"write “{right}”", fix)

    rule = Rule(code=code, name=name, severity=severity, citation=citation, page=page, check=check, sign=sign)
    return rule


def by_table(table: str) -> Write:
    """What a match stands for by a table of words/en.toml, however its words are spaced."""
    return lambda match: words().told(table, match[0].replace("\n", " ")) or match[0]
