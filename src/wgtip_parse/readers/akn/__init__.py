"""The reader of Akoma Ntoso 3.0, as the United Nations publishes it: elements → the plain form."""

from __future__ import annotations

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers import plain
from wgtip_parse.readers.error import ReadError
from wgtip_parse.source import Source


def read_akn(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of a document in Akoma Ntoso; raises ReadError where it cannot be read or holds no text."""
    try:
        from wgtip_parse import akn
        from wgtip_parse.readers.akn import xml
    except ImportError as error:
        raise ReadError(f"{name}: reading Akoma Ntoso needs lxml: pip install lxml") from error
    from wgtip_parse.readers.akn.body import Body
    from wgtip_parse.readers.akn.slips import Slip

    root = xml.root_of(name, data)
    kept = root.find(f".//{akn.SOURCE}")
    if kept is not None and kept.get(akn.DIGEST) == akn.digest(root) and (carried := akn.source_of(kept, name)):
        return carried, ()
    body = Body(root)
    if kept is not None:
        body.slips.meet(0, Slip.CHANGED, "")
    if not body.blocks:
        raise ReadError(f"{name}: an Akoma Ntoso document without text")
    source = plain.source(name, data, "akn", body.blocks, body.notes)
    return source, tuple(body.slips.told(source.text, [start for start, _ in plain.placed(body.blocks, body.notes)]))
