"""The cover page of a document in Akoma Ntoso: the lines of the masthead in their order, each for what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from wgtip_parse.emitters.akn.elements import within
from wgtip_parse.emitters.word.notes import Leaf
from wgtip_parse.model import Report

# The element for a kind of line, and what it refers to.
_ELEMENTS = {
    "organization": ("docAuthority", "#publisher"),
    "organ": ("docAuthority", "#issuingBody"),
    "body": ("docAuthority", "#issuingBody"),
    "symbol": ("docNumber", "#symbol"),
    "distribution": ("docStatus", "#distribution"),
    "date": ("docDate", "#dateOfIssuance"),
    "session": ("session", None),
    "title": ("docTitle", None),
}
_JOINED = frozenset({"organ", "body", "title", "agenda-item", "organization"})  # in several lines they are one name
_APART = frozenset({"furniture", "repeated", "number", "footnote-mark", "footnote", "footnote-number", "footnote-rule"})


def cover(document: etree._Element, report: Report, leaves: Sequence[Leaf], text: str) -> None:
    """The cover page, where there is anything on it."""
    lines = list(_lines(leaves, text))
    if not lines:
        return
    page = within(document, "coverPage", eId="coverPage")
    for kind, words in lines:
        element, refers = _ELEMENTS.get(kind, ("inline", None))
        date = report.masthead.date if element == "docDate" else None
        if element == "docDate" and date is None:
            element = "inline"
        name = kind.replace("-", " ") if element == "inline" else None
        within(within(page, "p"), element, words, name=name, refersTo=refers, date=date)


def _lines(leaves: Iterable[Leaf], text: str) -> Iterator[tuple[str, str]]:
    for kind, group in groupby((leaf for leaf in leaves if leaf[0] not in _APART), key=lambda leaf: leaf[0]):
        words = [" ".join(text[start:end].split()) for _, start, end in group]
        yield from [(kind, " ".join(words))] if kind in _JOINED else ((kind, each) for each in words)
