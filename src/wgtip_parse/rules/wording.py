"""Rules of wording as values: a pattern of the language, and what is written in the place of what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule
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
    signs: str | None = None,
) -> Rule:
    """A rule with a finding at each match of a pattern of words/en.toml, unless it is quoted; `write` mends it.

    `signs` is a list of which a text has one or more if the pattern can match, whatever white space parts its words: to
    look for them is many times faster. So is a pattern that begins with the letters that it looks for.
    """

    def check(draft: Draft) -> Iterator[Diagnostic]:
        if signs and not has(draft, signs):
            return
        for match in matches(draft, getattr(words(), pattern)):
            if not is_quoted(draft.source.text, match.start()):
                right = write(match)
                fix = None if "\n" in match[0] else Fix.at(match.span(), right, safe=True)
                yield rule.finding(match.span(), f"“{' '.join(match[0].split())}”", f"write “{right}”", fix)

    rule = Rule(code=code, name=name, severity=severity, citation=citation, page=page, check=check)
    return rule


def has(draft: Draft, name: str) -> bool:
    """Whether a text has one of the signs of a list of words/en.toml."""
    text = draft.once(_in_one_line)
    return any(sign in text for sign in words().listed(name))


def _in_one_line(draft: Draft) -> str:
    return " ".join(draft.source.text.split())


def by_table(table: str) -> Write:
    """What a match stands for by a table of words/en.toml, however its words are spaced."""
    return lambda match: words().told(table, match[0].replace("\n", " ")) or match[0]
