"""Something stands under every heading.

Why: an empty section has lost its text, or its heading was moved without it.

Bad:
    I. Introduction

    II. Deliberations

    1. The Working Group met in Vienna.

Good:
    I. Introduction

    1. The Working Group met in Vienna.

    II. Deliberations

    2. Farms were discussed.

Good:
    I. Introduction

    1. The Working Group met in Vienna. The agenda of its session was as follows.

    1. Opening of the session

    2. Ports

    II. Deliberations

    2. Farms were discussed.

Good:
    I. Introduction

    1. The Working Group met in Vienna.

    Annex

    I. Members

    1. The members were three.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.certainty import is_heading
from wgtip_parse.rules.numbering import is_annex, is_part
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each numbered heading with nothing below it, outside of lists."""
    is_text = draft.source.format == "text"  # elsewhere a picture may stand there
    sections = list(draft.sections)
    for section, next_ in zip_longest(sections, sections[1:]):
        is_empty = not section.blocks and not section.sections
        heads_next = is_annex(section) and next_ is not None and not is_annex(next_)
        apart = is_part(section) or heads_next  # what they head stands beside them
        if section.number is not None and is_empty and not apart and is_heading(draft, section):
            span = draft.places.number_of(section)
            message = f"nothing under heading {section.number}"
            hint = "restore its text, or take the heading out"
            yield EMPTY_SECTION.finding(span, message, hint, severity=None if is_text else Severity.INFO)


EMPTY_SECTION = Rule(
    code="S207",
    name="empty-section",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
