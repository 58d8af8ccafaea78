"""The values of a configuration: what may be written, and what is said of what may not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from wgtip_parse import symbols
from wgtip_parse.compiler.choice import Choice, Terms, unknown_codes
from wgtip_parse.compiler.places_in_toml import Path, line_of
from wgtip_parse.diagnostics import Severity
from wgtip_parse.source import Source
from wgtip_parse.stage import Stage
from wgtip_parse.symbols import Body

KEYS = frozenset(
    {"select", "ignore", "exclude", "severity", "stage", "suppress", "body", "terms", "per-file"},
)
FILE_KEYS = frozenset({"select", "ignore", "severity", "stage"})
SUPPRESSION_KEYS = frozenset({"path", "code", "number", "reason"})
NO_TERMS = Terms()
LOWEST = "lowest"  # in the table of severities: the lowest that is shown
TABLES = re.compile(r"^[ \t]*\[\[[ \t]*(?:tool\.wgtip\.)?suppress[ \t]*\]\]", re.MULTILINE)

Setting = TypeVar("Setting", Severity, Stage)


class ConfigurationError(Exception):
    """A configuration that cannot be followed, in one line that names the file, the place and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings that are to stay: where, which, and why; `path` is a pattern, relative to the file that says so."""

    path: str
    code: str
    number: str | None
    reason: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file settles: for all documents, for those whose path fits a pattern, which to pass over, what to keep."""

    choice: Choice
    per_file: tuple[tuple[str, Choice], ...]
    exclude: tuple[str, ...]
    suppressions: tuple[Suppression, ...]
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file, and by which keys it is reached."""

    source: Source
    path: Path
    values: Mapping[str, Any]

    def fault(self, message: str, *keys: str | int) -> ConfigurationError:
        """What is wrong at a key, with its line."""
        line = line_of(self.source.text, (*self.path, *keys))
        return ConfigurationError(f"{self.source.name}{f':{line}' if line else ''}: {message}")

    def below(self, *keys: str | int) -> _Table:
        """The table at a key."""
        value: Any = self.values
        for key in keys:
            value = value[key]
        return _Table(self.source, (*self.path, *keys), value)

    def refuse_unknown(self, known: frozenset[str]) -> None:
        for key in self.values:
            if key not in known:
                raise self.fault(f"unknown key {key}; known are {', '.join(sorted(known))}", key)


def read_settings(source: Source, path: Path, values: Mapping[str, Any]) -> Settings:
    """The settings in the table of a file. Raises ConfigurationError."""
    if not isinstance(values, dict):
        raise _Table(source, (), {}).fault(f"{path[-1]} is a table", *path)
    table = _Table(source, path, values)
    table.refuse_unknown(KEYS)
    return Settings(
        choice=_choice(table, _terms(table)),
        per_file=tuple(_per_file(table)),
        exclude=_texts(table, "exclude", "patterns"),
        suppressions=tuple(_suppressions(table)),
        bodies=_bodies(table),
    )


def _choice(table: _Table, terms: Terms = NO_TERMS) -> Choice:
    lowest, severities = _severity(table)
    return Choice(
        select=_codes(table, "select"),
        ignore=_codes(table, "ignore"),
        severity=lowest,
        stage=_one_of(table, "stage", Stage),
        severities=severities,
        terms=terms,
    )


def _per_file(table: _Table) -> Iterator[tuple[str, Choice]]:
    for pattern, each in _pairs(table, "per-file"):
        if not isinstance(each, dict):
            raise table.fault(
                'per-file: a pattern has a table, as in "annexes/*" = { ignore = ["N603"] }', "per-file", pattern
            )
        of_file = table.below("per-file", pattern)
        of_file.refuse_unknown(FILE_KEYS)
        yield pattern, _choice(of_file)


def _severity(table: _Table) -> tuple[Severity | None, tuple[tuple[str, Severity], ...]]:
    """The lowest that is shown, alone or as a key of its own, and those of codes."""
    if not isinstance(table.values.get("severity"), dict):
        return _one_of(table, "severity", Severity), ()
    below = table.below("severity")
    codes = [code for code in below.values if code != LOWEST]
    for code in unknown_codes(codes):
        raise below.fault(f"severity: no code begins with {code}", code)
    read = {code: _one_of(below, code, Severity) for code in codes}
    return _one_of(below, LOWEST, Severity), tuple((code, each) for code, each in read.items() if each is not None)


def _terms(table: _Table) -> Terms:
    written: list[tuple[str, str]] = []
    lists: dict[str, tuple[str, ...]] = {"accept": (), "reject": ()}
    below = _Table(table.source, (*table.path, "terms"), dict(_pairs(table, "terms")))
    for key, value in below.values.items():
        if key in lists and not isinstance(value, str):
            lists[key] = _texts(below, key, "words")
            continue
        if not isinstance(value, str) or not value.strip() or not key.strip():
            raise below.fault(f'terms: {key} is written as in "e-mail" = "email"; accept and reject are lists', key)
        if value == key:
            raise below.fault(f"terms: {key} is both what to write and what not to", key)
        written.append((" ".join(key.split()), " ".join(value.split())))
    _refuse_circles(below, dict(written))
    return Terms(tuple(written), lists["reject"], lists["accept"])


def _refuse_circles(table: _Table, written: Mapping[str, str]) -> None:
    for wrong, right in written.items():
        if right in written:
            raise table.fault(f"terms: {right} is to be written for {wrong}, and is itself not to be written", wrong)


def _pairs(table: _Table, key: str) -> Iterator[tuple[str, Any]]:
    values = table.values.get(key, {})
    if not isinstance(values, dict):
        raise table.fault(f"{key} is a table, written [{key}]", key)
    yield from values.items()


def _bodies(table: _Table) -> tuple[Body, ...]:
    try:
        return symbols.registry(table.values.get("body", []))
    except symbols.RegistryError as error:
        keys = ("body",) if error.at is None else ("body", error.at)
        raise table.fault(f"body: {error}" if error.at is not None else str(error), *keys) from error


def _codes(table: _Table, key: str) -> tuple[str, ...]:
    codes = _texts(table, key, "codes")
    for code in unknown_codes(codes):
        raise table.fault(f"{key}: no code begins with {code}", key)
    return codes


def _texts(table: _Table, key: str, of: str) -> tuple[str, ...]:
    texts = table.values.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(each, str) and each.strip() for each in texts):
        raise table.fault(f"{key} is a list of {of}", key)
    return tuple(texts)


def _one_of(table: _Table, key: str, values: type[Setting]) -> Setting | None:
    if key not in table.values:
        return None
    if table.values[key] not in list(values):
        raise table.fault(f"{key} is one of {', '.join(values)}", key)
    return values(table.values[key])


def _suppressions(table: _Table) -> Iterator[Suppression]:
    tables = table.values.get("suppress", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise table.fault("suppress is written [[suppress]], once for each", "suppress")
    spans = _spans(table.source.text, len(tables))
    for at, span in enumerate(spans):
        yield _suppression(table.below("suppress", at), span)


def _suppression(table: _Table, span: tuple[int, int]) -> Suppression:
    table.refuse_unknown(SUPPRESSION_KEYS)
    values = table.values
    for key in ("path", "code"):
        if not values.get(key):
            raise table.fault(f"suppress: {key} is missing")
    for key, value in values.items():
        if not isinstance(value, str) and not (key == "number" and isinstance(value, int)):
            raise table.fault(f"suppress: {key} is text in quotation marks", key)
    number = values.get("number")
    reason = values.get("reason", "").strip()
    return Suppression(values["path"], values["code"], None if number is None else str(number), reason or None, span)


def _spans(text: str, tables: int) -> list[tuple[int, int]]:
    """Where each table begins; tables written in one list are all found at its key."""
    found = [match.span() for match in TABLES.finditer(text)]
    if len(found) == tables:
        return found
    key = re.search(r"\bsuppress\b", text)
    return [key.span() if key else (0, 0)] * tables
