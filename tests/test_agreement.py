"""The renderings of a document agree: the texts made of a PDF give the numbers, titles and markers of the PDF."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.cases import DOCUMENTS, chosen
from wgtip_parse.model import Block, Report, Subparagraph
from wgtip_parse.parser.parser import parse_source
from wgtip_parse.readers import SIZE_LIMIT, read

PDF = "report.pdf"
RENDERINGS = ("report.layout.txt", "report.plain.txt")
KINDS = ("numbers", "titles", "markers")
ENOUGH = 0.98  # of what either rendering has, pooled over the documents
ENOUGH_OF_ONE = 0.6  # of a document that is a table with answers, whose columns plain text has lost
LESS = {  # where the text does not have what the PDF tells
    ("report.layout.txt", "titles"): 0.92,  # no bold type, by which headings without number are told
    ("report.plain.txt", "titles"): 0.88,  # nor columns, so that cells and headings stand below one another
    ("report.plain.txt", "markers"): 0.94,  # nor the order of a page whose markers stand in a column of their own
}

Found = dict[str, Counter[tuple[str, ...]]]
Agreed = tuple[int, int]  # twice what both have, and what each has


@cache
def found(path: Path) -> Found:
    """What a rendering has, of each kind."""
    source, _ = read(str(path), SIZE_LIMIT)
    report = parse_source(source).report
    return {
        "numbers": Counter((each.kind, each.number) for each in report.every_block() if each.number),
        "titles": Counter((folded(each.title),) for each in report.every_section()),
        "markers": Counter(markers(report)),
    }


def folded(title: str) -> str:
    """A title without white space and hyphens, which texts made of a PDF lose at the ends of lines."""
    return "".join(title.split()).replace("-", "").casefold()


def markers(report: Report) -> Iterator[tuple[str, ...]]:
    """Each marker behind those of the items that it stands in, and the number of its paragraph."""
    for block in report.every_block():
        yield from below(block, (block.number or "",))


def below(part: Block | Subparagraph, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for item in part.subparagraphs:
        yield (*path, item.marker)
        yield from below(item, (*path, item.marker))


def agreed(document: Path, rendering: str, kind: str) -> Agreed:
    """Nothing where the document has no such rendering, or no PDF."""
    if not (document / rendering).exists() or not (document / PDF).exists():
        return 0, 0
    ours, pdfs = found(document / rendering)[kind], found(document / PDF)[kind]
    return 2 * (ours & pdfs).total(), ours.total() + pdfs.total()


def share(parts: list[Agreed]) -> float | None:
    """None where there is nothing to compare."""
    both, each = (sum(part) for part in zip(*parts, strict=True))
    return both / each if each else None


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_the_renderings_of_a_document_agree(document: Path) -> None:
    right = share([agreed(document, rendering, kind) for rendering in RENDERINGS for kind in KINDS])
    if right is None:
        pytest.skip("there is but one rendering")
    assert right >= ENOUGH_OF_ONE


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_rendering_of_all_documents_agrees(request: pytest.FixtureRequest, rendering: str, kind: str) -> None:
    documents = chosen(request, test_the_renderings_of_a_document_agree.__name__)
    right = share([agreed(document, rendering, kind) for document in documents])
    assert right is not None
    sys.stdout.write(f"{kind} of {rendering}: {right:.1%}\n")
    assert right >= LESS.get((rendering, kind), ENOUGH)
