"""Akoma Ntoso as written here: its names, and the source text that travels with a tree and comes back unchanged.

The source text stands line by line in the attributes of elements of a namespace of our own, so that no program that
sets out the mark-up anew changes it. A digest says whether the document is still as it was written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, get_type_hints

from lxml import etree

from wgtip_parse.source import Look, Source

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UN = "http://un.org/akn4un"
OWN = "urn:wgtip:akn:1"
NAMESPACES: dict[str | None, str] = {None: AKN, "akn4un": UN, "wgtip": OWN}

SOURCE, LINE = f"{{{OWN}}}source", f"{{{OWN}}}line"
DIGEST, TEXT, BLOCK = "digest", "text", "block"
PLAIN = Look()

_UNWRITABLE = re.compile(
    "[\\\\\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # no XML holds them; "\\" marks them
_WRITTEN = re.compile(r"\\([0-9a-f]{4})")
_KINDS = {name: str(kind) for name, kind in get_type_hints(Look).items()}


def element(source: Source) -> etree._Element:
    """The source text with the looks of its lines and where its blocks begin, without a digest yet."""
    kept = etree.Element(SOURCE, {"name": _writable(source.name), "format": source.format, "sha256": source.sha256})
    looks, starts = iter(source.looks), dict(source.paragraph_starts)
    offset = 0
    for text in source.text.split("\n"):
        line = etree.SubElement(kept, LINE)
        if text:
            line.set(TEXT, _writable(text))
        if offset in starts:
            line.set(BLOCK, str(starts[offset] or ""))
        for name, value in _told(next(looks, PLAIN) if text.strip() else PLAIN):
            line.set(name, value)
        offset += len(text) + 1
    kept.set("looks", str(len(source.looks)))
    return kept


def source_of(kept: etree._Element, carrier: str) -> Source | None:
    """The source that an element was made of, carried by the file of that name; None where it is no such element."""
    try:
        lines = [(_read(line.get(TEXT, "")), line) for line in kept.iterchildren(LINE)]
        looks = [_look(line) for text, line in lines if text.strip()][: int(kept.get("looks", ""))]
        name, form, sha256 = (_read(kept.attrib[each]) for each in ("name", "format", "sha256"))
        starts = tuple(_starts(lines))
    except (KeyError, ValueError):
        return None
    return Source(name, "\n".join(text for text, _ in lines), sha256, form, tuple(looks), starts, carrier=carrier)


def digest(root: etree._Element) -> str:
    """What a document says, as one number: elements, attributes and words, but for white space between them."""
    total = hashlib.sha256()
    for each in root.iter():
        told = {name: value for name, value in each.attrib.items() if each.tag != SOURCE or name != DIGEST}
        words = (" ".join((text or "").split()) for text in (each.text, each.tail))
        total.update(repr((each.tag, sorted(told.items()), *words)).encode())
    return total.hexdigest()


def _starts(lines: list[tuple[str, etree._Element]]) -> Iterator[tuple[int, int | None]]:
    offset = 0
    for text, line in lines:
        if (paragraph := line.get(BLOCK)) is not None:
            yield offset, int(paragraph) if paragraph else None
        offset += len(text) + 1


def _told(look: Look) -> Iterator[tuple[str, str]]:
    """What a look tells besides the usual."""
    for name, value, usual in zip(Look._fields, look, PLAIN, strict=True):
        if value != usual:
            yield name, _writable(value) if isinstance(value, str) else repr(value)


def _look(line: etree._Element) -> Look:
    told: dict[str, Any] = {name: _value(name, value) for name in Look._fields if (value := line.get(name)) is not None}
    return Look(**told)


def _value(name: str, value: str) -> str | bool | int | float:
    if "str" in _KINDS[name]:
        return _read(value)
    if "bool" in _KINDS[name]:
        return value == repr(True)
    return int(value) if value.lstrip("-").isdecimal() else float(value)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub(lambda match: f"\\{ord(match[0]):04x}", text)


def _read(text: str) -> str:
    return _WRITTEN.sub(lambda match: chr(int(match[1], 16)), text)
