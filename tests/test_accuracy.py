"""How right the facets are on recommendations of real documents, labelled by hand; figures in docs/accuracy.md."""

from __future__ import annotations

import functools
import sys
import tomllib
from pathlib import Path

import pytest

from wgtip_parse import symbols
from wgtip_parse.index.entry import enter
from wgtip_parse.index.facets import topics
from wgtip_parse.index.model import Recommendation
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
LABELS = tomllib.loads((ROOT / "tests" / "data" / "facets.toml").read_text(encoding="utf-8"))["recommendation"]
ENOUGH = 0.95

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real documents is not here")


@functools.cache
def recommendations(document: str) -> dict[str | None, Recommendation]:
    source, _ = read(str(CORPUS / document))
    entry = enter(source, parse_source(source).report, symbols.bodies(), topics.of_the_package())
    return {each.number: each for each in entry.recommendations}


def found(label: dict[str, object]) -> dict[str, object]:
    each = recommendations(str(label["document"]))[str(label["number"])]
    return {
        "addressees": [addressee.value for addressee in each.addressees],
        "strength": each.strength,
        "references": [[reference.kind, reference.target] for reference in each.references],
    }


@pytest.mark.parametrize("facet", ["addressees", "strength", "references"])
def test_facets_are_right_on_real_recommendations(facet: str) -> None:
    wrong = [
        (each["document"], each["number"], found(each)[facet]) for each in LABELS if found(each)[facet] != each[facet]
    ]
    right = 1 - len(wrong) / len(LABELS)
    sys.stdout.write(f"{facet}: {right:.1%} of {len(LABELS)} right; wrong: {wrong}\n")
    assert right >= ENOUGH


def test_the_labels_are_of_many_documents() -> None:
    documents = [each["document"] for each in LABELS]
    assert len(documents) >= 57
    assert max(map(documents.count, documents)) <= 20
