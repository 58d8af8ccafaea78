"""What is no document that is read here: each kind is told by its content, and named with what to do about it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

HEAD = 4096  # bytes in which a kind has to show itself
LONGEST_POINTER = 1024  # bytes; a pointer of Git is far shorter, and a text that speaks of one is longer
LONGEST_TITLE = 60  # characters of a page's title that a message has room for
LOCK_BEGINNINGS = ("~$", ".~lock.")  # of names, with Word and LibreOffice
LOCK_SIZES = (162, 165)  # bytes: of Word, of Excel and PowerPoint
LOCK_NAMES = (54, 55)  # where the name stands a second time, in UTF-16, behind its length
DOCUMENT_SUFFIXES = (".docx", ".odt", ".pdf", ".rtf")  # of kinds that no program writes as a web page

_PICTURE = "a picture ({}), whose words need OCR (optical character recognition) first"
_PACKED = "an archive ({}): unpack it and give the documents in it"
_BEGINNINGS = (
    (b"\xffWPC", "a WordPerfect document; save it as .docx, with LibreOffice for one"),
    (b"%!PS", "a PostScript file; make a PDF of it"),
    (b"\x89PNG\r\n", _PICTURE.format("PNG")),
    (b"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (b"GIF8", _PICTURE.format("GIF")),
    (b"II*\0", _PICTURE.format("TIFF")),
    (b"MM\0*", _PICTURE.format("TIFF")),
    (b"AT&TFORM", _PICTURE.format("DjVu")),
    (b"\x1f\x8b", _PACKED.format("gzip")),
    (b"BZh", _PACKED.format("bzip2")),
    (b"\xfd7zXZ\0", _PACKED.format("xz")),
    (b"7z\xbc\xaf\x27\x1c", _PACKED.format("7-Zip")),
    (b"Rar!\x1a\x07", _PACKED.format("RAR")),
    (b"SQLite format 3\0", "a database (SQLite); wgtip search, show and stats read one that wgtip compile has written"),
)
_SPREADSHEET = "a spreadsheet ({}); save its text as .docx, PDF or plain text"
_PRESENTATION = "a presentation ({}); save it as PDF"
_IN_ARCHIVES = (  # by the beginning of a part's path
    ("xl/", _SPREADSHEET.format("Excel")),
    ("ppt/", _PRESENTATION.format("PowerPoint")),
    ("Index/", "a document of Pages, Numbers or Keynote; export it as .docx or PDF"),
    ("META-INF/container.xml", "an e-book (EPUB); save it as .docx or PDF"),
)
_MIME_TYPES = (  # of OpenDocument, by the end of the type
    (b"spreadsheet", _SPREADSHEET.format("OpenDocument")),
    (b"presentation", _PRESENTATION.format("OpenDocument")),
    (b"graphics", "a drawing (OpenDocument); save it as PDF"),
)
_IN_CONTAINERS = tuple(  # by the name of a stream
    (name.encode("utf-16-le"), kind)
    for name, kind in (
        ("EncryptedPackage", "an Office file under a password; save it without one"),
        ("Workbook", _SPREADSHEET.format("Excel")),
        ("PowerPoint Document", _PRESENTATION.format("PowerPoint")),
        ("__properties_version1.0", "a message of Outlook; save the document that is attached to it"),
    )
)
_POINTERS = (
    (re.compile(rb"version https?://\S+/spec/v\d+\r?\n(?:[^\n]*\n)*?oid \w+:"), "Git LFS", "git lfs pull"),
    (re.compile(rb"\S*/annex/objects/\S+\s*\Z"), "git-annex", "git annex get"),
)
_OFFICE_LOCK = re.compile(rb",?[^\n]{0,200},[^\n]{0,200},\d\d\.\d\d\.\d{4} \d\d:\d\d,file:[^\n]*;\s*\Z")
_WEB_ARCHIVE = re.compile(rb"(?:[A-Za-z-]{1,40}: ?[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version: ?1\.0", re.IGNORECASE)
_XML = re.compile(rb"\s*(?:<\?xml\b.*?\?>\s*)?(?:(?:<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>]*>)\s*)*<([\w.:-]+)", re.DOTALL)
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_INSTEAD = "; give the document as text, Word (.docx), .odt or PDF"
_ROOTS = {
    b"wordDocument": "a Word document saved as XML",
    b"package": "a Word document saved as XML",
    b"document": "an OpenDocument text saved as one XML file",
}


def told(name: str, data: bytes) -> str | None:
    """What a file is that no reader takes, and what to do; None where one may take it."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[0] == 0 and not data.strip(b"\0"):
        return "nothing but zeros, as a copy or a download leaves that was broken off; fetch it again"
    return _pointer(data) or _lock(name, data) or _web_archive(data) or _xml(data) or _json(data)


