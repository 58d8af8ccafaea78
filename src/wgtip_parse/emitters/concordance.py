"""The concordance of an assembly: part and number → number in the whole, and back; as CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wgtip_parse.emitters.markdown import escaped

COLUMNS = ("part", "kind", "number", "final")


class Renumbered(NamedTuple):
    """A number in a part, named as people name it, and in the whole."""

    part: str
    kind: str
    number: str
    final: str


def emit_csv(rows: Iterable[Renumbered]) -> Iterator[bytes]:
    """A line for each number, in the order of the whole."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    yield page.getvalue().encode()


def emit_json(rows: Iterable[Renumbered]) -> Iterator[bytes]:
    """An array, an object for each number, in the order of the whole."""
    yield json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1).encode() + b"\n"


def emit_markdown(rows: Iterable[Renumbered]) -> Iterator[bytes]:
    """A table by part and one by the whole."""
    rows = list(rows)
    parts = list(dict.fromkeys(row.part for row in rows))
    yield b"# Concordance\n\n## From the parts\n\n"
    yield from _table(sorted(rows, key=lambda row: parts.index(row.part)), COLUMNS)
    yield b"\n## From the whole\n\n"
    yield from _table(rows, ("final", "kind", "part", "number"))


Emit = Callable[[Iterable[Renumbered]], Iterator[bytes]]
EMITTERS: Mapping[str, Emit] = {".csv": emit_csv, ".json": emit_json, ".md": emit_markdown}


def _table(rows: Iterable[Renumbered], columns: Sequence[str]) -> Iterator[bytes]:
    yield f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n".encode()
    for row in rows:
        yield f"| {' | '.join(escaped(row._asdict()[column]) for column in columns)} |\n".encode()
