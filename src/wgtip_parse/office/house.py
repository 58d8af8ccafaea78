"""A house's own template: its page, headers, footers and styles, with the words of a document of ours.

Styles are known by their names, as Word shows them: what the template has is used, what it lacks is added to it. Lists
go behind its own; its body and its footnotes give way.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from wgtip_parse.office.archive import zipped
from wgtip_parse.office.markup import MAIN, RELATIONSHIPS
from wgtip_parse.office.parts import PACKAGE

if TYPE_CHECKING:
    from lxml.etree import _Element

MEGABYTE = 1_000_000
UNPACKED_LIMIT = 64 * MEGABYTE
TYPES, PACKAGE_RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
DOCUMENT, DOCUMENT_RELATIONSHIPS = "word/document.xml", "word/_rels/document.xml.rels"  # of ours
AS_DOCUMENT = ("template.main+xml", "document.main+xml")  # the kind of a .dotx, and of what is made from it
STYLED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
CHANGED = ("styles", "numbering", "footnotes", "settings")
FURNITURE = ("header", "footer")
BEHIND_UPDATES = "hdrShapeDefaults footnotePr endnotePr compat docVars rsids".split()  # in settings, by the standard

_W, _R = f"{{{MAIN}}}", f"{{{RELATIONSHIPS}}}"


class HouseError(ValueError):
    """Why a file is no template, in a few words."""


class House:
    """A template, its parts unpacked; raises HouseError where it is none."""

    def __init__(self, data: bytes) -> None:
        self.parts = _unpacked(data)
        self.types = self._root(TYPES)
        found = [each for each in self._root(PACKAGE_RELATIONSHIPS) if _kind(each) == "officeDocument"]
        self.path = found[0].get("Target", "").lstrip("/") if found else ""
        folder, file = posixpath.split(self.path)
        self.folder, self.relations_path = folder, posixpath.join(folder, "_rels", f"{file}.rels")
        self.document = self._root(self.path)
        if self.document.tag != f"{_W}document":
            raise HouseError("no Word document, or one in the strict form: save it as .docx")
        self.relations = self._root(self.relations_path)
        if any(_kind(each) == "vbaProject" for each in self.relations):
            raise HouseError("has macros: save it as .docx first")
        for kind in CHANGED:  # told before the work begins
            self.part(kind)

    def pour(self, document: bytes) -> bytes:
        """A document of ours in this template."""
        ours = {path: _parsed(path, data) for path, data in _unpacked(document).items()}
        poured = Poured(self, ours)
        poured.styles()
        poured.lists()
        poured.notes()
        poured.settings()
        poured.body()
        return poured.written()

    def part(self, kind: str) -> tuple[str, _Element] | None:
        """The part of a kind that the document has: path and root."""
        for each in self.relations:
            if _kind(each) == kind and each.get("TargetMode") != "External":
                target = each.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self.folder, target))
                return path, self._root(path)
        return None

    def _root(self, path: str) -> _Element:
        if path not in self.parts:
            raise HouseError("no Word document, or a part of it is missing")
        return _parsed(path, self.parts[path])


class Poured:
    """A template on its way to be a document: the roots of the parts that are changed, by their paths."""

    def __init__(self, house: House, ours: Mapping[str, _Element]) -> None:
        self.house = house
        self.ours = ours
        self.types, self.relations = copy.deepcopy(house.types), copy.deepcopy(house.relations)
        self.changed: dict[str, _Element] = {}
        self.named: dict[str, str] = {}  # by the identifier of a style of ours the one that it has here

    def styles(self) -> None:
        """Find the styles that our document uses in the template, by name, and add those that it lacks."""
        there = self._have("styles")
        if there is None:
            return
        known = {_name(each): each.get(f"{_W}styleId", "") for each in there.iter(f"{_W}style")}
        taken = set(known.values())
        added = []
        for style in self.ours["word/styles.xml"].iter(f"{_W}style"):
            identifier = style.get(f"{_W}styleId", "")
            if _name(style) in known:
                self.named[identifier] = known[_name(style)]
                continue
            new = identifier
            while new in taken:
                new += "W"
            self.named[identifier] = new
            taken.add(new)
            added.append(style)
        for style in added:
            style.set(f"{_W}styleId", self.named[style.get(f"{_W}styleId", "")])
            there.append(self._renamed(style))

    def lists(self) -> None:
        """Add our lists behind those of the template."""
        ours = self.ours["word/numbering.xml"]
        there = self._have("numbering")
        if there is None:
            return
        abstracts, lists = there.findall(f"{_W}abstractNum"), there.findall(f"{_W}num")
        first = _most(abstracts, "abstractNumId"), _most(lists, "numId")
        at = there.index(lists[0]) if lists else (there.index(abstracts[-1]) + 1 if abstracts else 0)
        for each in ours.findall(f"{_W}abstractNum"):
            _shift(each, "abstractNumId", first[0])
            there.insert(at, each)
            at += 1
        last = at + len(lists)
        for each in ours.findall(f"{_W}num"):
            _shift(each, "numId", first[1])
            _shift(each[0], "val", first[0])
            there.insert(last, each)
            last += 1
        for each in self.ours[DOCUMENT].iter(f"{_W}numId"):
            _shift(each, "val", first[1])

    def notes(self) -> None:
        """Put our footnotes in the place of the template's."""
        there = self._have("footnotes")
        notes = self._renamed(self.ours["word/footnotes.xml"])
        if there is not None:
            there[:] = list(notes)

    def settings(self) -> None:
        """Have the fields worked out when the document is opened, and the separators of our notes known."""
        there = self._have("settings")
        if there is None:
            return
        ours = self.ours["word/settings.xml"]
        for name in ("updateFields", "footnotePr"):
            for each in there.findall(_W + name):
                there.remove(each)
        behind = (at for at, each in enumerate(there) if _local(each) in BEHIND_UPDATES)
        at = next(behind, len(there))
        for name in ("footnotePr", "updateFields"):
            found = ours.find(_W + name)
            if found is not None:
                there.insert(at, found)

    def body(self) -> None:
        """Put our body into the template's page; where that has no header or footer, ours are taken along."""
        ours, theirs = self.ours[DOCUMENT].find(f"{_W}body"), self.house.document.find(f"{_W}body")
        page = None if theirs is None else theirs.find(f"{_W}sectPr")
        if ours is None:
            return
        if page is not None and any(page.find(f"{_W}{kind}Reference") is not None for kind in FURNITURE):
            ours.replace(ours[-1], copy.deepcopy(page))
        else:
            self._furnish(ours[-1])
        self.changed[self.house.path] = self._renamed(self.ours[DOCUMENT])

    def written(self) -> bytes:
        """The document."""
        from lxml import etree

        roots = {**self.changed, TYPES: self.types, self.house.relations_path: self.relations}
        parts = {
            path: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for path, root in roots.items()
        }
        template, document = AS_DOCUMENT
        parts[TYPES] = parts[TYPES].replace(template.encode(), document.encode())
        return zipped({**self.house.parts, **parts})

    def _furnish(self, page: _Element) -> None:
        kinds = {each.get("Id"): each.get("Target", "") for each in self.ours[DOCUMENT_RELATIONSHIPS]}
        for reference in page:
            identifier = reference.get(f"{_R}id")
            if identifier is not None:
                kind = _local(reference).removesuffix("Reference")
                root = self._renamed(self.ours[f"word/{kinds[identifier]}"])
                reference.set(f"{_R}id", self._add(kind, kinds[identifier], root))

    def _have(self, kind: str) -> _Element | None:
        """The template's part of a kind, to be changed; None where it has none and now has ours."""
        found = self.house.part(kind)
        if found is None:
            self._add(kind, f"{kind}.xml", self._renamed(self.ours[f"word/{kind}.xml"]))
            return None
        self.changed[found[0]] = found[1]
        return found[1]

    def _add(self, kind: str, file: str, root: _Element) -> str:
        """A part that the template had not: its relationship."""
        from lxml import etree

        path = posixpath.join(self.house.folder, file)
        if path in self.house.parts:
            path = posixpath.join(self.house.folder, f"ours-{file}")
        identifier = f"ours-{file.partition('.')[0]}"
        self.changed[path] = root
        target = {"Id": identifier, "Type": f"{RELATIONSHIPS}/{kind}", "Target": posixpath.basename(path)}
        etree.SubElement(self.relations, f"{{{PACKAGE}/relationships}}Relationship", target)
        types = self.ours[TYPES]
        content = next(each.get("ContentType", "") for each in types if each.get("PartName") == f"/word/{file}")
        named = {"PartName": f"/{path}", "ContentType": content}
        etree.SubElement(self.types, f"{{{PACKAGE}/content-types}}Override", named)
        return identifier

    def _renamed(self, root: _Element) -> _Element:
        """A part of ours with the styles' identifiers that they have here."""
        for each in root.iter(*(_W + name for name in STYLED)):
            identifier = each.get(f"{_W}val", "")
            each.set(f"{_W}val", self.named.get(identifier, identifier))
        return root


def _unpacked(data: bytes) -> dict[str, bytes]:
    room = UNPACKED_LIMIT
    parts = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as part:
                    parts[entry.filename] = part.read(room + 1)
                room -= len(parts[entry.filename])
                if room < 0:
                    raise HouseError(f"larger than {UNPACKED_LIMIT // MEGABYTE} MB when unpacked")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise HouseError("no Word file, or a damaged one") from error
    return {path: part for path, part in parts.items() if not path.endswith("/")}


def _parsed(path: str, data: bytes) -> _Element:
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise HouseError(f"a damaged Word file: {path} is no XML that can be read") from error


def _kind(relationship: _Element) -> str:
    return (relationship.get("Type") or "").rpartition("/")[2]


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _name(style: _Element) -> tuple[str | None, str]:
    """By what a style is known: its type, and its name whatever its capitals."""
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type"), "" if name is None else name.get(f"{_W}val", "").casefold()


def _most(elements: list[_Element], attribute: str) -> int:
    numbers = [each.get(_W + attribute, "") for each in elements]
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _shift(element: _Element, attribute: str, by: int) -> None:
    element.set(_W + attribute, str(int(element.get(_W + attribute, "0")) + by))
