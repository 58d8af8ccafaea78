"""The check of each document by itself: read, parsed and judged by the rules over one draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from wgtip_parse import parser, readers
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.compiler.configuration import Suppression
from wgtip_parse.compiler.documents import Read, lost, weight
from wgtip_parse.compiler.terms import HOUSE_TERM, accepted, house_terms
from wgtip_parse.compiler.workers import Task, Workers, each, spread
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.model import Report
from wgtip_parse.places import Places
from wgtip_parse.rules import RULES, Draft, MeetingRule, Rule, weighed
from wgtip_parse.rules.of_english import holds
from wgtip_parse.rules.signs import Signs
from wgtip_parse.source import Source
from wgtip_parse.stage import Stage

Rules = tuple[Rule | MeetingRule, ...]

LOST_CHARACTER, BAD_BYTE = "T019", "T951"  # what the reader has said of a place, the rule need not say again


class Checked(NamedTuple):
    """One document and what was found in it; `accepted` is to stay, each with the suppression that says why.

    `of_reading` are the codes of what reading and parsing have said, whether they are wanted or not.
    """

    path: str
    choice: Choice
    draft: Draft
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[tuple[Suppression, Diagnostic], ...] = ()
    of_reading: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return self.draft.source.name


class Unread(NamedTuple):
    """A document that could not be read, and why, in one line."""

    path: str
    failure: str


class Packed(NamedTuple):
    """What a worker process sends: the tree as JSON, because a model takes far longer to send."""

    path: str
    choice: Choice
    source: Source
    report: bytes
    places: Places
    stage: Stage
    diagnostics: tuple[Diagnostic, ...]
    of_reading: tuple[str, ...]


def check_all(
    paths: Sequence[str], choices: Sequence[Choice], read: Read, workers: Workers
) -> Iterator[Checked | Unread]:
    """Each document by itself, in the order of the paths, with a choice for each."""
    work = [(path, choice, read) for path, choice in zip(paths, choices, strict=True)]
    if readers.STANDARD_INPUT in paths or workers.wanted(len(work), sum(map(weight, paths))) is None:
        yield from (check(*document) for document in work)
        return
    for packed in spread(Task(each(_check_and_pack), _weight, _lost), work, workers):
        yield unpacked(packed) if isinstance(packed, Packed) else packed


def check(path: str, choice: Choice, read: Read) -> Checked | Unread:
    """Read, parse and judge one document."""
    try:
        source, of_reading = read(path)
    except readers.ReadError as error:
        return Unread(path, str(error))
    return check_source(path, choice, source, of_reading)


def check_source(path: str, choice: Choice, source: Source, of_reading: Iterable[Diagnostic] = ()) -> Checked:
    """Parse and judge one document that has been read."""
    parsed = parser.parse_source(source)
    draft = Draft(source, parsed.report, parsed.places, choice.stage_of(parsed.report))
    said = (*of_reading, *parsed.diagnostics)
    found = [each for each in said if choice.takes(each.code)]
    told = {each.span for each in said if each.code == BAD_BYTE}
    for rule in _run_on(draft, choice):
        found += (
            weighed(draft, each) for each in rule.check(draft) if each.code != LOST_CHARACTER or each.span not in told
        )
    if choice.takes(HOUSE_TERM.code):
        found += house_terms(draft, choice.terms)
    codes = tuple(each.code for each in said)
    return Checked(path, choice, draft, tuple(accepted(draft, choice.terms, found)), of_reading=codes)


def _run_on(draft: Draft, choice: Choice) -> Iterator[Rule]:
    """The rules that are wanted, without those that cannot find anything because their signs are not in the text."""
    there = _signs(RULES).among(draft.pieces)
    chosen = _chosen(RULES, choice, draft.report.source.language)
    return (rule for rule in chosen if rule.sign is None or rule.code in there)


@cache
def _signs(rules: Rules) -> Signs:
    return Signs({rule.code: rule.sign for rule in rules if isinstance(rule, Rule) and rule.sign is not None})


@lru_cache(maxsize=64)  # documents under one configuration have one choice
def _chosen(rules: Rules, choice: Choice, language: str) -> tuple[Rule, ...]:
    """The rules over one draft that are wanted and hold for its language."""
    known = (rule for rule in rules if isinstance(rule, Rule) and holds(rule.code, language))
    wanted = (rule for rule in known if choice.takes(rule.code))
    return tuple(rule for rule in wanted if choice.select or not rule.on_request)


def _weight(work: tuple[str, Choice, Read]) -> int:
    return weight(work[0])


def _lost(work: tuple[str, Choice, Read]) -> Packed | Unread:
    return Unread(work[0], lost(work[0]))


def packed(checked: Checked) -> Packed:
    """A document as one process sends it to another."""
    draft = checked.draft
    report = draft.report.model_dump_json().encode()
    said = (checked.diagnostics, checked.of_reading)
    return Packed(checked.path, checked.choice, draft.source, report, draft.places, draft.stage, *said)


def unpacked(packed: Packed) -> Checked:
    """The document that was sent."""
    draft = Draft(packed.source, Report.model_validate_json(packed.report), packed.places, packed.stage)
    return Checked(packed.path, packed.choice, draft, packed.diagnostics, of_reading=packed.of_reading)


def _check_and_pack(work: tuple[str, Choice, Read]) -> Packed | Unread:
    checked = check(*work)
    return checked if isinstance(checked, Unread) else packed(checked)
