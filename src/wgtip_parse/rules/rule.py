"""Rules as values: what a rule is, and what it sees of a draft or of a meeting's drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, cast

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.model import Block, Report, Section
from wgtip_parse.places import Places
from wgtip_parse.rules.signs import Pieces, pieces_of
from wgtip_parse.source import Source
from wgtip_parse.stage import Stage

T = TypeVar("T")
Named = TypeVar("Named", bound="_Named")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule sees of one document: its source text, its tree, where the parts of the tree stand, and its stage."""

    source: Source
    report: Report
    places: Places
    stage: Stage
    _known: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, work_out: Callable[[Draft], T]) -> T:
        """What a function works out from this draft: done for the first rule that asks, kept for the others."""
        if work_out not in self._known:
            self._known[work_out] = work_out(self)
        return cast("T", self._known[work_out])

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the whole report in the order of the text: the tree is gone through once for all rules."""
        return self.once(_blocks)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the whole report, each before those within it."""
        return self.once(_sections)

    @property
    def pieces(self) -> Pieces:
        """What stands between white space in the text."""
        return self.once(_pieces)


def _blocks(draft: Draft) -> tuple[Block, ...]:
    return tuple(draft.report.every_block())


def _sections(draft: Draft) -> tuple[Section, ...]:
    return tuple(draft.report.every_section())


def _pieces(draft: Draft) -> Pieces:
    return pieces_of(draft.source.text)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one report that are given, in order; `numbers` are 0 for the report and 1 for its Add.1.

    `complete` says that these are all. Otherwise any other part may be missing, and a rule judges only what it would
    find just so if the others were there: checking some of them finds nothing that checking all does not find.
    """

    drafts: tuple[Draft, ...]
    numbers: tuple[int, ...]
    complete: bool
    _places: dict[int, int] = field(init=False, compare=False, repr=False)
    _of_number: dict[int, tuple[Draft, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Look up once which numbers the parts have; a draft is told by its identity."""
        of_number: dict[int, list[Draft]] = {}
        for draft, number in zip(self.drafts, self.numbers, strict=True):
            of_number.setdefault(number, []).append(draft)
        object.__setattr__(self, "_of_number", {number: tuple(of_number[number]) for number in sorted(of_number)})
        numbers = zip(self.drafts, self.numbers, strict=True)
        object.__setattr__(self, "_places", {id(draft): number for draft, number in numbers})

    def __iter__(self) -> Iterator[Draft]:
        return iter(self.drafts)

    def earlier(self, draft: Draft) -> tuple[Draft, ...]:
        """The parts before one."""
        number = self._number(draft)
        return tuple(each for each, of_it in zip(self.drafts, self.numbers, strict=True) if of_it < number)

    def right_before(self, draft: Draft) -> tuple[Draft, ...]:
        """What stands right before a part; nothing where that may be missing."""
        number = self._number(draft)
        wanted = number - 1
        if self.complete:
            wanted = max((each for each in self._of_number if each < number), default=wanted)
        return self._of_number.get(wanted, ())

    def has_all_before(self, draft: Draft) -> bool:
        """Whether no part before one is missing."""
        return self.complete or all(number in self._of_number for number in range(self._number(draft)))

    def wholes(self) -> Iterator[tuple[Draft, ...]]:
        """What is whole for sure: the parts where they are all, else each that is final and so stands for itself."""
        if self.complete:
            yield self.drafts
        else:
            yield from ((each,) for each in self.drafts if each.stage is Stage.FINAL)

    def _number(self, draft: Draft) -> int:
        return self._places[id(draft)]


@dataclass(frozen=True, slots=True, eq=False)
class _Norm:
    """What every rule says of itself. `page` is its module's docstring, which users read; `citation` names the norm.

    A rule is equal to itself alone, so that what is worked out for many can be kept by them.
    """

    code: str
    name: str
    severity: Severity
    citation: str
    page: str

    def finding(
        self,
        span: tuple[int, int],
        message: str,
        hint: str | None = None,
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """A finding of this rule, of the rule's own severity unless another is given."""
        return Diagnostic(self.code, severity or self.severity, message, span, hint, fix)


@dataclass(frozen=True, slots=True, eq=False)
class Rule(_Norm):
    """A rule over one draft; one that is run `on_request` is left out where no codes are chosen.

    `sign` is a regular expression: only where it matches in a piece of the text between white space is the rule run.
    """

    check: Callable[[Draft], Iterable[Diagnostic]]
    sign: str | None = None
    on_request: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class MeetingRule(_Norm):
    """A rule over the parts of one report; each finding comes with the draft that it is in."""

    check: Callable[[Parts], Iterable[tuple[Draft, Diagnostic]]]


class _Named(Protocol):
    """What has a code and a name."""

    @property
    def code(self) -> str: ...

    @property
    def name(self) -> str: ...


def by_code(named: Iterable[Named]) -> dict[str, Named]:
    """Each by its code; raises ValueError where a code or a name would stand for two things."""
    known: dict[str, Named] = {}
    for each in named:
        other = next((known[code] for code in known if code == each.code or known[code].name == each.name), None)
        if other is not None:
            raise ValueError(f"{each.code} {each.name} and {other.code} {other.name} have the same code or name")
        known[each.code] = each
    return known
