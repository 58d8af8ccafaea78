"""What a document is in Akoma Ntoso: its class, its FRBR identifiers from the symbol, and its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from wgtip_parse import symbols
from wgtip_parse.akn import OWN, UN
from wgtip_parse.emitters.akn.elements import within, written
from wgtip_parse.model import Masthead, Report

NO_DATE = "0001-01-01"  # how the UN's own files write a date that they do not know; the schema wants one
NO_NUMBER = "nn"  # what stands for the number in the identifiers of a document without one
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
UNDETERMINED = "und"
TOOL = "#wgtip"  # by whom the mark-up was made
PRINCIPAL_ORGANS = {"A": "unga", "E": "ecosoc", "S": "unsc", "T": "untc"}  # how addresses name them; others by symbol
STATEMENTS = {"RES": "resolution", "DEC": "decision"}  # by a part of the symbol

_CONCEPTS = (
    ("symbol", "Symbol"),
    ("dateOfIssuance", "Date of issuance"),
    ("distribution", "Distribution"),
    ("originalLanguage", "Original language"),
    ("recommendation", "Recommendation"),
)
_UNUSUAL = re.compile(r"[^\w.()-]+")


class Identity(NamedTuple):
    """The element, subtype and name of a document, and the address of the work that it is."""

    element: str
    subtype: str
    name: str
    work: str
    date: str
    language: str


def identity(report: Report) -> Identity:
    """Resolutions and decisions are statements, reports of a meeting debate reports, all else is a document."""
    head = report.masthead
    parts = (head.symbol or "").split("/")
    statement = next((name for part, name in STATEMENTS.items() if part in parts), None)
    if statement:
        of = ("statement", "deliberation", statement)
    elif head.meeting is not None:
        of = ("debateReport", "report", "report")
    else:
        of = ("doc", "document", "document")
    work = "/".join(("/akn/un", *of[:2], *_author_date_number(head.symbol, head.date)))
    return Identity(*of, work, head.date or NO_DATE, LANGUAGES.get(report.source.language, UNDETERMINED))


def _author_date_number(symbol: str | None, date: str | None) -> Iterator[str]:
    """What tells a work from others of its kind: the body, the date and the number, as far as they are printed."""
    parsed = symbols.parse(symbol) if symbol else None
    stem = parsed.stem.split("/") if parsed and not parsed.joint else []
    author = [part for part in stem if part not in STATEMENTS]
    if author:
        yield PRINCIPAL_ORGANS.get("/".join(author)) or in_uri("-".join(author)).lower()
    if date:
        yield date
    number = str(parsed).removeprefix("/".join(stem)) if parsed else symbol or ""
    yield in_uri(number) or NO_NUMBER


def in_uri(symbol: str) -> str:
    """A symbol, or a part of one, as it stands in an address: "2021-L.1"."""
    return _UNUSUAL.sub("-", symbol).strip("-")


def meta(document: etree._Element, report: Report, known: Identity, kept: etree._Element) -> etree._Element:
    """The metadata of a report, in which the source text travels."""
    head = report.masthead
    made = within(document, "meta")
    identification(made, known, head.symbol)
    references(made, head.body or head.organ or "United Nations")
    proprietary = within(made, "proprietary", source=TOOL)
    proprietary.append(masthead(head))
    proprietary.append(kept)
    if head.job_number:
        presentation = within(made, "presentation", source=TOOL)
        foot = etree.SubElement(presentation, f"{{{UN}}}footerFirstPage")
        within(foot, "docketNumber", head.job_number, refersTo="#publicationJobNumber")
    return made


def identification(parent: etree._Element, known: Identity, number: str | None) -> None:
    """The work, its expression in a language, and its manifestation as XML."""
    made = within(parent, "identification", source=TOOL)
    expression = f"{known.work}/{known.language}@"
    for level, this, uri in (
        ("Work", f"{known.work}/!main", known.work),
        ("Expression", f"{expression}/!main", expression),
        ("Manifestation", f"{expression}/!main.xml", f"{expression}.xml"),
    ):
        part = within(made, f"FRBR{level}")
        within(part, "FRBRthis", value=this)
        within(part, "FRBRuri", value=uri)
        within(part, "FRBRdate", date=known.date, name="issuance")
        within(part, "FRBRauthor", href="#issuingBody")
        if level == "Work":
            within(part, "FRBRcountry", value="un")
            within(part, "FRBRsubtype", value=known.subtype)
            if number:
                within(part, "FRBRnumber", value=number)
        elif level == "Expression":
            within(part, "FRBRlanguage", language=known.language)


def references(parent: etree._Element, author: str) -> etree._Element:
    """What the document refers to by an identifier."""
    made = within(parent, "references", source=TOOL)
    organizations = "/akn/ontology/organization/un"
    within(made, "TLCOrganization", eId="publisher", href=f"{organizations}/unitedNations", showAs="United Nations")
    within(made, "TLCOrganization", eId="issuingBody", href=f"{organizations}/issuingBody", showAs=author)
    within(made, "TLCObject", eId=TOOL.removeprefix("#"), href="/akn/ontology/object/wgtip", showAs="wgtip")
    for name, shown_as in _CONCEPTS:
        within(made, "TLCConcept", eId=name, href=f"/akn/ontology/concept/un/{name}", showAs=shown_as)
    return made


def masthead(head: Masthead) -> etree._Element:
    """The fields of the masthead as the tree has them; those that are None are left out."""
    made = etree.Element(f"{{{OWN}}}masthead")
    told: list[tuple[str, str | None]] = []
    for name, value in head.model_dump(exclude={"meeting", "other", "addendum"}).items():
        told.append((name, value))
    told.append(("addendum", "true" if head.addendum else None))
    if head.meeting:
        told.append(("meeting", ""))
        told += ((f"meeting.{name}", value) for name, value in head.meeting.model_dump().items())
    told += (("other", line) for line in head.other)
    for name, value in told:
        if value is not None:
            etree.SubElement(made, f"{{{OWN}}}field", {"name": name}).text = written(value)
    return made
