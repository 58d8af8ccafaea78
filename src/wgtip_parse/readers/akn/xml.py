"""The bytes of a document in Akoma Ntoso → its elements: nothing is fetched, no entity is read, nothing is endless."""

from __future__ import annotations

import re

from lxml import etree

from wgtip_parse.readers.error import ReadError

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DRAFTS = NAMESPACE + "/"  # of version 3.0 as it was before it was published, with the same elements
DEEPEST = 100  # elements one in another; published documents have 15, and each costs a place on the stack
MOST_TAGS = 1_000_000  # a tree takes some hundred bytes for each; published documents have some thousands

_DOCTYPE = re.compile(rb"<!DOCTYPE\b", re.IGNORECASE)
_DEPTH = re.compile("depth", re.IGNORECASE)


def root_of(name: str, data: bytes) -> etree._Element:
    """The outermost element; raises ReadError, with one line, for what is not to be read."""
    if _DOCTYPE.search(data.replace(b"\0", b"")):
        raise ReadError(f"{name}: XML with a document type declaration, whose entities are not read; take it out")
    if data.count(b"<") > MOST_TAGS:
        raise ReadError(f"{name}: XML of more than {MOST_TAGS:,} tags")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"{name}: {_fault(error)}") from error
    space = etree.QName(root).namespace or ""
    if space != NAMESPACE and not space.startswith(DRAFTS):
        said = f"of the namespace {space}" if space else "without a namespace"
        raise ReadError(f"{name}: Akoma Ntoso {said}; only version 3.0 ({NAMESPACE}) is read")
    if _depth(root) > DEEPEST:
        raise ReadError(f"{name}: elements nested more than {DEEPEST} deep")
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _depth(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _fault(error: Exception) -> str:
    if _DEPTH.search(str(error)):
        return f"elements nested more than {DEEPEST} deep"
    line = getattr(error, "lineno", None)
    return f"no XML that can be read{f' (line {line})' if line else ''}"
