"""The parser: Source → Parsed, stage by stage, by the grammar in `wgtip_parse.grammars`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from wgtip_parse.collector import without_collector
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Report
from wgtip_parse.parser import blocks, lines, masthead, notes, pages, quotations, regions, roles
from wgtip_parse.parser.cells import cells
from wgtip_parse.parser.early import settle_labels
from wgtip_parse.parser.fields import Fields, read_fields
from wgtip_parse.parser.grammar import Token, grammar, run
from wgtip_parse.parser.language import detect
from wgtip_parse.parser.leaves import Leaf, leaves_of
from wgtip_parse.parser.marks import Marks
from wgtip_parse.parser.tree import Build, tokens_of
from wgtip_parse.parser.type import Type
from wgtip_parse.places import Places
from wgtip_parse.source import Source
from wgtip_parse.words import KNOWN, words

SCHEMA_VERSION = 1
LARGE = 200_000  # characters: from here on even one walk of the garbage collector over the tree costs

_FIELDS = ["organ", "body", "symbol", "distribution", "date", "original_language", "session"]
_MORE_FIELDS = ["agenda_item", "title", "rapporteur"]

Span = tuple[int, int]


class Parsed(NamedTuple):
    """A report, where its numbers, titles and fields stand, what its text is made of, and what is to be said of it."""

    report: Report
    places: Places
    leaves: Callable[[], list[Leaf]]
    diagnostics: tuple[Diagnostic, ...]


def parse_source(source: Source) -> Parsed:
    """The report in a source. Every text parses; in a language not known yet it becomes blocks without sections."""
    language = detect(source.text)
    if language not in KNOWN:
        return _unknown(source, language)
    with without_collector(much_stays=len(source.text) >= LARGE):
        return _parse(source, language)


def _parse(source: Source, language: str) -> Parsed:
    text, known = source.text, words(language)
    physical = lines.scan(text, shapes(language), source.looks)
    taken = pages.furniture(physical, text)
    furniture = [physical[at] for at in sorted(taken)]
    flow = lines.without(physical, taken)
    marks = Marks(text, known)
    found = notes.take_notes(flow, text, marks)
    flow = lines.without(flow, found.places)
    head, body = masthead.part(flow, text)
    found_cells = cells(head, text)
    fields = read_fields(found_cells)
    body, early = settle_labels(body, text)
    joined = blocks.join(body, regions.find(body, text, known), text, known)
    front = fields.addendum or "rapporteur" in fields.values
    entries = roles.assign(joined, Type(body), text, known, front=front)
    gaps = [(line.start, line.end) for line in furniture]
    marks.bar(sorted([*gaps, *(place for note in found.notes for place in note.places)]))
    start = body[0].start if body else len(text)
    anchored = notes.anchored(found.notes, marks, start)
    known_marks = {note.mark for note in anchored}
    repeats = marks.raised(known_marks, start)
    if any(text.startswith("/", note.start + len(note.mark)) for note in anchored):
        repeats += marks.slashed(known_marks, start)
    places_of_marks = sorted({*repeats, *(note.anchor for note in anchored if note.anchor)})
    build = Build(text, places_of_marks)
    tokens = [*(Token("MASTHEAD", cell) for cell in found_cells), *tokens_of(entries, quotations.find(entries, text, known), text, known)]
    tree = run(tokens, build)
    report = _report(source, language, tree, fields, pages.job_number(furniture, text), anchored, build)
    apart = [("number", (line.start, line.end)) for line in early]
    apart += [("furniture", gap) for gap in gaps] + [("footnote-rule", rule) for rule in found.rules]
    return Parsed(
        report,
        Places(build.numbers, build.titles, build.markers, {}, start),
        lambda: leaves_of(text, tokens, anchored, places_of_marks, apart),
        (),
    )


@cache
def shapes(language: str) -> re.Pattern[str]:
    """The regular expression of what lines begin with, in the words of a language."""
    return lines.scanner(grammar().parser.lexer.lexer.terminals, words(language))


def _report(
    source: Source, language: str, tree: Any, fields: Fields, job: str | None, found: list[notes.Note], build: Build
) -> Report:
    return Report.model_validate(
        {
            "schema_version": SCHEMA_VERSION,
            "source": {"name": source.name, "format": source.format, "sha256": source.sha256, "language": language},
            "masthead": _masthead(fields, job),
            "blocks": tree["blocks"],
            "sections": tree["sections"],
            "footnotes": list(_footnotes(found, build)),
        }
    )


def _masthead(fields: Fields, job: str | None) -> dict[str, Any]:
    head: dict[str, Any] = {name: fields.values.get(name) for name in _FIELDS}
    head["meeting"] = fields.meeting
    head |= {name: fields.values.get(name) for name in _MORE_FIELDS}
    return head | {"addendum": fields.addendum, "job_number": job, "other": fields.other}


def _footnotes(found: list[notes.Note], build: Build) -> Iterator[dict[str, Any]]:
    for note in found:
        yield {
            "mark": note.mark,
            "text": build.cleaner.of(note.pieces) if note.pieces else None,
            "anchor": note.anchor[0] if note.anchor else None,
            "span": (note.start, note.end),
        }


_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")


def _unknown(source: Source, language: str) -> Parsed:
    """A report whose words are not known: its blocks, set apart by blank lines, as they stand."""
    spans = [match.span() for match in _BLOCK.finditer(source.text)]
    found: list[dict[str, Any]] = [
        {
            "kind": "text",
            "number": None,
            "text": " ".join(source.text[start:end].split()),
            "subparagraphs": [],
            "closing": None,
            "quoted": False,
            "span": (start, end),
        }
        for start, end in spans
    ]
    report = _report(source, language, {"blocks": found, "sections": []}, Fields(), None, [], Build(source.text, []))
    said = Diagnostic(
        "P001",
        Severity.WARNING,
        f"the grammar does not know this language yet: {language}",
        (0, 0),
        "the text is kept as blocks without sections",
    )
    return Parsed(report, Places(), lambda: [Leaf("text", *span) for span in spans], (said,))
