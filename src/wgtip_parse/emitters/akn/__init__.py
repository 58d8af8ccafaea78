"""Akoma Ntoso 3.0 by the guidelines of the United Nations (AKN4UN): a report, or the index of recommendations."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from wgtip_parse import akn
from wgtip_parse.emitters.akn.body import Writer
from wgtip_parse.emitters.akn.elements import within
from wgtip_parse.emitters.akn.front import cover
from wgtip_parse.emitters.akn.identity import identity, meta
from wgtip_parse.emitters.word.notes import Leaf
from wgtip_parse.index.extraction import extract
from wgtip_parse.model import Report
from wgtip_parse.places import Places
from wgtip_parse.source import Source


def emit(source: Source, report: Report, places: Places, leaves: Sequence[Leaf]) -> bytes:
    """One document, with the source text that reading it gives back."""
    known = identity(report)
    root = etree.Element(f"{{{akn.AKN}}}akomaNtoso", nsmap=akn.NAMESPACES)
    document = within(root, known.element, name=known.name)
    recommended = [each.span for each in extract(report, source).recommendations]
    writer = Writer(source.text, report, places, leaves, recommended)
    kept = akn.element(source)
    head = meta(document, report, known, kept)
    cover(document, report, [leaf for leaf in leaves if leaf[1] < places.body], source.text)
    writer.body(document)
    writer.loose_notes(head)
    return finished(root, kept)


def finished(root: etree._Element, kept: etree._Element | None = None) -> bytes:
    """The bytes of a document; what it keeps is marked with the digest of the whole."""
    if kept is not None:
        kept.set(akn.DIGEST, akn.digest(root))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