def misnamed(name: str, data: bytes) -> str | None:
    """What a web page is that bears the name of another kind: servers send such pages for what they do not have."""
    suffix = os.path.splitext(name)[1].lower()
    if suffix not in DOCUMENT_SUFFIXES:
        return None
    import html

    found = _TITLE.search(data[:HEAD])
    title = " ".join(html.unescape(found[1].decode("utf-8", "replace")).split())[:LONGEST_TITLE] if found else ""
    called = f"a web page (“{title}”)" if title else "a web page"
    return f"{called}, though it is named {suffix}: fetch the document again, or name it .html if this is it"


def in_archive(paths: Iterable[str], mime_type: bytes) -> str:
    """What a zip archive is that is no Word file and no OpenDocument text."""
    for ending, kind in _MIME_TYPES:
        if ending in mime_type:
            return kind
    listed = list(paths)
    found = (kind for beginning, kind in _IN_ARCHIVES if any(path.startswith(beginning) for path in listed))
    return next(found, "a zip archive, but no Word document: unpack it and give the documents in it")


def in_container(data: bytes) -> str:
    """What an OLE container is that is no Word file."""
    found = (kind for stream, kind in _IN_CONTAINERS if stream in data)
    return next(found, "an OLE file, but no Word document in it")


def _pointer(data: bytes) -> str | None:
    if len(data) > LONGEST_POINTER:
        return None
    for pattern, program, command in _POINTERS:
        if pattern.match(data):
            return f"a pointer of {program}, which stands for the document: fetch it with `{command}`"
    return None


def _lock(name: str, data: bytes) -> str | None:
    """Word writes into a lock file who has the document open: the length of the name, the name, and both again."""
    is_named_so = os.path.basename(name).startswith(LOCK_BEGINNINGS) and len(data) <= LONGEST_POINTER
    size = data[:1] + b"\0"
    is_of_word = len(data) in LOCK_SIZES and any(data[at : at + 2] == size for at in LOCK_NAMES)
    if is_named_so or is_of_word or (len(data) <= LONGEST_POINTER and _OFFICE_LOCK.match(data)):
        return "a lock file, which says that somebody has the document open: give the document itself"
    return None


def _web_archive(data: bytes) -> str | None:
    is_one = data[:1].isalpha() and _WEB_ARCHIVE.match(data[:HEAD])
    return "a web archive or a message (MIME); save the document as .docx, .html or PDF" if is_one else None


def _xml(data: bytes) -> str | None:
    """XML is known by its declaration, or where the tag that it begins with is closed at its end."""
    if data.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<")):
        data = data.replace(b"\0", b"")[2:]
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data[:HEAD].lstrip().startswith(b"<"):
        return None
    root = _XML.match(data[:HEAD])
    if root is None and data.lstrip().startswith((b"<?xml", b"<!DOCTYPE")):
        return f"an XML file{_INSTEAD}"
    if root is None or root[1].lower() == b"html":
        return None
    if not data.lstrip().startswith(b"<?xml") and not data.rstrip().endswith(b"</" + root[1] + b">"):
        return None
    prefix, _, local = root[1].rpartition(b":")
    tag = root[1].decode("utf-8", "replace")
    known = _ROOTS.get(local) if prefix else None
    return f"{known or f'an XML file (<{tag}>)'}{_INSTEAD}"


def _json(data: bytes) -> str | None:
    """JSON is known by its whole, or where each line of it is an object, by its first line."""
    if data[:1] not in (b"{", b"[") or data.rstrip()[-1:] not in (b"}", b"]"):
        return None
    import json

    for piece in (data, data.partition(b"\n")[0]):
        try:
            found = json.loads(piece)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) or (found and all(isinstance(each, dict | list) for each in found)):
            is_report = isinstance(found, dict) and "masthead" in found
            return f"{'a report that wgtip has parsed' if is_report else 'data'} (JSON); give the document itself"
    return None
