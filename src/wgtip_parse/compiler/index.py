"""Reports into an index: each is read, parsed and entered; the entries are assembled, and the index is emitted.

What an earlier index remembers of a file that has not changed is taken from there: the result is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from wgtip_parse import readers, symbols
from wgtip_parse.collection import Bodies
from wgtip_parse.collector import without_collector
from wgtip_parse.compiler.documents import Outcome, convert_all
from wgtip_parse.compiler.fingerprint import of_work
from wgtip_parse.compiler.remembering import Memory, with_remembered
from wgtip_parse.compiler.workers import Workers
from wgtip_parse.index.assembly import Findings, assemble
from wgtip_parse.index.entry import ReportEntry, enter, pack, unpack
from wgtip_parse.index.facets.vocabularies import Vocabularies
from wgtip_parse.index.model import RecommendationIndex
from wgtip_parse.index.relating import Recall, Relating, nothing_kept
from wgtip_parse.index.sharing import Share, here
from wgtip_parse.parser import Parsed
from wgtip_parse.source import Source


class Tally(NamedTuple):
    """How many documents there are, how many have recommendations, and of how many all were passed over."""

    documents: int
    with_recommendations: int
    not_understood: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """An index, what does not fit in it, and the packed entries that it was made of, by name and SHA-256.

    `linked` is the digest of what the relatives of its recommendations depend on.
    """

    index: RecommendationIndex
    findings: Findings
    memory: Memory
    linked: str
    tally: Tally


def enter_all(
    paths: Sequence[str],
    known: Vocabularies,
    limit: int,
    workers: Workers,
    memory: Memory | None = None,
    bodies: Bodies | None = None,
    revisions: readers.Revisions = readers.Revisions.ACCEPT,
    *,
    ocr: bool = False,
) -> Iterator[Outcome]:
    """The entry of each report, packed, in the order of the paths; only what `memory` does not hold is read."""
    emit = partial(emit_entry, known, bodies)
    read = partial(readers.read, limit=limit, revisions=revisions, ocr=ocr)
    return with_remembered(paths, memory or {}, limit, lambda new: convert_all(emit, read, new, workers))


def compile_index(
    entries: Iterable[bytes],
    bodies: Bodies | None = None,
    told: Collection[str] = frozenset(),
    *,
    link_languages: bool = False,
    share: Share = here,
    recall: Recall = nothing_kept,
) -> Compiled:
    """The index of all entries, which come packed.

    `share` says who looks for what was said before; `recall` gives what an earlier index has of it. Documents of one
    symbol in several languages are one with `link_languages`. Of documents in `told`, which may grow while the entries
    come, something was said: they are not remembered, so that it is said the next time as well.
    """
    packed: list[bytes] = []
    unpacked: list[ReportEntry] = []
    with without_collector(much_stays=True):
        for entry in entries:  # unpacked as they come, while workers make the next ones
            packed.append(entry)
            unpacked.append(unpack(entry))
        relate = Relating(recall, share)
        index, findings = assemble(unpacked, bodies or symbols.bodies(), link_languages=link_languages, relate=relate)
    files = ((each.source.name, each.source.sha256) for each in unpacked)
    memory = {file: entry for file, entry in zip(files, packed, strict=True) if file[0] not in told}
    return Compiled(index, findings, memory, relate.digest, _tally(unpacked))


def emit_entry(known: Vocabularies, bodies: Bodies | None, source: Source, parsed: Parsed) -> bytes:
    """The entry of a report, packed; without `bodies` they are ours, which are not sent to other processes."""
    return pack(enter(source, parsed.report, bodies or symbols.bodies(), known))


def fingerprint(
    known: Vocabularies,
    bodies: Bodies | None = None,
    revisions: readers.Revisions = readers.Revisions.ACCEPT,
    *,
    ocr: bool = False,
) -> str:
    """What names the program and how it was asked to read: an entry that was made otherwise is not the same."""
    return of_work(known, bodies or symbols.bodies(), revisions.value, ocr)


def _tally(entries: Sequence[ReportEntry]) -> Tally:
    has = sum(1 for each in entries if each.recommendations)
    return Tally(len(entries), has, sum(1 for each in entries if each.passed_over and not each.recommendations))
