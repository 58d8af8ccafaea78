"""What a project has settled for its documents: `wgtip.toml`, or `[tool.wgtip]` in `pyproject.toml`."""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from wgtip_parse import readers
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.compiler.settings import ConfigurationError, Settings, Suppression, read_settings
from wgtip_parse.source import Source

__all__ = [
    "Configuration",
    "ConfigurationError",
    "Suppression",
    "configuration_in",
    "configurations",
    "is_excluded",
]

OWN_FILE, SHARED_FILE = "wgtip.toml", "pyproject.toml"
IN_SHARED_FILE = ("tool", "wgtip")
IN_LINE = re.compile(r"\(at line (\d+), ")  # in a message of the parser of TOML


@dataclass(frozen=True, slots=True)
class Configuration:
    """One file of settings: its text, the folder that its paths are relative to, and what it settles."""

    source: Source
    folder: str
    settings: Settings

    def choice_of(self, path: str) -> Choice:
        """What is chosen for a document: for all, and by each pattern that its path fits, the later one first."""
        choice = self.settings.choice
        for pattern, of_file in self.settings.per_file:
            if self.fits(path, pattern):
                choice = choice.and_of(of_file)
        return choice

    def excludes(self, path: str) -> bool:
        """Whether a document is to be passed over."""
        return is_excluded(path, self.folder, self.settings.exclude)

    def fits(self, path: str, pattern: str) -> bool:
        """Whether a pattern is of a document; "*" stands for any characters, folders included."""
        return fnmatchcase(_relative(path, self.folder), pattern)


def is_excluded(path: str, folder: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern is of a document or of a folder above it, by its path from a folder or by its name alone."""
    parts = _relative(path, folder).split("/")
    paths = {"/".join(parts[:end]) for end in range(1, len(parts) + 1)}
    tried = [(pattern.rstrip("/"), paths if "/" in pattern.rstrip("/") else paths | set(parts)) for pattern in patterns]
    return any(fnmatchcase(each, pattern) for pattern, names in tried for each in names)


def configurations(paths: Iterable[str]) -> dict[str, Configuration]:
    """For each document the nearest configuration in its folder and above; none for documents without.

    Raises ConfigurationError.
    """
    by_folder: dict[str, Configuration | None] = {}
    found = {path: _nearest(_folder(path), by_folder) for path in paths}
    return {path: each for path, each in found.items() if each is not None}


def configuration_in(path: str) -> Configuration:
    """The configuration in a file that is named for it. Raises ConfigurationError."""
    folder, name = os.path.split(os.path.abspath(path))
    if not os.path.isfile(path):
        raise ConfigurationError(f"{path}: no such file")
    found = _read(folder, name, shared=name == SHARED_FILE)
    if found is None:
        raise ConfigurationError(f"{path}: no [{'.'.join(IN_SHARED_FILE)}] in it")
    return found


def _relative(path: str, folder: str) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")


def _folder(path: str) -> str:
    return os.getcwd() if path == readers.STANDARD_INPUT else os.path.dirname(os.path.abspath(path))


def _nearest(folder: str, by_folder: dict[str, Configuration | None]) -> Configuration | None:
    if folder not in by_folder:
        above = os.path.dirname(folder)
        here = _read(folder, OWN_FILE, shared=False) or _read(folder, SHARED_FILE, shared=True)
        by_folder[folder] = here or (None if above == folder else _nearest(above, by_folder))
    return by_folder[folder]


def _read(folder: str, name: str, *, shared: bool) -> Configuration | None:
    """The configuration in a file; one that is shared with others counts only where it speaks of wgtip."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return None
    source = _source(path, os.path.relpath(path))
    values, keys = _tables(source), IN_SHARED_FILE if shared else ()
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return None if values is None else Configuration(source, folder, read_settings(source, keys, values))


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


def _tables(source: Source) -> Any:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        place = IN_LINE.search(str(error))
        line = place[1] if place else len(source.text.splitlines())  # else it is the end that is wrong
        raise ConfigurationError(f"{source.name}:{line}: not TOML: {error}".replace("\n", " ")) from error
