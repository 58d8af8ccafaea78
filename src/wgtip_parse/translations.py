"""One report in several languages, side by side: the values that aligning gives and emitters print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.model import Span

Kind = Literal["masthead", "heading", "paragraph", "recommendation", "text", "item", "closing", "footnote"]

RIGHT_TO_LEFT = frozenset({"ar"})
NOUNS: dict[Kind, str] = {
    "masthead": "masthead field",
    "heading": "heading",
    "paragraph": "paragraph",
    "recommendation": "recommendation",
    "text": "unnumbered paragraph",
    "item": "item",
    "closing": "closing sentence",
    "footnote": "footnote",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """What is put beside its translations: a heading, the words of a paragraph or item, a footnote, a masthead field.

    `number` is as printed, of an item "16 (a)", of a field its name. `depth` is the level of a heading, of an item how
    deep it stands in its list, else 0; `marker` is an item's own. `quoted` is as in the tree.
    """

    kind: Kind
    number: str | None
    text: str
    span: Span
    depth: int = 0
    quoted: bool = False
    marker: str | None = None

    @property
    def own_number(self) -> str | None:
        """What it is told by among its neighbours: its marker, or else its number."""
        return self.marker or self.number


@dataclass(frozen=True, slots=True)
class Row:
    """One segment in every language, in the order of the documents; None where a document lacks it.

    `moved` are the documents in which it stands at another place in the order.
    """

    cells: tuple[Segment | None, ...]
    moved: frozenset[int] = frozenset()

    @property
    def there(self) -> tuple[Segment, ...]:
        """The segments that there are."""
        return tuple(cell for cell in self.cells if cell is not None)

    @property
    def kind(self) -> Kind:
        """What most of the segments are."""
        return Counter(cell.kind for cell in self.there).most_common(1)[0][0]

    @property
    def number(self) -> str | None:
        """The number in the first language that has one."""
        return next((cell.number for cell in self.there if cell.number is not None), None)

    @property
    def called(self) -> str:
        """What people call it: "paragraph 12", "heading II", "unnumbered paragraph"."""
        return f"{NOUNS[self.kind]} {self.number or ''}".rstrip()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where one language differs from the others: in which document, in which row, and what is said of its place."""

    document: int
    row: int
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Translations:
    """The files in their order, the language of each, the symbol of each, all rows in order, and what differs."""

    names: tuple[str, ...]
    languages: tuple[str, ...]
    symbols: tuple[str | None, ...]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """What each column is called."""
        return labels(self.languages, self.names)

    def of_row(self, row: int) -> Iterator[Difference]:
        """What differs in a row."""
        return (each for each in self.differences if each.row == row)


def labels(languages: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """What people call each document: its language, and its file where two are in one language."""
    counts = Counter(languages)
    named = zip(languages, names, strict=True)
    return tuple(f"{language} {name}" if counts[language] > 1 else language for language, name in named)


def summary(translations: Translations) -> str:
    """What was put side by side, in one sentence: "35 paragraphs and 10 items in en, fr; 2 differences"."""
    counts = Counter(row.kind for row in translations.rows)
    told = [_counted(counts[kind], noun) for kind, noun in NOUNS.items() if counts[kind]]
    said = _joined(told) if told else "nothing"
    differences = (
        _counted(len(translations.differences), "difference") if translations.differences else "no differences"
    )
    return f"{said} in {', '.join(translations.headings)}; {differences}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _joined(told: Sequence[str]) -> str:
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
