"""Writes what the set says of the meetings of real documents: a line for each document, to be read by a person.

`python -m tests.meetings BOARD CORPUS > tests/data/meetings.tsv`
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from wgtip_parse import collection
from wgtip_parse.collection import Document
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read

HEAD = ("document", "meeting", "body", "ordinal", "year", "state")


def paths(board: Path, corpus: Path) -> Iterator[tuple[str, Path]]:
    """The documents by the names that the list has for them."""
    for folder in ("pdf", "reviews"):
        yield from ((f"{folder}/{path.name}", path) for path in sorted((board / folder).glob("*.pdf")))
    for path in sorted(corpus.iterdir()):
        found = next((report for suffix in ("pdf", "docx") if (report := path / f"report.{suffix}").exists()), None)
        if found is not None:
            yield f"corpus/{path.name}", found


def known(name: str, path: Path) -> Document:
    """What the set knows of a document."""
    source, _ = read(str(path))
    report = parse_source(source).report
    return collection.document_of(report.source.model_copy(update={"name": name}), report.masthead)


def lines(documents: list[Document]) -> list[str]:
    """The list: its head, then a line for each document in the order of their names."""
    collected = collection.collect(documents)
    told = {
        document.name: (each.id, each.body, each.ordinal, each.year, each.state)
        for each in collected.meetings
        for document in each.documents
    }
    rows = [(each.name, *told.get(each.name, ("", None, None, None, None))) for each in documents]
    return ["\t".join("-" if value in (None, "") else str(value) for value in row) for row in (HEAD, *sorted(rows))]


if __name__ == "__main__":
    found = lines([known(*each) for each in paths(Path(sys.argv[1]), Path(sys.argv[2]))])
    sys.stdout.write("\n".join(found) + "\n")
