"""Documents in several languages → one report side by side, and each difference at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgtip_parse.align import align
from wgtip_parse.draft import Draft
from wgtip_parse.placed import Placed, place
from wgtip_parse.rules import KNOWN
from wgtip_parse.translations import Translations

__all__ = ["align", "of_different_documents", "placed"]


def placed(translations: Translations, drafts: Sequence[Draft]) -> tuple[Placed, ...]:
    """What differs, document by document, in the order of their texts."""
    found: list[Placed] = []
    for at, draft in enumerate(drafts):
        own = [each.diagnostic for each in translations.differences if each.document == at]
        found += place(draft.source, own, KNOWN)
    return tuple(found)


def of_different_documents(translations: Translations) -> Iterator[str]:
    """A line for each document that has another symbol than the first."""
    printed = [(name, symbol) for name, symbol in zip(translations.names, translations.symbols, strict=True) if symbol]
    for name, symbol in printed[1:]:
        if symbol != printed[0][1]:
            yield f"{name}: symbol {symbol} differs from {printed[0][1]} of {printed[0][0]}"
