"""A small reader of reviewed Word files: accepts and rejects changes, finds anchors, and looks for faults of structure.

It shares no code with what writes them.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.word import MAIN

W = f"{{{MAIN}}}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
AUTHOR = W + "author"
SIGNS = {W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}
MARKS = (W + "commentRangeStart", W + "commentRangeEnd")
MAY_HOLD_RUNS = {
    W + name
    for name in "p hyperlink smartTag customXml fldSimple sdtContent ins del moveTo moveFrom rubyBase bdo dir".split()
}
RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹•]")  # marks of notes, which are counted, and bullets, which may be signs of a font

Root = etree._Element


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def settled(data: bytes, *, accept: bool, author: str | None = None) -> bytes:
    """The file with its tracked changes accepted or rejected: all, or those of an author."""
    files = parts(data)
    for name in files:
        if re.fullmatch(r"word/\w+\.xml", name) and b"w:author" in files[name]:
            root = etree.fromstring(files[name])
            _settle(root, accept=accept, author=author)
            files[name] = etree.tostring(root)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in files.items():
            archive.writestr(name, part)
    return written.getvalue()


def _settle(root: Root, *, accept: bool, author: str | None) -> None:
    kept, gone = ("ins", "del") if accept else ("del", "ins")
    for element in list(root.iter(W + gone, W + kept)):
        parent = element.getparent()
        if parent is None or parent.tag == W + "rPr" or author not in (None, element.get(AUTHOR)):
            continue
        if element.tag == W + kept:
            at = parent.index(element)
            parent[at : at + 1] = list(element)
        else:
            parent.remove(element)
    if not accept:
        for text in root.iter(W + "delText"):
            if next(text.iterancestors(W + "del"), None) is None:
                text.tag = W + "t"


def comments(data: bytes, author: str = "wgtip") -> dict[str, list[str]]:
    """The paragraphs of each comment of an author."""
    part = parts(data).get("word/comments.xml")
    if part is None:
        return {}
    return {
        each.get(W + "id"): ["".join(line.itertext()) for line in each.iter(W + "p")]
        for each in etree.fromstring(part).iter(W + "comment")
        if each.get(AUTHOR) == author
    }


def anchored(data: bytes, *, accept: bool = True) -> dict[str, str]:
    """The words that each comment stands at, as they were before the changes of wgtip, those of others settled."""
    gone = W + ("del" if accept else "ins")
    open_, found = set(), {}
    for element in etree.fromstring(parts(data)["word/document.xml"]).iter():
        if element.tag == MARKS[0]:
            open_.add(element.get(W + "id"))
            found[element.get(W + "id")] = ""
        elif element.tag == MARKS[1]:
            open_.remove(element.get(W + "id"))
        elif open_ and not _is_unseen(element, gone):
            text = element.text or "" if element.tag in (W + "t", W + "delText", M_TEXT) else SIGNS.get(element.tag, "")
            for each in open_:
                found[each] += text
    assert not open_
    return found


M_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


def _is_unseen(element: Root, gone: str) -> bool:
    run = element.getparent()
    is_hidden = run is not None and run.find(f"{W}rPr/{W}vanish") is not None
    others = any(each.get(AUTHOR) != "wgtip" for each in element.iterancestors(gone))
    return is_hidden or others or any(each.get(AUTHOR) == "wgtip" for each in element.iterancestors(W + "ins"))


def squeezed(text: str) -> str:
    """Words without white space, soft hyphens and what is counted."""
    return RAISED.sub("", "".join(text.replace("\N{SOFT HYPHEN}", "").split()))


def faults(data: bytes) -> list[str]:
    """What is wrong with a package: identifiers, relations, content types, and how changes and comments nest."""
    files = parts(data)
    root = etree.fromstring(files["word/document.xml"])
    return [*_of_package(files), *_of_comments(files, root), *_of_nesting(root), *_of_runs(root)]


def _of_package(files: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(files["[Content_Types].xml"])
    known = {each.get("PartName", "") for each in types.iter(TYPES + "Override")}
    defaults = {each.get("Extension", "") for each in types.iter(TYPES + "Default")}
    for name in files:
        if f"/{name}" not in known and name.rpartition(".")[2] not in defaults and name != "[Content_Types].xml":
            yield f"{name} has no content type"
    if "word/comments.xml" in files and "/word/comments.xml" not in known:
        yield "the comments have no content type of their own"
    for name in (each for each in files if each.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        relations = etree.fromstring(files[name])
        if len({each.get("Id") for each in relations}) < len(relations):
            yield f"{name}: an identifier twice"
        for each in relations:
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            if each.get("TargetMode") != "External" and target not in files:
                yield f"{name}: {target} is not there"


def _of_comments(files: dict[str, bytes], root: Root) -> Iterator[str]:
    written = etree.fromstring(files["word/comments.xml"]) if "word/comments.xml" in files else ()
    identifiers = [each.get(W + "id") for each in written]
    order = {element: at for at, element in enumerate(root.iter())}
    for tag in (*MARKS, W + "commentReference"):
        found = Counter(each.get(W + "id") for each in root.iter(tag))
        if any(found[each] != 1 for each in identifiers if each in found) or set(found) - set(identifiers):
            yield f"{tag}: {found} for {identifiers}"
    starts, ends = ({each.get(W + "id"): order[each] for each in root.iter(tag)} for tag in MARKS)
    yield from (f"comment {each} ends before it starts" for each in starts if starts[each] > ends.get(each, -1))
    references = {each.get(W + "id"): order[each] for each in root.iter(W + "commentReference")}
    yield from (f"comment {each} stands inside its words" for each in starts if references.get(each, -1) < ends[each])
    if len(set(identifiers)) < len(identifiers):
        yield "an identifier of two comments"


def _of_nesting(root: Root) -> Iterator[str]:
    changes = [*root.iter(W + "ins", W + "del")]
    ours = [each.get(W + "id") for each in changes if each.get(AUTHOR) == "wgtip"]
    every = Counter(each.get(W + "id") for each in root.iter(*(W + name for name in ("ins", "del", "bookmarkStart"))))
    yield from (f"identifier {each} twice" for each in ours if every[each] > 1)
    for each in changes:
        if next(each.iterancestors(each.tag), None) is not None:
            yield f"{each.tag} in itself"
        if each.get(AUTHOR) == "wgtip" and len(each) == 0:
            yield f"{each.tag} is empty"


def _of_runs(root: Root) -> Iterator[str]:
    for run in root.iter(W + "r"):
        parent = run.getparent()
        if parent is None or parent.tag not in MAY_HOLD_RUNS:
            yield f"a run in {parent if parent is None else parent.tag}"
        properties = run.find(W + "rPr")
        if properties is not None and run.index(properties) != 0:
            yield "properties of a run behind its words"
    for text in root.iter(W + "t"):
        if next(text.iterancestors(W + "del"), None) is not None:
            yield "text that stays in what is deleted"
    for text in root.iter(W + "delText"):
        if next(text.iterancestors(W + "del"), None) is None:
            yield "deleted text in what stays"


def bare(data: bytes) -> dict[str, bytes]:
    """The parts as they are without what wgtip wrote: comments, marks and changes taken away, parted runs rejoined."""
    files = parts(settled(data, accept=False, author="wgtip"))
    for name in ("word/document.xml", "word/header.xml", "word/footnotes.xml"):
        if name in files:
            files[name] = _bare(files[name], set(comments(data)))
    return files


def _bare(part: bytes, identifiers: set[str]) -> bytes:
    root = etree.fromstring(part)
    for mark in list(root.iter(*MARKS, W + "commentReference")):
        if mark.get(W + "id") in identifiers:
            gone = mark.getparent() if mark.tag == W + "commentReference" else mark
            gone.getparent().remove(gone)
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == W + "r" and _look(before) == _look(run):
            before.extend(child for child in list(run) if child.tag != W + "rPr")
            run.getparent().remove(run)
    for text in list(root.iter(W + "t", W + "delText")):
        before = text.getprevious()
        text.attrib.clear()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n")


def _look(run: Root) -> tuple[bytes, bytes]:
    properties = run.find(W + "rPr")
    look = b"" if properties is None else re.sub(rb' w:id="\d+"', b"", etree.tostring(properties, with_tail=False))
    return look, repr(sorted(run.attrib.items())).encode()
