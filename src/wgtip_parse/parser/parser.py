"""The parser: Source → Parsed, stage by stage. Each stage hands on values that no later one changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from wgtip_parse.collector import without_collector
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.parser import blocks, lines, masthead, notes, pages, quotations, regions, roles, script
from wgtip_parse.parser.chapters import settle_chapters
from wgtip_parse.parser.grammar import Token, run, tokens_of
from wgtip_parse.parser.lines import Type
from wgtip_parse.parser.lists import Item
from wgtip_parse.parser.marks import Marks
from wgtip_parse.parser.signs import Explanation
from wgtip_parse.parser.table import table
from wgtip_parse.parser.tree import Build, Cleaner
from wgtip_parse.parser.whereabouts import Leaf, Whereabouts
from wgtip_parse.places import Places
from wgtip_parse.source import Source
from wgtip_parse.words import KNOWN, Words, words
from wgtip_parse.words.language import detect

if TYPE_CHECKING:
    from wgtip_parse.model import Report

SCHEMA_VERSION = 1
RAISING = ("word", "html", "akn")  # formats whose files tell which marks are raised
HEAD = """
    organ body symbol distribution date original_language session meeting agenda_item title rapporteur addendum
    job_number other
""".split()  # of the masthead, in the order of its JSON
LARGE = 50_000  # characters: from here on even one walk of the garbage collector over the tree costs

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")


@dataclass(frozen=True)
class Parsed:
    """A report and what is to be said about the reading of it.

    `tree` is the report as plain values, in the shape and order of its JSON. The models that it is validated by, its
    places and leaves are made when they are asked for, since most outputs need none of them: nothing is read twice.
    """

    tree: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...]
    _seen: Whereabouts

    @cached_property
    def report(self) -> Report:
        """The report as frozen, validated models."""
        from wgtip_parse.model import Report  # a parse into JSON has no need of them, and they take time to import

        return Report.model_validate(self.tree)

    @cached_property
    def places(self) -> Places:
        """Where the numbers, titles, markers and masthead fields of the report stand."""
        return self._seen.places()

    @cached_property
    def leaves(self) -> list[Leaf]:
        """The leaves of the source text, in order: every character that is not white space lies in exactly one."""
        return self._seen.leaves()


def parse_source(source: Source, tell: Callable[[Explanation], None] | None = None) -> Parsed:
    """The report in a source. Every text parses; in a language not known yet it becomes blocks without sections.

    `tell` is called with the explanation of each block.
    """
    language = detect(source.text)
    if language not in KNOWN:
        return _unknown(source, language)
    with without_collector(much_stays=len(source.text) >= LARGE):
        return _parse(source, words(language), tell)


def _parse(source: Source, known: Words, tell: Callable[[Explanation], None] | None) -> Parsed:
    read, scanned = _scanned(source, known)
    text = read.text  # by which it is decided: what is said is cut out of the source
    flow, furniture = pages.furniture(scanned, text)
    marks = Marks(text, known, only_raised=source.format in RAISING)
    noted = notes.take_notes(flow, text, marks)
    flow = lines.without(flow, noted.places)
    head = masthead.read(flow, script.unturned(source.text) if read.hidden else source.text, known)
    body, early = pages.settle_labels(lines.without(flow, head.lines), text)
    body = settle_chapters(body, text, known)
    type_ = Type(body)
    joined = blocks.join(body, regions.find(body, type_, text, known), type_, text, known)
    entries = roles.assign(joined, type_, text, known, front=head.headed, tell=tell)
    marks.bar(sorted([*((each.start, each.end) for each in furniture), *(p for n in noted.notes for p in n.places)]))
    anchored, places_of_marks = notes.anchored(noted.notes, marks, body[0].start if body else len(text))
    build = Build(Cleaner(source.text, places_of_marks, known), known.language)
    quoted = quotations.find(entries, text, known)
    tokens = [*(Token("MASTHEAD", cell) for cell in head.cells), *tokens_of(entries, quoted, text, known)]
    tokens += (Token("FOOTNOTE", note) for note in anchored)
    tree = run(tokens, build)
    job = pages.job_number(furniture, text)
    report = _report(source, known.language, tree, _masthead(head, text[slice(*job)] if job else None))
    apart = [("footnote-rule", rule) for rule in noted.rules]
    for kind, printed in (("number", early), ("furniture", furniture)):
        apart += ((kind, (line.start, line.end)) for line in printed)
    fields = {**head.places, **({"job_number": (job,)} if job else {})}
    where = Whereabouts(source.text, tokens, build.cleaner, apart, fields, read.hidden)
    return Parsed(report, (*read.said, *_damaged(tokens)), where)


def _scanned(source: Source, known: Words) -> tuple[script.Script, list[lines.Line]]:
    """The text of a source as it is read, and its lines."""
    read = script.read(source.text, known)
    found = lines.scan(read.text, shapes(known.language), source.looks, is_wide=not known.is_spaced)
    if script.begins_foreign(found, read.text, known):
        read = script.relabelled(read)
        found = lines.scan(read.text, shapes(known.language), source.looks)
    return read, found


@cache
def shapes(language: str) -> re.Pattern[str]:
    """The regular expression of what lines begin with, in the words of a language."""
    return lines.scanner(table().shapes, words(language))


def _report(source: Source, language: str, tree: Any, head: dict[str, Any]) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {"name": source.name, "format": source.format, "sha256": source.sha256, "language": language},
        "masthead": head,
        "blocks": tree["blocks"],
        "sections": tree["sections"],
        "footnotes": tree["footnotes"],
    }


def _masthead(head: masthead.Masthead, job: str | None) -> dict[str, Any]:
    said: dict[str, Any] = {name: head.values.get(name) for name in HEAD}
    said |= {"meeting": head.meeting, "addendum": head.addendum}
    return said | {"job_number": job, "other": head.other}


def _damaged(tokens: list[Token]) -> Iterator[Diagnostic]:
    """Markers whose bracket was lost, "(a.": read as items, but told."""
    for token in tokens:
        item = token.value
        if isinstance(item, Item) and item.is_damaged:
            message = f"the marker of item {item.label} has no closing bracket"
            yield Diagnostic("P002", Severity.WARNING, message, item.place, f"write ({item.label})")


def _unknown(source: Source, language: str) -> Parsed:
    """A report whose words are not known: its blocks, set apart by blank lines, as they stand."""
    build = Build(Cleaner(source.text, [], words()), language)
    spans = [match.span() for match in _BLOCK.finditer(source.text)]
    found = [build.text_block(" ".join(source.text[start:end].split()), (start, end)) for start, end in spans]
    tree: dict[str, Any] = {"blocks": found, "sections": [], "footnotes": []}
    report = _report(source, language, tree, _masthead(masthead.Masthead(), None))
    message = f"the grammar does not know this language yet: {language}"
    said = Diagnostic("P001", Severity.WARNING, message, (0, 0), "the text is kept as blocks without sections")
    apart = [("text", span) for span in spans]
    return Parsed(report, (said,), Whereabouts(source.text, [], build.cleaner, apart, {}))
