"""The parts of a Word package that hold no words of the document: what there is, of which kind, and how it belongs."""

from __future__ import annotations

from importlib import resources
from xml.sax.saxutils import escape

from wgtip_parse.office.markup import DECLARATION, NAMESPACES, RELATIONSHIPS, field, paragraph, run, shown

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PAGE = (  # A4, the margins of the UN's templates
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1195" w:bottom="1440" w:left="1195" w:header="576" w:footer="576" w:gutter="0"/>'
)
MEASURE = 9516  # what that leaves between the margins, in twentieths of a point

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {  # of the document, by the names of their relationships: the file, and the name of its kind
    "styles": ("styles.xml", "styles"),
    "settings": ("settings.xml", "settings"),
    "numbering": ("numbering.xml", "numbering"),
    "footnotes": ("footnotes.xml", "footnotes"),
    "header": ("header1.xml", "header"),
    "header-first": ("header2.xml", "header"),
    "footer": ("footer1.xml", "footer"),
    "footer-first": ("footer2.xml", "footer"),
}
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}">{paragraph("Normal", f"<w:r><w:{kind}/></w:r>")}</w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def parts(title: str, body: str, notes: str, lists: str, top: str, running: str, foot: str) -> dict[str, bytes]:
    """The whole package, each part by its path; what it holds is XML but for the title.

    `top` are blocks above the first page, `running` runs above the others, `foot` runs below the first page.
    """
    inside = {
        "styles": _template("styles.xml"),
        "settings": _template("settings.xml"),
        "numbering": _root("numbering", lists),
        "footnotes": _root("footnotes", _SEPARATORS + notes),
        "header": _root("hdr", paragraph("Header", running)),
        "header-first": _root("hdr", top + paragraph("Header", "")),
        "footer": _root("ftr", paragraph("Footer", run("\t") + _page_of_pages())),
        "footer-first": _root("ftr", paragraph("Footer", foot + run("\t") + _page_of_pages())),
    }
    package = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _of_the_package(),
        "docProps/core.xml": _core(title),
        "word/document.xml": _root("document", f"<w:body>{body}{_section()}</w:body>"),
        "word/_rels/document.xml.rels": _of_the_document(),
    }
    package |= {f"word/{_PARTS[name][0]}": text for name, text in inside.items()}
    return {path: text.encode() for path, text in package.items()}


def _of_the_package() -> str:
    return _belonging(
        ("document", f"{RELATIONSHIPS}/officeDocument", "word/document.xml"),
        ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    )


def _of_the_document() -> str:
    kinds = {name: name.partition("-")[0] for name in _PARTS}
    return _belonging(*((name, f"{RELATIONSHIPS}/{kinds[name]}", file) for name, (file, _) in _PARTS.items()))


def _page_of_pages() -> str:
    return field("PAGE", run("1")) + run("/") + field("NUMPAGES", run("1"))


def _section() -> str:
    references = ""
    for name in _PARTS:
        kind, _, page = name.partition("-")
        if kind in ("header", "footer"):
            references += f'<w:{kind}Reference w:type="{page or "default"}" r:id="{name}"/>'
    return f"<w:sectPr>{references}{PAGE}<w:titlePg/></w:sectPr>"


def _root(name: str, inside: str) -> str:
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def _content_types() -> str:
    kinds = {f"/word/{file}": f"{_KIND}.{kind}+xml" for file, kind in _PARTS.values()}
    kinds["/word/document.xml"] = f"{_KIND}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="{path}" ContentType="{kind}"/>' for path, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _belonging(*parts: tuple[str, str, str]) -> str:
    """The relationships of a part to others, each a name, a kind and a path."""
    inside = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{path}"/>' for name, kind, path in parts)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(shown(title))}</dc:title></cp:coreProperties>'
    )


def _template(name: str) -> str:
    return resources.files("wgtip_parse.office").joinpath("templates", name).read_text(encoding="utf-8")
