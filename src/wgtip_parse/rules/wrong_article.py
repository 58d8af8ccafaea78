""" "An" stands before a vowel that is heard, and "a" before a consonant.

Why: the article is left behind when the word behind it is changed.

Bad:
    1. The Group heard a expert.

Bad:
    1. The Group heard an delegate.

Bad:
    1. An delegate spoke.

Good:
    1. The Group heard an expert, a delegate, a one-time member and a European union of ports.
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import wording

WRONG_ARTICLE = wording(
    code="W725",
    name="wrong-article",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    pattern="wrong_article",
    also="wrong_article_at_start",  # each begins with what is found quickly
    write=lambda match: match[0][0] if match[0].endswith("n") else "an",
)
