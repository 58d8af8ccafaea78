"""The package of a Word file: its parts, unpacked within limits and parsed without entities, DTD or network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.word.names import MAIN, RELATIONSHIPS, STRICT, STRICT_RELATIONSHIPS

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1_000_000
UNPACKED_LIMIT = 32 * MEGABYTE  # of all the parts that are read, together
MOST_TAGS = 1_000_000  # in one part
DOCTYPE = b"<!DOCTYPE"
ENCRYPTED = 0x1  # bit of a zip entry's flags
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the only two that the standard allows


class Package:
    """The parts of one Word file; raises ReadError where they cannot be had."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.unpacked = 0
        self._relationships: dict[str, dict[str, tuple[str, str]]] = {}
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ReadError(f"{name}: a damaged or truncated Word file") from error
        self.entries = {entry.filename.lstrip("/"): entry for entry in self.archive.infolist()}
        document = self.related("", "officeDocument")
        if document is None or not document.startswith("word/"):
            raise ReadError(f"{name}: a zip archive, but no Word document in it")
        self.document = document

    def related(self, part: str, kind: str) -> str | None:
        """The path of the first part of a kind that a part refers to."""
        return next((path for path, found in self.relationships(part).values() if found == kind), None)

    def relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """By its identifier each part that a part refers to: path and kind; links to the outside are left out."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> dict[str, tuple[str, str]]:
        folder, file = posixpath.split(part)
        root = self.parse(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            each.get("Id", ""): (
                posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/"),
                each.get("Type", "").rpartition("/")[2],
            )
            for each in root
            if each.get("TargetMode") != "External"
        }

    def parse(self, path: str | None) -> _Element | None:
        """The root element of a part, None where there is no such part."""
        entry = self.entries.get(path or "")
        return None if entry is None else self._xml(entry.filename, self._unpack(entry))

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & ENCRYPTED:
            raise ReadError(f"{self.name}: a Word file under a password")
        room = UNPACKED_LIMIT - self.unpacked
        if entry.compress_type not in METHODS:
            raise ReadError(f"{self.name}: a damaged Word file: {entry.filename} cannot be unpacked")
        try:
            with self.archive.open(entry) as part:
                data = part.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(f"{self.name}: a damaged Word file: {entry.filename} cannot be unpacked") from error
        if len(data) > room:
            raise ReadError(f"{self.name}: larger than {UNPACKED_LIMIT / MEGABYTE:g} MB when unpacked")
        self.unpacked += len(data)
        return data

    def _xml(self, path: str, data: bytes) -> _Element:
        from lxml import etree

        if DOCTYPE in data or b"\0" in data:  # a NUL is of UTF-16, in which a DTD could hide
            raise ReadError(f"{self.name}: a Word file with a DTD or in UTF-16, as Word writes none")
        if data.count(b"<") > MOST_TAGS:
            raise ReadError(f"{self.name}: more than {MOST_TAGS:,} XML tags")
        data = data.replace(STRICT.encode(), MAIN.encode())
        data = data.replace(STRICT_RELATIONSHIPS.encode(), RELATIONSHIPS.encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise ReadError(f"{self.name}: a damaged Word file: {path} is no XML that can be read") from error
