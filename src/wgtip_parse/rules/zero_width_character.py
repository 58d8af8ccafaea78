"""Every character of a text has a width.

Why: a character that cannot be seen splits words for searches, and can be used to mark copies of a draft.

Bad:
    1. The Working\u200bGroup met in Vienna.

Good:
    1. The Working Group met in Vienna.

Good:
    1. The Working Group met in Vienna for the Decade 2024–\u206034.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_in_sentence
from wgtip_parse.rules.rule import Draft, Rule

HIDDEN = "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"
_JOINERS = "\u200d\u2060\ufeff"  # keep together what a line could part
_PARTS = "-/\u2010\u2011–—"  # where a line could be parted
_ZERO_WIDTH = re.compile(f"[{HIDDEN}]")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each such character; a joiner beside a dash keeps a range on its line."""
    text = draft.source.text
    if not any(sign in text for sign in HIDDEN):
        return
    for match in _ZERO_WIDTH.finditer(text):
        span = match.span()
        beside = text[max(0, span[0] - 1) : span[0]], text[span[1] : span[1] + 1]
        if match[0] in _JOINERS and any(sign and sign in _PARTS for sign in beside):
            continue
        message = f"hidden character U+{ord(match[0]):04X} {unicodedata.name(match[0]).lower()}"
        in_word = "".join(beside).isalnum()
        fix = Fix.at(span, "", safe=True) if in_word and is_in_sentence(draft, span[0]) else None
        yield ZERO_WIDTH_CHARACTER.finding(span, message, "take it out", fix)


ZERO_WIDTH_CHARACTER = Rule(
    code="T016",
    name="zero-width-character",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign=f"[{HIDDEN}]",
)
