"""House terms: words that a project writes in one way, found where a report speaks in its own words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from wgtip_parse.compiler.choice import Terms
from wgtip_parse.diagnostics import Diagnostic, Fix
from wgtip_parse.model import Block, Section, Span
from wgtip_parse.rules import KNOWN, Draft
from wgtip_parse.rules.prose import is_in_sentence, is_quoted, matches

HOUSE_TERM = KNOWN["W790"]
OF_WORDS = "W"  # codes of the rules that an accepted term is let through by

_SPACE, _HYPHEN, _APOSTROPHE = r"\s+", "[-\u2010\u2011]", "['’]"
_ITALICS = re.compile(r"(?<!\*)\*(?=\S)[^*\n]+(?<=\S)\*(?!\*)")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|[A-Z][\w.]*(?:/[\w.()-]+)*/[\w.()-]*\d[\w.()/-]*")  # or a symbol


def house_terms(draft: Draft, terms: Terms) -> Iterator[Diagnostic]:
    """A finding at each term that is not to be used, but in quotations, titles, symbols and addresses."""
    if not (terms.written or terms.rejected):
        return
    kept = list(_spans(_pattern((*terms.accepted, *(right for _, right in terms.written))), draft))
    for match in matches(draft, _pattern((*(wrong for wrong, _ in terms.written), *terms.rejected))):
        if not _within(kept, match.span()) and not _is_of_others(draft, match.start()):
            yield _finding(draft, terms, match)


def accepted(draft: Draft, terms: Terms, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings without those about words that the project accepts."""
    kept = list(_spans(_pattern(terms.accepted), draft)) if terms.accepted else []
    for each in found:
        if not (kept and each.code.startswith(OF_WORDS) and _within(kept, each.span)):
            yield each


def _finding(draft: Draft, terms: Terms, match: re.Match[str]) -> Diagnostic:
    words = " ".join(match[0].split())
    message = f"“{words}” is no house term"
    pair = next(((wrong, right) for wrong, right in terms.written if _pattern((wrong,)).fullmatch(words)), None)
    if pair is None:
        return Diagnostic(HOUSE_TERM.code, HOUSE_TERM.severity, message, match.span())
    wrong, right = pair
    if words[0] != wrong[0]:  # a sentence begins with it
        right = right[0].upper() + right[1:]
    fix = Fix.at(match.span(), right, safe=is_in_sentence(draft, match.start()))
    return Diagnostic(HOUSE_TERM.code, HOUSE_TERM.severity, message, match.span(), f"write {right}", fix)


@functools.cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, the longest term first; a small first letter may be a capital one, spaces may be line ends."""
    return re.compile("|".join(map(_of_term, sorted(terms, key=len, reverse=True))))


def _of_term(term: str) -> str:
    """A name may be part of a compound ("Turkey-based"), another word not: "mail" is not in "e-mail"."""
    first = term[0]
    begins = f"[{re.escape(first)}{re.escape(first.upper())}]" if first.islower() else re.escape(first)
    bound = "" if first.isupper() else "\\-\u2010\u2011"
    return rf"(?<![\w{bound}]){begins}{''.join(map(_of_character, term[1:]))}(?![\w{bound}])"


def _of_character(character: str) -> str:
    return {" ": _SPACE, "-": _HYPHEN, "'": _APOSTROPHE, "’": _APOSTROPHE}.get(character) or re.escape(character)


def _spans(pattern: re.Pattern[str], draft: Draft) -> Iterator[Span]:
    return (match.span() for match in pattern.finditer(draft.source.text))


def _within(kept: Iterable[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in kept)


def _is_of_others(draft: Draft, at: int) -> bool:
    """Whether an offset stands in words that are not the report's own: quoted, a title in italics, an address."""
    text = draft.source.text
    if is_quoted(text, at) or _within(draft.once(_quoted), (at, at)):
        return True
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : len(text) if end < 0 else end]
    others = (match.span() for each in (_ITALICS, _ADDRESS) for match in each.finditer(line))
    return _within(others, (at - start, at - start + 1))


def _quoted(draft: Draft) -> list[Span]:
    parts: list[Block | Section] = [*draft.report.every_block(), *draft.report.every_section()]
    return [part.span for part in parts if part.quoted]
