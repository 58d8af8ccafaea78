"""The header and footer of a Word document's first page: masthead and job number of a UN document stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.names import W
from wgtip_parse.readers.word.package import Package
from wgtip_parse.readers.word.properties import is_on

if TYPE_CHECKING:
    from lxml.etree import _Element


def first_page(package: Package, body: _Element) -> tuple[Iterable[_Element], Iterable[_Element]]:
    """The elements of the header and of the footer: those of the first section that prints any."""
    sections = list(body.iter(names.SECTION))
    relationships = package.relationships(package.document)
    parts = {identifier: path for identifier, (path, _) in relationships.items()}
    return _printed(package, parts, sections, "header"), _printed(package, parts, sections, "footer")


def _printed(package: Package, parts: dict[str, str], sections: list[_Element], kind: str) -> Iterable[_Element]:
    for section in sections:
        page = "first" if is_on(section.find(W + "titlePg")) else "default"
        for reference in section.findall(f"{W}{kind}Reference"):
            if reference.get(names.TYPE, "default") != page:
                continue
            root = package.parse(parts.get(reference.get(names.RELATIONSHIP_ID, "")))
            if root is not None and any(text.text and not text.text.isspace() for text in root.iter(W + "t")):
                return root
    return ()
