"""A file of words, read entry by entry: each is parsed where it is asked for, since no run needs all of them.

Such a file is TOML with one rule more: every table and key stands at the beginning of a line, and nothing else that
looks like one does.
"""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_PLACE = re.compile(r"^(?:\[(?P<table>[\w.]+)\][ \t]*$|(?P<key>[\w-]+|\"[^\"\n]+\")[ \t]*=)", re.MULTILINE)


class _Unread(NamedTuple):
    """The value of an entry as it is written."""

    text: str


class Section(Mapping[str, Any]):
    """A table of a file: a dictionary whose values are parsed when they are asked for."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self._entries = dict(entries)

    def __getitem__(self, name: str) -> Any:
        value = self._entries[name]
        if value.__class__ is _Unread:
            value = self._entries[name] = tomllib.loads(f"value = {value.text}")["value"]
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __or__(self, other: Mapping[str, Any]) -> Section:
        """Both, as dictionaries are joined; nothing is parsed for that."""
        return Section({**self._entries, **_entries_of(other)})

    def __ror__(self, other: Mapping[str, Any]) -> Section:
        return Section({**_entries_of(other), **self._entries})


def read(name: str) -> Section:
    """The tables of a file of this package by their names; those below one are entries of it."""
    return parsed((pkgutil.get_data(__package__, name) or b"").decode())


def parsed(text: str) -> Section:
    """The tables of a text by their names."""
    root: dict[str, Any] = {}
    table = root
    places = [*_PLACE.finditer(text)]
    for at, place in enumerate(places):
        if place["table"]:
            table = root
            for name in place["table"].split("."):
                table = table.setdefault(name, {})
        else:
            end = places[at + 1].start() if at + 1 < len(places) else len(text)
            table[place["key"].strip('"')] = _Unread(text[place.end() : end])
    return _section(root)


def _section(tables: Mapping[str, Any]) -> Section:
    return Section({name: _section(each) if isinstance(each, dict) else each for name, each in tables.items()})


def _entries_of(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping._entries if isinstance(mapping, Section) else mapping
