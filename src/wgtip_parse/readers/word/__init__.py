"""The reader of Word files (.docx): the package of XML parts → the plain form, numbers written out."""

from __future__ import annotations

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers import plain
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.revisions import Revisions
from wgtip_parse.readers.word.body import Body
from wgtip_parse.readers.word.package import Package
from wgtip_parse.source import Source


def read_word(name: str, data: bytes, revisions: Revisions = Revisions.ACCEPT) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of a Word file's bytes; raises ReadError where they are none that can be read."""
    try:
        import lxml.etree  # noqa: F401  # asked for here, where the answer can name the extra
    except ImportError as error:
        raise ReadError(f"{name}: reading Word needs lxml: pip install lxml") from error
    body = Body(Package(name, data), revisions)
    blocks, notes = body.read(), body.notes()
    if not blocks and not notes:
        raise ReadError(f"{name}: a Word file without text")
    return plain.source(name, data, "word", blocks, notes), ()
