"""The drafts of one meeting as rules read them: which are parts of the draft report, and which stand for themselves."""

from __future__ import annotations

from wgtip_parse import collection
from wgtip_parse.rules.rule import Draft


def parts(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The parts of the draft report in order; of a document that was revised only the last revision."""
    last: dict[str, Draft] = {}
    for draft in drafts:
        document = collection.document(draft.report)
        if document.role == "part":
            last[_unrevised(document)] = draft
    return tuple(last.values())


def finals(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The documents that are no drafts: each is a report of its own."""
    return tuple(draft for draft in drafts if collection.document(draft.report).role == "final")


def _unrevised(document: collection.Document) -> str:
    """The symbol without "Rev."; a document without symbol is itself."""
    if document.symbol is None:
        return f"{document.sha256} {document.name}"
    changes = [change for change in document.symbol.changes if not change.startswith("Rev.")]
    return "/".join([str(document.symbol.base), *changes])
