"""Codes of what differs between the languages of a document: `wgtip align` and `wgtip compile` say it."""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.notice import Notice

NOTICES_OF_LANGUAGES = (
    Notice(
        code="C956",
        name="symbol-in-two-languages",
        severity=Severity.WARNING,
        citation="wgtip, Index",
        page="""The languages of one document are one document.

Why: compiled apart, each recommendation is in the index once for each language; `wgtip compile --languages` links them.
""",
    ),
    Notice(
        code="C957",
        name="recommendation-in-one-language",
        severity=Severity.WARNING,
        citation="wgtip, Index",
        page="""Each recommendation of a document is in all its languages.

Why: what `wgtip compile --languages` finds in one language alone has another number there, or is not understood in the
other; it stays an entry of its own.
""",
    ),
    Notice(
        code="C971",
        name="missing-in-a-language",
        severity=Severity.WARNING,
        citation="wgtip, Languages",
        page="""What stands in one language of a document stands in all of them.

Why: a paragraph that was not translated, or was lost on the way, is missed by everybody who reads that language;
`wgtip align`, which says this, puts the place behind which it is missing.
""",
    ),
    Notice(
        code="C972",
        name="only-in-a-language",
        severity=Severity.WARNING,
        citation="wgtip, Languages",
        page="""No language of a document says more than the others.

Why: what stands in one language alone was perhaps taken out of the others; `wgtip align` says this.
""",
    ),
    Notice(
        code="C973",
        name="numbered-otherwise-in-a-language",
        severity=Severity.WARNING,
        citation="wgtip, Languages",
        page="""Paragraphs, items and headings have the same number in all languages of a document.

Why: a document is cited by its numbers in any language; (c), (ج), в) and (三) are the same; `wgtip align` says this.
""",
    ),
    Notice(
        code="C974",
        name="of-another-kind-in-a-language",
        severity=Severity.WARNING,
        citation="wgtip, Languages",
        page="""A paragraph, an item or a heading is that in all languages of a document, and of the same level.

Why: a lost number, marker or style makes one part of another; `wgtip align` says this.
""",
    ),
    Notice(
        code="C975",
        name="elsewhere-in-a-language",
        severity=Severity.WARNING,
        citation="wgtip, Languages",
        page="""All languages of a document have the same order.

Why: what stands elsewhere is read in another context; `wgtip align` says this.
""",
    ),
    Notice(
        code="C976",
        name="length-differs-in-a-language",
        severity=Severity.INFO,
        citation="wgtip, Languages",
        page="""A paragraph is about as long as its translations, by the measure of its language.

Why: one that is far longer or shorter has perhaps gained or lost a sentence; `wgtip align` says this.
""",
    ),
)
