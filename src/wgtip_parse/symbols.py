"""Document symbols, parsed and printed, and the registry of the bodies that they stand for.

The norm is the UN Editorial Manual, "Masthead", and the United Nations symbol series: a stem for the body, a session or
a year, the document in its series, and what was added to it or changed in it: `CTOC/COP/WG.4/2019/L.1/Add.1`.
"""

from __future__ import annotations

import functools
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

COMPONENT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?: ?\([^()/]+\))?")
FIRST = re.compile(r"[A-Z][A-Z0-9]*(?:[.-][A-Z0-9]+)*")
PERIOD = re.compile(r"(?:E?S-)?[0-9]{1,4}")
SERIES = re.compile(r"(L|CRP|INF|PV|SR|NGO|WP|PET|Misc)\.([0-9]+)")
CHANGE = re.compile(r"(Add|Rev|Corr|Amend)\.[0-9]+")
JOINT = re.compile(r" ?[-–] ?(?=[A-Z]+[A-Z.0-9-]*/)")
STARS = re.compile(r"\*+")
NUMBER = re.compile(r"[0-9]+")
DRAFT_SERIES = ("L", "CRP")
SESSION_IN_STEM = re.compile(r"\([0-9]+\)|\.[0-9]+\Z")  # ICCD/COP(8)/CST, UNEP/EA.6
KINDS = {"DEC", "INF", "NOTE", "REP", "RES"}  # what a stem may hold behind the body's own: A/HRC/RES is the Council's
FIRST_YEAR = 1945
BODY_KEYS = {"stem": str, "name": str, "parent": str, "aliases": list, "stems": list, "own_mark": bool}
SHOULD_BE = {str: "text in quotation marks", list: "a list of texts", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Symbol:
    """One document symbol in its parts; a joint symbol holds the others in `joint`.

    `period` is a session or a year as printed; `document` what stands between it and the changes, such as
    ("L.1",), ("6 (Sect. 35)",) or ("SVN", "3"); `changes` such as ("Rev.1", "Add.2").
    """

    stem: str
    period: str | None
    document: tuple[str, ...]
    changes: tuple[str, ...] = ()
    joint: tuple[Symbol, ...] = ()

    def __str__(self) -> str:
        parts = (self.stem, *((self.period,) if self.period else ()), *self.document, *self.changes)
        return "-".join(("/".join(parts), *map(str, self.joint)))

    @property
    def year(self) -> int | None:
        """The year, where the period is one and no session number."""
        return int(self.period) if self.period and self.period.isdigit() and int(self.period) >= FIRST_YEAR else None

    @property
    def series(self) -> str | None:
        """The letters of the series, such as "L" for limited distribution; None for the general series."""
        match = SERIES.fullmatch(self.document[-1]) if self.document else None
        return match[1] if match else None

    @property
    def is_draft(self) -> bool:
        """Whether the series is one of drafts: limited distribution or a conference room paper."""
        return self.series in DRAFT_SERIES

    @property
    def addendum(self) -> int | None:
        """The number of the addendum, None for the document itself."""
        return self._change("Add.")

    @property
    def revision(self) -> int | None:
        """The number of the revision, None for the first issue."""
        return self._change("Rev.")

    @property
    def base(self) -> Symbol:
        """The symbol without what was added to it or changed in it: the same for all parts of one report."""
        return Symbol(self.stem, self.period, self.document)

    @property
    def order(self) -> tuple[tuple[int, int | str], ...]:
        """A key that sorts symbols as people do: L.2 before L.10, the document before its addenda."""
        return tuple(
            (0, int(piece)) if piece.isdigit() else (1, piece) for piece in re.split(r"([0-9]+)", str(self)) if piece
        )

    def _change(self, kind: str) -> int | None:
        found = [int(each[len(kind) :]) for each in self.changes if each.startswith(kind)]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Body:
    """A United Nations body: the stem of its symbols, its full name and the name of the organ it reports to.

    `aliases` are other names that documents print for it, `stems` those of its further symbols: one board may have
    several. `own_mark` says that its documents need not print "United Nations".
    """

    stem: str
    name: str
    parent: str | None
    aliases: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    own_mark: bool = False


class RegistryError(ValueError):
    """What is wrong in a registry of bodies, in one phrase; `at` is the place of the body among the others, from 0."""

    def __init__(self, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.at = at


@functools.lru_cache(maxsize=8192)
def parse(text: str) -> Symbol | None:
    """The symbol, or None where the text is not one; asterisks of reissues are dropped."""
    symbols = [_parse_one(each) for each in _joined(STARS.sub("", text).strip())]
    first, *joint = symbols
    if first is None or None in joint:
        return None
    return replace(first, joint=tuple(each for each in joint if each is not None)) if joint else first


def parse_bodies(text: str) -> tuple[Body, ...]:
    """The bodies of a TOML text: a table `[[body]]` for each. Raises RegistryError, ValueError for what is no TOML."""
    return registry(tomllib.loads(text).get("body", []))


def registry(tables: object) -> tuple[Body, ...]:
    """The bodies of tables with `stem`, `name` and, if they have any, `parent`, `aliases`, `stems` and `own_mark`.

    Raises RegistryError.
    """
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise RegistryError("body is written [[body]], once for each")
    found: list[Body] = []
    taken: set[str] = set()
    for at, table in enumerate(tables):
        body = _body(table, at)
        for each in (*_stems(body), *map(_plain, _names(body))):
            if each in taken:
                raise RegistryError(f"{each} is another body's already", at)
        taken.update(_stems(body), map(_plain, _names(body)))
        found.append(body)
    return tuple(found)


@functools.cache
def bodies() -> tuple[Body, ...]:
    """The bodies that we know, in the order of the package's registry."""
    return parse_bodies((pkgutil.get_data("wgtip_parse", "data/bodies.toml") or b"").decode())


def body_of(symbol: Symbol, known: tuple[Body, ...] | None = None) -> Body | None:
    """The body whose stem the symbol has, kinds of documents aside; a committee is not the organ that set it up."""
    stem = symbol.stem.split("/")
    while stem and stem[-1] in KINDS:
        stem.pop()
    found = _by_stem(_others(known))
    own = "/".join(stem)
    return found.get(own) or found.get(SESSION_IN_STEM.sub("", own))


def body_named(name: str, known: tuple[Body, ...] | None = None) -> Body | None:
    """The body that has that name or is also called so; capitals, spaces and "the" aside."""
    return _by_name(_others(known)).get(_plain(name))


def _others(known: tuple[Body, ...] | None) -> tuple[Body, ...] | None:
    """Bodies other than those of the package, which are told by being the same: to compare them all takes longer."""
    return None if known is bodies() else known


@functools.lru_cache(maxsize=8)
def _by_stem(known: tuple[Body, ...] | None) -> dict[str, Body]:
    return {stem: body for body in reversed(bodies() if known is None else known) for stem in _stems(body)}


@functools.lru_cache(maxsize=8)
def _by_name(known: tuple[Body, ...] | None) -> dict[str, Body]:
    return {_plain(name): body for body in reversed(bodies() if known is None else known) for name in _names(body)}


def _stems(body: Body) -> tuple[str, ...]:
    return body.stem, *body.stems


def _names(body: Body) -> tuple[str, ...]:
    return body.name, *body.aliases


def _body(table: Mapping[str, object], at: int) -> Body:
    for key in table:
        if key not in BODY_KEYS:
            raise RegistryError(f"unknown key {key}; known are {', '.join(BODY_KEYS)}", at)
    for key in ("stem", "name"):
        if not table.get(key):
            raise RegistryError(f"{key} is missing", at)
    for key, value in table.items():
        if not isinstance(value, BODY_KEYS[key]) or not _is_of_text(value):
            raise RegistryError(f"{key} is {SHOULD_BE[BODY_KEYS[key]]}", at)
    listed = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    body: Body = replace(Body("", "", None), **listed)  # type: ignore[arg-type]  # the types are looked at above
    for stem in _stems(body):
        if parse(f"{stem}/1") is None:
            raise RegistryError(f"{stem} begins no symbol", at)
    return body


def _is_of_text(value: object) -> bool:
    return not isinstance(value, list) or all(isinstance(each, str) and each for each in value)


def _joined(text: str) -> Iterator[str]:
    """The symbols of a joint one; a hyphen before the first stroke is the body's own: "DP-FPA/2025/1"."""
    start = 0
    for cut in JOINT.finditer(text):
        if "/" in text[start : cut.start()]:
            yield text[start : cut.start()]
            start = cut.end()
    yield text[start:]


def _parse_one(text: str) -> Symbol | None:
    components = text.split("/")
    if len(components) < 2 or not FIRST.fullmatch(components[0]) or not NUMBER.search(text):
        return None
    if not all(COMPONENT.fullmatch(each) for each in components):
        return None
    changes_at = next((at for at, each in enumerate(components) if CHANGE.fullmatch(each)), len(components))
    start = _document_starts(components[:changes_at])
    with_period = PERIOD.fullmatch(components[start]) if start + 1 < changes_at else None
    period = components[start] if with_period else None
    document = components[start + 1 : changes_at] if with_period else components[start:changes_at]
    return Symbol("/".join(components[:start]), period, tuple(document), tuple(components[changes_at:]))


def _document_starts(components: list[str]) -> int:
    """Where the stem ends: before the first number, session or series; the last component is never of the stem."""
    for at, each in enumerate(components[1:], start=1):
        if each[0].isdigit() or PERIOD.fullmatch(each) or SERIES.fullmatch(each):
            return at
    return max(1, len(components) - 1)


@functools.lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").removeprefix("the ").split())
