"""Numbers of paragraphs, points and headings as their elements print them, and as words repeat them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wgtip_parse.readers.akn.names import FORMS
from wgtip_parse.readers.akn.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_BARE = re.compile(r"[0-9]{1,4}\Z|(?![\u2460-\u9fff])[^\W\d_]\Z|[ivxlc]{1,7}\Z|[IVXLC]{1,7}\Z")
_LABEL = re.compile(r"(?![IVXLCivxlc]+\b)[^\W\d_]{3,}\s+\S")
_AGAIN = re.compile(r"[(\[]?(\w{1,5}) ?[.)\]–-]+ *(?=\D)")
_UNWRITTEN = re.compile(r"\W+")


def printed(element: _Element) -> tuple[str, str | None]:
    """The number in an element, and the bare one where it lacks the stop or bracket that its kind has.

    A heading may print a bare numeral above its title; it gets its stop without further ado.
    """
    number = " ".join("".join(str(text) for text in element.itertext()).split())
    parent = element.getparent()
    form = FORMS.get(local(parent)) if parent is not None and _BARE.match(number) else None
    if form is None:
        return number, None
    return form.text.format(number), None if form.may_be_bare else number


def without(number: str, text: str) -> str:
    """The words behind a number that is printed before them once more."""
    again = _AGAIN.match(text)
    if again and number and again[1] == _UNWRITTEN.sub("", number):
        return text[again.end() :]
    return text


def is_label(number: str) -> bool:
    """Whether a number is words, "Recommendation 3" or "Annex II", which stand on a line of their own."""
    return _LABEL.search(number) is not None
