"""Reports into an index: each is read, parsed and entered; the entries are assembled, and the index is emitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from wgtip_parse import readers, symbols
from wgtip_parse.compiler.documents import Outcome, convert_all
from wgtip_parse.index.assembly import Findings, assemble
from wgtip_parse.index.entry import ReportEntry, enter
from wgtip_parse.index.facets.topics import Vocabulary
from wgtip_parse.index.model import RecommendationIndex
from wgtip_parse.model import Report
from wgtip_parse.source import Source


def enter_all(paths: Sequence[str], vocabulary: Vocabulary, limit: int, jobs: int) -> Iterator[Outcome]:
    """The entry of each report as JSON, in the order of the paths."""
    return convert_all(partial(emit_entry, vocabulary), partial(readers.read, limit=limit), paths, jobs)


def compile_index(entries: Iterable[bytes]) -> tuple[RecommendationIndex, Findings]:
    """The index of all entries, and what does not fit together in them."""
    return assemble(map(ReportEntry.model_validate_json, entries), symbols.bodies())


def emit_entry(vocabulary: Vocabulary, source: Source, report: Report) -> bytes:
    """The entry of a report as one JSON object."""
    return enter(source, report, symbols.bodies(), vocabulary).model_dump_json().encode()
