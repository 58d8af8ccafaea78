"""What names the program: results of the same program for the same bytes are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

CODE = (".py", ".lark", ".toml")  # what a result depends on besides its document


@cache
def of_code() -> str:
    """The digest of all code and data of this program."""
    digest = hashlib.sha256()
    for package in ("wgtip_parse", "wgtip_parse.grammars"):
        for name, data in _code(resources.files(package), package):
            digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def of_work(*asked: object) -> str:
    """The digest of the program and of what it was asked for: a result that was made otherwise is not the same."""
    return hashlib.sha256(f"{asked!r} {of_code()}".encode()).hexdigest()


def _code(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _code(each, f"{name}/{each.name}")
        elif each.name.endswith(CODE):
            yield f"{name}/{each.name}", each.read_bytes()
