"""The index in Akoma Ntoso: a document with a section for each meeting, and its recommendations as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from wgtip_parse import akn
from wgtip_parse.emitters.akn import finished
from wgtip_parse.emitters.akn.elements import Identifiers, own, within, written
from wgtip_parse.emitters.akn.identity import NO_DATE, Identity, identification, references
from wgtip_parse.emitters.chapters import Chapter, by_meeting
from wgtip_parse.emitters.citation import document_url, label, reference
from wgtip_parse.index.model import Recommendation, RecommendationIndex
from wgtip_parse.model import Subparagraph

NAME = "index"


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """The whole index."""
    root = etree.Element(f"{{{akn.AKN}}}akomaNtoso", nsmap=akn.NAMESPACES)
    document = within(root, "doc", name=NAME)
    dated = [each.date for meeting in index.meetings for each in meeting.documents if each.date]
    dated += [each.date for each in index.documents if each.date]
    known = Identity("doc", NAME, NAME, f"/akn/un/doc/{NAME}/recommendations", max(dated, default=NO_DATE), "eng")
    meta = within(document, "meta")
    identification(meta, known, None)
    referred = references(meta, "wgtip")
    preface = within(document, "preface", eId="preface")
    within(within(preface, "p"), "docTitle", "Compilation of recommendations")
    _Writer(index, referred).body(within(document, "mainBody", eId="body"))
    yield finished(root)


class _Writer:
    """Writes meetings and their recommendations, and names what these refer to."""

    def __init__(self, index: RecommendationIndex, referred: etree._Element) -> None:
        self.chapters = by_meeting(index)
        self.referred = referred
        self.identifiers = Identifiers()
        self.named: dict[tuple[str, str], str] = {}

    def body(self, body: etree._Element) -> None:
        for chapter in self.chapters:
            self._chapter(body, chapter)
        if not self.chapters:
            within(body, "p")

    def _chapter(self, body: etree._Element, chapter: Chapter) -> None:
        eid = self.identifiers.give("", "sec", chapter.anchor)
        section = within(body, "section", eId=eid)
        within(section, "heading", chapter.title, class_="H1")
        for each in chapter.recommendations:
            self._recommendation(section, eid, each)

    def _recommendation(self, section: etree._Element, above: str, each: Recommendation) -> None:
        eid = self.identifiers.give(above, "para", each.id)
        refers = ["#recommendation", *(self._refer("TLCOrganization", one.value) for one in each.addressees)]
        refers += (self._refer("TLCConcept", one.label) for one in each.topics)
        made = within(section, "paragraph", eId=eid, class_="recommendation", refersTo=" ".join(dict.fromkeys(refers)))
        own(made, id=each.id, strength=each.strength, basis=each.basis, deadline=each.deadline and each.deadline.date)
        within(made, "num", label(each))
        if each.subparagraphs:
            listed = within(made, "list", eId=f"{eid}__list")
            self._open(within(listed, "intro", eId=f"{eid}__list__intro"), each)
            for item in each.subparagraphs:
                self._point(listed, f"{eid}__list", item)
            self._close(within(listed, "wrapUp", eId=f"{eid}__list__wrapup"), each)
        else:
            content = within(made, "content", eId=f"{eid}__content")
            self._open(content, each)
            self._close(content, each)

    def _open(self, element: etree._Element, each: Recommendation) -> None:
        """The words before the items, behind those that they continue."""
        if each.stem:
            within(element, "p", each.stem, class_="stem")
        within(element, "p", each.text)

    def _close(self, element: etree._Element, each: Recommendation) -> None:
        """What closes a recommendation, and where it stands."""
        if each.closing:
            within(element, "p", each.closing)
        where = within(element, "p", class_="reference")
        if url := document_url(each.document):
            within(where, "ref", reference(each), href=url)
        else:
            where.text = written(reference(each))

    def _point(self, parent: etree._Element, above: str, item: Subparagraph) -> None:
        eid = self.identifiers.give(above, "point", item.marker)
        made = within(parent, "point", eId=eid)
        within(made, "num", f"({item.marker})" if item.marker.isalnum() else item.marker)
        if not item.subparagraphs:
            within(within(made, "content", eId=f"{eid}__content"), "p", item.text)
            return
        listed = within(made, "list", eId=f"{eid}__list")
        within(within(listed, "intro", eId=f"{eid}__list__intro"), "p", item.text)
        for each in item.subparagraphs:
            self._point(listed, f"{eid}__list", each)

    def _refer(self, kind: str, name: str) -> str:
        """The identifier of an addressee or a topic, which is named once."""
        if (kind, name) not in self.named:
            part = "organization" if kind == "TLCOrganization" else "concept"
            eid = self.identifiers.give("", part, name)
            within(self.referred, kind, eId=eid, href=f"/akn/ontology/{part}/un/{eid}", showAs=name)
            self.named[kind, name] = f"#{eid}"
        return self.named[kind, name]
