"""The package of a Word file: its parts and how they refer to one another."""

from __future__ import annotations

import posixpath

from wgtip_parse.readers import foreign
from wgtip_parse.readers.archive import Archive
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.word.names import MAIN, RELATIONSHIPS, STRICT, STRICT_RELATIONSHIPS


class Package(Archive):
    """The parts of one Word file; raises ReadError where they cannot be had."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(name, data, "Word")
        self._relationships: dict[str, dict[str, tuple[str, str]]] = {}
        document = self.related("", "officeDocument")
        if document is None or not document.startswith("word/"):
            raise ReadError(f"{name}: {foreign.in_archive(self.entries, self.read('mimetype'))}")
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

    def _current(self, data: bytes) -> bytes:
        """The XML of a part with the namespaces of the strict form replaced by those that all others use."""
        return data.replace(STRICT.encode(), MAIN.encode()).replace(
            STRICT_RELATIONSHIPS.encode(), RELATIONSHIPS.encode()
        )
