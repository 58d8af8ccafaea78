"""A comparison as one HTML page that needs nothing but itself: side by side or in one text, to filter and to print.

Without a script it shows everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wgtip_parse.changes import Change, Comparison, named, noun_of, summary
from wgtip_parse.emitters import standalone

LABELS = ("reworded", "inserted", "deleted", "split", "merged", "moved")


def emit_changes_page(comparison: Comparison, shown: Sequence[Change]) -> Iterator[bytes]:
    """The page, in UTF-8."""
    nouns = [noun_of(each) for each in shown if _is_told(each)]
    page = standalone.page(
        "changes.html.jinja",
        standalone.template("page.css") + standalone.template("changes.css"),
        standalone.template("changes.js"),
        old=", ".join(comparison.old),
        new=", ".join(comparison.new),
        summary=summary(shown),
        passages=list(_passages(shown, comparison)),
        labels=[label for label in LABELS if any(each.change == label for each in shown)],
        nouns=list(dict.fromkeys(nouns)),
    )
    yield page.encode("utf-8", "replace")


def _is_told(change: Change) -> bool:
    return change.change != "same" or bool(change.references)


def _passages(shown: Sequence[Change], comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Headings, changes, and runs of what is the same, each with what the template needs."""
    same: list[Change] = []
    for each in shown:
        if not _is_told(each) and each.kind != "heading":
            same.append(each)
            continue
        yield from _folded(same, comparison)
        same = []
        if _is_told(each):
            yield {"is": "change", "noun": noun_of(each), "named": named(each, comparison), "told": each}
        else:
            yield {"is": "heading", "number": each.new[0].number, "title": each.new[0].text}
    yield from _folded(same, comparison)


def _folded(same: Sequence[Change], comparison: Comparison) -> Iterator[dict[str, Any]]:
    if same:
        count = len(same)
        yield {
            "is": "same",
            "summary": f"{count} passage{'' if count == 1 else 's'} the same",
            "each": [(named(change, comparison), change.new[0].text) for change in same],
        }
