"""The check: each document is read, parsed and judged by the rules, then the documents of each meeting together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wgtip_parse import parser, readers
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.compiler.parts import in_parts
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.placed import Placed, place
from wgtip_parse.rules import KNOWN, RULES, Draft, MeetingRule, Rule
from wgtip_parse.source import Source


class Checked(NamedTuple):
    """One document of a check: its draft and what was found in it, or the failure in one line."""

    path: str
    choice: Choice
    draft: Draft | None
    diagnostics: tuple[Diagnostic, ...]
    failure: str | None


def check_all(paths: Sequence[str], choices: Sequence[Choice], limit: int) -> Iterator[Checked]:
    """Each document by itself, in the order of the paths; a choice for each."""
    for path, choice in zip(paths, choices, strict=True):
        yield check(path, choice, limit)


def check(path: str, choice: Choice, limit: int) -> Checked:
    """Read, parse and judge one document."""
    try:
        source, of_reading = readers.read(path, limit)
    except readers.ReadError as error:
        return Checked(path, choice, None, (), str(error))
    return check_source(path, choice, source, of_reading)


def check_source(path: str, choice: Choice, source: Source, of_reading: Iterable[Diagnostic] = ()) -> Checked:
    """Parse and judge one document that has been read."""
    report, of_parsing = parser.parse_source(source)
    draft = Draft(source, report, choice.stage_of(report))
    found = [each for each in (*of_reading, *of_parsing) if choice.takes(each.code)]
    for rule in RULES:
        if isinstance(rule, Rule) and choice.takes(rule.code):
            found += rule.check(draft)
    return Checked(path, choice, draft, tuple(found), None)


def check_meetings(checked: Sequence[Checked]) -> list[Checked]:
    """The same documents with what is found when they are seen together."""
    found: dict[int, list[Diagnostic]] = defaultdict(list)
    drafts = tuple(each.draft for each in checked if each.draft is not None)
    reports, misfits = in_parts(drafts)
    places = {id(each.draft): at for at, each in enumerate(checked)}
    for draft, diagnostic in (*misfits, *_together(reports)):
        at = places[id(draft)]
        if checked[at].choice.takes(diagnostic.code):
            found[at].append(diagnostic)
    return [each._replace(diagnostics=(*each.diagnostics, *found[at])) for at, each in enumerate(checked)]


def findings(checked: Iterable[Checked]) -> list[Placed]:
    """What is to be shown of the documents, by path and place."""
    placed: list[Placed] = []
    for each in checked:
        if each.draft is not None:
            everything = place(each.draft.source, each.diagnostics, KNOWN)
            placed += (found for found in everything if each.choice.shows(found.severity))
    return sorted(placed, key=lambda found: (found.path, found.line, found.column, found.code))


def _together(reports: Iterable[tuple[Draft, ...]]) -> Iterator[tuple[Draft, Diagnostic]]:
    for parts in reports:
        for rule in RULES:
            if isinstance(rule, MeetingRule):
                yield from rule.check(parts)
