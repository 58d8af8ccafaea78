"""What a project has settled for its documents: `wgtip.toml`, or `[tool.wgtip]` in `pyproject.toml`."""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from wgtip_parse import readers, symbols
from wgtip_parse.compiler.choice import Choice, unknown_codes
from wgtip_parse.diagnostics import Severity
from wgtip_parse.source import Source
from wgtip_parse.stage import Stage
from wgtip_parse.symbols import Body

OWN_FILE, SHARED_FILE = "wgtip.toml", "pyproject.toml"
KEYS = frozenset({"select", "ignore", "severity", "stage", "suppress", "body"})
SUPPRESSION_KEYS = frozenset({"path", "code", "number", "reason"})
TABLES = {
    name: re.compile(rf"^[ \t]*\[\[[ \t]*(?:tool\.wgtip\.)?{name}[ \t]*\]\]", re.MULTILINE)
    for name in ("suppress", "body")
}

Setting = TypeVar("Setting", Severity, Stage)


class ConfigurationError(Exception):
    """A configuration that cannot be followed, in one line that names the file and what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings that are to stay: where, which, and why; `path` is a pattern, relative to the file that says so."""

    path: str
    code: str
    number: str | None
    reason: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Configuration:
    """One file of settings: its text, the folder that it is for, what it chooses and suppresses, the bodies it adds."""

    source: Source
    folder: str
    choice: Choice
    suppressions: tuple[Suppression, ...]
    bodies: tuple[Body, ...]


def configurations(paths: Iterable[str]) -> dict[str, Configuration]:
    """For each document the nearest configuration in its folder and above; none for documents without.

    Raises ConfigurationError.
    """
    by_folder: dict[str, Configuration | None] = {}
    found = {path: _nearest(_folder(path), by_folder) for path in paths}
    return {path: each for path, each in found.items() if each is not None}


def _folder(path: str) -> str:
    return os.getcwd() if path == readers.STANDARD_INPUT else os.path.dirname(os.path.abspath(path))


def _nearest(folder: str, by_folder: dict[str, Configuration | None]) -> Configuration | None:
    if folder not in by_folder:
        above = os.path.dirname(folder)
        here = _read(folder)
        by_folder[folder] = here or (None if above == folder else _nearest(above, by_folder))
    return by_folder[folder]


def _read(folder: str) -> Configuration | None:
    """The configuration in a folder; a `pyproject.toml` counts only where it speaks of wgtip."""
    for name in (OWN_FILE, SHARED_FILE):
        path = os.path.join(folder, name)
        if not os.path.isfile(path):
            continue
        shown = os.path.relpath(path)
        source = _source(path, shown)
        tables = _tables(source)
        settings = tables if name == OWN_FILE else tables.get("tool", {}).get("wgtip")
        if settings is not None:
            chosen, suppressed = _choice(shown, settings), _suppressions(source, settings)
            return Configuration(source, folder, chosen, suppressed, _bodies(source, settings))
    return None


def _source(path: str, shown: str) -> Source:
    """The text of a configuration; an empty one settles nothing and is none the worse for it."""
    try:
        if not os.path.getsize(path):
            return Source(shown, "", hashlib.sha256(b"").hexdigest())
        source, _ = readers.read(path)
    except readers.ReadError as error:
        raise ConfigurationError(f"{shown}: {str(error).removeprefix(f'{path}: ')}") from error
    except OSError as error:
        raise ConfigurationError(f"{shown}: {(error.strerror or 'cannot be read').lower()}") from error
    return Source(shown, source.text, source.sha256)


def _tables(source: Source) -> dict[str, Any]:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{source.name}: not TOML: {error}".replace("\n", " ")) from error


def _choice(shown: str, settings: Mapping[str, Any]) -> Choice:
    _refuse_unknown(shown, settings, KEYS)
    return Choice(
        select=_codes(shown, settings, "select"),
        ignore=_codes(shown, settings, "ignore"),
        severity=_one_of(shown, settings, "severity", Severity),
        stage=_one_of(shown, settings, "stage", Stage),
    )


def _bodies(source: Source, settings: Mapping[str, Any]) -> tuple[Body, ...]:
    try:
        return symbols.registry(settings.get("body", []))
    except symbols.RegistryError as error:
        tables = list(TABLES["body"].finditer(source.text))
        at = tables[error.at].start() if error.at is not None and error.at < len(tables) else None
        line = f":{source.position(at).line}: body" if at is not None else ""
        raise ConfigurationError(f"{source.name}{line}: {error}") from error


def _codes(shown: str, settings: Mapping[str, Any], key: str) -> tuple[str, ...]:
    codes = settings.get(key, [])
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise ConfigurationError(f"{shown}: {key} is a list of codes")
    for code in unknown_codes(codes):
        raise ConfigurationError(f"{shown}: {key}: no code begins with {code or 'nothing'}")
    return tuple(codes)


def _one_of(shown: str, settings: Mapping[str, Any], key: str, values: type[Setting]) -> Setting | None:
    if key not in settings:
        return None
    if settings[key] not in list(values):
        raise ConfigurationError(f"{shown}: {key} is one of {', '.join(values)}")
    return values(settings[key])


def _suppressions(source: Source, settings: Mapping[str, Any]) -> tuple[Suppression, ...]:
    tables = settings.get("suppress", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"{source.name}: suppress is written [[suppress]], once for each")
    return tuple(
        _suppression(source.name, table, span)
        for table, span in zip(tables, _spans(source.text, len(tables)), strict=True)
    )


def _suppression(shown: str, table: Mapping[str, Any], span: tuple[int, int]) -> Suppression:
    _refuse_unknown(f"{shown}: suppress", table, SUPPRESSION_KEYS)
    for key in ("path", "code"):
        if not table.get(key):
            raise ConfigurationError(f"{shown}: suppress: {key} is missing")
    for key, value in table.items():
        if not isinstance(value, str) and not (key == "number" and isinstance(value, int)):
            raise ConfigurationError(f"{shown}: suppress: {key} is text in quotation marks")
    number = table.get("number")
    reason = table.get("reason", "").strip()
    return Suppression(table["path"], table["code"], None if number is None else str(number), reason or None, span)


def _spans(text: str, tables: int) -> list[tuple[int, int]]:
    """Where each table begins; tables written in one list are all found at its key."""
    found = [match.span() for match in TABLES["suppress"].finditer(text)]
    if len(found) == tables:
        return found
    key = re.search(r"\bsuppress\b", text)
    return [key.span() if key else (0, 0)] * tables


def _refuse_unknown(shown: str, settings: Mapping[str, Any], known: frozenset[str]) -> None:
    for key in settings:
        if key not in known:
            raise ConfigurationError(f"{shown}: unknown key {key}; known are {', '.join(sorted(known))}")
