"""How right the facets are on real documents, labelled by hand; figures in docs/accuracy.md."""

from __future__ import annotations

import functools
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from wgtip_parse import symbols
from wgtip_parse.index.entry import enter
from wgtip_parse.index.extraction import Extracted
from wgtip_parse.index.facets import classify, vocabularies
from wgtip_parse.index.statement import state
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read
from wgtip_parse.words import words

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
LABELS = tomllib.loads((ROOT / "tests" / "data" / "facets.toml").read_text(encoding="utf-8"))
EVERY = (*LABELS["recommendation"], *LABELS["passage"])
KINDS = {"recommendations": LABELS["recommendation"], "passages": LABELS["passage"], "both": EVERY}
ENOUGH = 0.95
OPERATIVE = './/*[local-name()="content"]//text()[not(ancestor::*[local-name()="authorialNote"])]'

Facets = dict[str, Any]

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real documents is not here")


@functools.cache
def recommendations(document: str) -> dict[str | None, Facets]:
    source, _ = read(str(CORPUS / document))
    entry = enter(source, parse_source(source).report, symbols.bodies(), vocabularies.of_the_package())
    return {each.number: facets(each) for each in entry.recommendations}


@functools.cache
def passages(document: str) -> dict[str | None, Facets]:
    """What asks somebody to act and is no recommendation of the index, by the number that the labels give it."""
    found = resolution(CORPUS / document) if document.endswith(".xml") else drafts_and_decisions(CORPUS / document)
    return {
        number: facets(
            classify(stated(text), (), words(), of_review=False, vocabulary=vocabularies.of_the_package()[-1])
        )
        for number, text in found
    }


def resolution(path: Path) -> Iterator[tuple[str, str]]:
    """The operative paragraphs of a resolution in Akoma Ntoso, without their notes."""
    for paragraph in etree.parse(str(path)).iterfind(".//{*}mainBody/{*}paragraph"):
        yield paragraph.findtext("{*}num").strip("."), " ".join("".join(paragraph.xpath(OPERATIVE)).split())


def drafts_and_decisions(path: Path) -> Iterator[tuple[str, str]]:
    """The paragraphs behind one that recommends a draft, as "11/5", and the items of decisions, as "56/101 (f)"."""
    source, _ = read(str(path))
    draft: str | None = None
    for section in parse_source(source).report.every_section():
        decision = section.title.split(" ")[0]
        for block in section.blocks:
            draft = block.number if "recommends to the" in block.text else draft
            yield f"{draft}/{block.number}", block.text
            yield from ((f"{decision} ({item.marker})", item.text) for item in block.subparagraphs)


def stated(text: str) -> Any:
    return state(text, Extracted(None, False, (), None, text, (), None, (0, len(text)), "words"))


def facets(each: Any) -> Facets:
    return {
        "addressees": [addressee.value for addressee in each.addressees],
        "strength": each.strength,
        "references": [[reference.kind, reference.target] for reference in each.references],
    }


def found(label: dict[str, Any]) -> Facets:
    read_as = recommendations if label in LABELS["recommendation"] else passages
    return read_as(label["document"])[label["number"]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("facet", ["addressees", "strength", "references"])
def test_facets_are_right_on_real_documents(facet: str, kind: str) -> None:
    labels = KINDS[kind]
    wrong = [
        (each["document"], each["number"], found(each)[facet]) for each in labels if found(each)[facet] != each[facet]
    ]
    right = 1 - len(wrong) / len(labels)
    sys.stdout.write(f"{facet} of {kind}: {right:.1%} of {len(labels)} right; wrong: {wrong}\n")
    assert right >= ENOUGH


def test_the_labels_are_of_many_documents() -> None:
    documents = [each["document"] for each in EVERY]
    assert len(documents) >= 60
    assert max(map(documents.count, documents)) <= 20
