"""What a Word package has to be besides XML: every part of a kind, every reference with what it refers to."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
IN_ORDER = {  # the children of some elements as the standard orders them (ECMA-376, part 1, annex A)
    "pPr": "pStyle keepNext keepLines numPr pBdr tabs suppressAutoHyphens spacing ind jc outlineLvl sectPr".split(),
    "rPr": "rStyle rFonts b i color sz szCs vertAlign lang".split(),
    "lvl": "start numFmt suff lvlText lvlJc pPr rPr".split(),
    "style": "name basedOn next qFormat pPr rPr tblPr".split(),
    "settings": "updateFields footnotePr compat".split(),
}


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by their paths."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def faults(data: bytes) -> list[str]:
    """What is wrong with a Word package; empty where nothing is."""
    parts = parts_of(data)
    roots = {path: etree.fromstring(part) for path, part in parts.items() if path.endswith((".xml", ".rels"))}
    found = [*_of_kinds(parts, roots), *_of_relationships(parts, roots)]
    return [*found, *_of_references(roots), *_of_order(roots)]


def _of_kinds(parts: dict[str, bytes], roots: dict[str, etree._Element]) -> list[str]:
    types = roots["[Content_Types].xml"]
    named = {each.get("PartName") for each in types if each.tag.endswith("Override")}
    suffixes = {each.get("Extension") for each in types if each.tag.endswith("Default")}
    missing = [path for path in parts if f"/{path}" not in named and path.rpartition(".")[2] not in suffixes]
    return [f"no kind for {path}" for path in missing] + [
        f"no part {path}" for path in named if str(path)[1:] not in parts
    ]


def _of_relationships(parts: dict[str, bytes], roots: dict[str, etree._Element]) -> list[str]:
    found = []
    for path, root in roots.items():
        if not path.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(path))
        identifiers = Counter(each.get("Id") for each in root)
        found += [f"{path}: twice {each}" for each, count in identifiers.items() if count > 1]
        for each in root:
            target = each.get("Target", "")
            resolved = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if each.get("TargetMode") != "External" and resolved not in parts:
                found.append(f"{path}: no part {resolved}")
    return found


def _of_references(roots: dict[str, etree._Element]) -> list[str]:
    document, footnotes = roots["word/document.xml"], roots["word/footnotes.xml"]
    relationships = {each.get("Id") for each in roots["word/_rels/document.xml.rels"]}
    styles = {each.get(f"{W}styleId") for each in roots["word/styles.xml"].iter(f"{W}style")}
    lists = {each.get(f"{W}numId"): each for each in roots["word/numbering.xml"].iter(f"{W}num")}
    abstracts = {each.get(f"{W}abstractNumId") for each in roots["word/numbering.xml"].iter(f"{W}abstractNum")}
    notes = [each.get(f"{W}id") for each in footnotes if each.get(f"{W}type") is None]
    marks = [each.get(f"{W}id") for each in document.iter(f"{W}footnoteReference")]
    names = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    begun = [each.get(f"{W}id") for each in document.iter(f"{W}bookmarkStart")]
    ended = [each.get(f"{W}id") for each in document.iter(f"{W}bookmarkEnd")]
    everywhere = [each for root in roots.values() for each in root.iter() if isinstance(each.tag, str)]
    used = [each.get(f"{W}val") for each in everywhere if each.tag in {W + n for n in ("pStyle", "rStyle", "tblStyle")}]
    counted = [each.get(f"{W}val") for each in document.iter(f"{W}numId")]
    anchors = [each.get(f"{W}anchor") for each in everywhere if each.tag == f"{W}hyperlink"]
    asked = [v for each in document.iter() for k, v in each.items() if k.endswith("}id") and "officeDocument" in k]
    of = [each.find(f"{W}abstractNumId").get(f"{W}val") for each in lists.values()]
    checks = {
        "notes and marks": sorted(notes) == sorted(marks) and len(set(notes)) == len(notes),
        "bookmarks": len(set(names)) == len(names) and sorted(begun) == sorted(ended) and len(set(begun)) == len(begun),
        "anchors": set(anchors) <= set(names),
        "styles": set(used) <= styles,
        "lists": set(counted) <= set(lists) and set(of) <= abstracts,
        "relationships": set(asked) <= relationships,
        "fields": all(_fields_close(root) for root in roots.values()),
    }
    return [name for name, holds in checks.items() if not holds]


def _fields_close(root: etree._Element) -> bool:
    """Whether every field that begins has its separator and its end, one inside another."""
    open_fields = []
    for each in root.iter(f"{W}fldChar"):
        kind = each.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(kind)
        elif not open_fields or (kind == "separate" and open_fields[-1] == "separate"):
            return False
        elif kind == "separate":
            open_fields[-1] = kind
        else:
            open_fields.pop()
    return not open_fields


def _of_order(roots: dict[str, etree._Element]) -> list[str]:
    found = set()
    for root in roots.values():
        for each in root.iter():
            order = IN_ORDER.get(etree.QName(each).localname) if isinstance(each.tag, str) else None
            if order is not None:
                places = [order.index(name) for child in each if (name := etree.QName(child).localname) in order]
                if places != sorted(places):
                    found.add(f"order in {etree.QName(each).localname}")
    return sorted(found)
