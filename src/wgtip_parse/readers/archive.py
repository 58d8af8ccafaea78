"""A zip archive of XML parts: unpacked within limits and parsed without entities, DTD or network."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from wgtip_parse.readers.error import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1_000_000
UNPACKED_LIMIT = 32 * MEGABYTE  # of all the parts that are read, together
MOST_TAGS = 1_000_000  # in one part
DOCTYPE = b"<!DOCTYPE"
ENCRYPTED = 0x1  # bit of a zip entry's flags
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the only two that the standards allow


class Archive:
    """The parts of one file; `kind` is what messages call it. Raises ReadError where they cannot be had.

    Comments and instructions of XML, which are no words, are left out unless `is_whole`.
    """

    is_whole = False

    def __init__(self, name: str, data: bytes, kind: str) -> None:
        self.name, self.kind = name, kind
        self.unpacked = 0
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ReadError(f"{name}: a damaged or truncated {kind} file") from error
        self.entries = {entry.filename.lstrip("/"): entry for entry in self.archive.infolist()}

    def parse(self, path: str | None) -> _Element | None:
        """The root element of a part, None where there is no such part."""
        entry = self.entries.get(path or "")
        return None if entry is None else self._xml(entry.filename, self._unpack(entry))

    def read(self, path: str) -> bytes:
        """The bytes of a part, none where there is no such part."""
        entry = self.entries.get(path)
        return b"" if entry is None else self._unpack(entry)

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & ENCRYPTED:
            raise ReadError(f"{self.name}: a {self.kind} file under a password; save it without one")
        room = UNPACKED_LIMIT - self.unpacked
        if entry.compress_type not in METHODS:
            raise ReadError(f"{self.name}: a damaged {self.kind} file: {entry.filename} cannot be unpacked")
        try:
            with self.archive.open(entry) as part:
                data = part.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(f"{self.name}: a damaged {self.kind} file: {entry.filename} cannot be unpacked") from error
        if len(data) > room:
            raise ReadError(f"{self.name}: larger than {UNPACKED_LIMIT / MEGABYTE:g} MB when unpacked")
        self.unpacked += len(data)
        return data

    def _xml(self, path: str, data: bytes) -> _Element:
        from lxml import etree

        if DOCTYPE in data or b"\0" in data:  # a NUL is of UTF-16, in which a DTD could hide
            raise ReadError(f"{self.name}: a {self.kind} file with a DTD or in UTF-16, as {self.kind} writes none")
        if data.count(b"<") > MOST_TAGS:
            raise ReadError(f"{self.name}: more than {MOST_TAGS:,} XML tags")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=not self.is_whole,
            remove_pis=not self.is_whole,
        )
        try:
            return etree.fromstring(self._current(data), parser)
        except etree.XMLSyntaxError as error:
            message = f"{self.name}: a damaged {self.kind} file: {path} is no XML that can be read"
            raise ReadError(message) from error

    def _current(self, data: bytes) -> bytes:
        """The XML of a part with the namespaces that are read."""
        return data
