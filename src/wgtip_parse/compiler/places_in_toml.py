"""Where in the text of a TOML file a key stands: the parser of the standard library does not tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]  # keys from the outermost table on, numbers in lists of tables

_HEADER = re.compile(r"\s*(?P<open>\[\[?)(?P<keys>[^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?P<keys>(?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")


def line_of(text: str, path: Path) -> int | None:
    """The line of a key, or of the nearest thing above it that has a line; None where there is none."""
    best, found = 0, None
    for line, written in _written(text):
        if written[: len(path)] == path:
            return line
        if len(written) > best and path[: len(written)] == written:
            best, found = len(written), line
    return found


def _written(text: str) -> Iterator[tuple[int, Path]]:
    """Each header and key with its line and the path that it stands for."""
    table: Path = ()
    times: Counter[Path] = Counter()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _keys(header["keys"])
            if header["open"] == "[[":
                times[table] += 1
                table = (*table, times[table] - 1)
            yield number, table
        elif key := _KEY.match(line):
            yield number, table + _keys(key["keys"])


def _keys(written: str) -> Path:
    """The keys of a dotted name, whether they are in quotation marks or not."""
    try:
        value = tomllib.loads(f"{written} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    keys: list[str] = []
    while isinstance(value, dict):
        key, value = next(iter(value.items()))
        keys.append(key)
    return tuple(keys)
