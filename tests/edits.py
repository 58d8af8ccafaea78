"""Edits that a program makes to the paragraphs of a tree, and what a comparison should tell of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from wgtip_parse.model import Block, Report, Section

SENTENCE = re.compile(r"(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ )")
LONG = 12  # words of a paragraph that is edited, and half as many of what it is split into
FAR = 4  # paragraphs that a paragraph is moved by at the least
THIRD = 3  # of the words of a paragraph that is reworded from end to end, one in so many is another


@dataclass
class Paragraph:
    """A numbered paragraph of an edited document: which of the original it is, or none."""

    text: str
    origins: tuple[int, ...]
    label: str = "same"
    change: tuple[str, str] | None = None


@dataclass
class Edited:
    """The paragraphs of a document while it is edited; `busy` are those that have been edited or stand next to one."""

    paragraphs: list[Paragraph]
    chance: random.Random
    words: list[str]
    busy: set[int] = field(default_factory=set)
    deleted: list[int] = field(default_factory=list)

    def pick(self, is_fit: Callable[[Paragraph], bool]) -> int | None:
        """The place of a paragraph that no edit has touched, nor the ones beside it."""
        places = [
            at
            for at, each in enumerate(self.paragraphs)
            if each.origins and not self.busy & {each.origins[0] + step for step in (-1, 0, 1)} and is_fit(each)
        ]
        if not places:
            return None
        at = self.chance.choice(places)
        self.busy.add(self.paragraphs[at].origins[0])
        return at


def edit(texts: Sequence[str], count: int, seed: int) -> Edited:
    """So many edits of all kinds, as far as the document has room for them."""
    chance = random.Random(seed)
    edited = Edited([Paragraph(text, (at,)) for at, text in enumerate(texts)], chance, " ".join(texts).split())
    for number in range(count):
        EDITS[number % len(EDITS)](edited)
    return edited


def insert(edited: Edited) -> None:
    if (at := edited.pick(is_long)) is not None:
        words = " ".join(edited.chance.choice(edited.words) for _ in range(LONG * 3))
        edited.paragraphs.insert(at, Paragraph(f"{words}.", (), "inserted"))


def delete(edited: Edited) -> None:
    if (at := edited.pick(is_long)) is not None:
        edited.deleted += edited.paragraphs.pop(at).origins


def split(edited: Edited) -> None:
    def has_two(each: Paragraph) -> bool:
        return any(True for _ in _cuts(each.text))

    if (at := edited.pick(has_two)) is not None:
        each = edited.paragraphs[at]
        cut = edited.chance.choice(list(_cuts(each.text)))
        halves = (each.text[:cut], each.text[cut + 1 :])
        edited.paragraphs[at : at + 1] = [Paragraph(half, each.origins, "split") for half in halves]


def merge(edited: Edited) -> None:
    at = edited.pick(is_long)
    if at is None or at + 1 >= len(edited.paragraphs):
        return
    one, other = edited.paragraphs[at : at + 2]
    if other.label != "same" or other.origins[0] + 1 in edited.busy or len(other.text.split()) < LONG:
        return
    edited.busy.add(other.origins[0])
    edited.paragraphs[at : at + 2] = [Paragraph(f"{one.text} {other.text}", (*one.origins, *other.origins), "merged")]


def move(edited: Edited) -> None:
    if (at := edited.pick(is_long)) is None:
        return
    each = edited.paragraphs.pop(at)
    places = [to for to in range(len(edited.paragraphs) + 1) if abs(to - at) >= FAR]
    if places:
        each.label = "moved"
        at = edited.chance.choice(places)
    edited.paragraphs.insert(at, each)


def replace_words(edited: Edited) -> None:
    _reword(edited, 1, 3, 1, 3)


def put_words_in(edited: Edited) -> None:
    _reword(edited, 0, 0, 1, 5)


def take_words_out(edited: Edited) -> None:
    _reword(edited, 1, 4, 0, 0)


def reword_all(edited: Edited) -> None:
    """Every third word is another."""
    if (at := edited.pick(is_long)) is not None:
        each = edited.paragraphs[at]
        words = each.text.split()
        words[::THIRD] = [edited.chance.choice(edited.words) for _ in words[::THIRD]]
        each.text, each.label = " ".join(words), "reworded"


EDITS = (insert, replace_words, delete, put_words_in, split, take_words_out, merge, reword_all, move, put_words_in)


def _reword(edited: Edited, least: int, most: int, fewest: int, many: int) -> None:
    if (at := edited.pick(is_long)) is None:
        return
    each = edited.paragraphs[at]
    words, chance = each.text.split(), edited.chance
    taken = chance.randint(least, most)
    start = chance.randrange(2, len(words) - taken - 1)
    new = [chance.choice(edited.words) for _ in range(chance.randint(fewest, many))]
    each.change = (" ".join(words[start : start + taken]), " ".join(new))
    each.text = " ".join([*words[:start], *new, *words[start + taken :]])
    each.label = "reworded"


def is_long(each: Paragraph) -> bool:
    return len(each.text.split()) >= LONG and each.label == "same"


def _cuts(text: str) -> Iterator[int]:
    for match in SENTENCE.finditer(text):
        halves = text[: match.start()], text[match.end() :]
        if min(len(half.split()) for half in halves) >= LONG // 2:
            yield match.start()


def editable(report: Report) -> list[Block]:
    """The numbered paragraphs of the report's own text that have no items."""
    return [each for each in report.every_block() if is_editable(each)]


def is_editable(block: Block) -> bool:
    return block.number is not None and not block.quoted and not block.subparagraphs and block.closing is None


def rebuilt(report: Report, edited: Edited) -> Report:
    """The report with its paragraphs edited and numbered anew; new ones stand with the one before them."""
    behind: dict[int, list[Paragraph]] = {}
    slots = iter(range(len(editable(report))))
    homes = _homes(edited.paragraphs)
    for each, home in zip(edited.paragraphs, homes, strict=True):
        behind.setdefault(home, []).append(each)
    number = iter(range(1, 100_000))

    def blocks(of: Sequence[Block]) -> tuple[Block, ...]:
        found: list[Block] = []
        for block in of:
            if not is_editable(block):
                found.append(block)
                continue
            for each in behind.get(next(slots), []):
                found.append(block.model_copy(update={"number": str(next(number)), "text": each.text}))
        return tuple(found)

    def sections(of: Sequence[Section]) -> tuple[Section, ...]:
        return tuple(
            each.model_copy(update={"blocks": blocks(each.blocks), "sections": sections(each.sections)}) for each in of
        )

    first = blocks(report.blocks)
    return report.model_copy(update={"blocks": first, "sections": sections(report.sections)})


def _homes(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The place of the original at which each paragraph stands: its own, or that of the one before it."""
    homes, last = [], 0
    for each in paragraphs:
        if each.origins and each.label != "moved":
            last = each.origins[0]
        homes.append(last)
    return homes


def wanted(edited: Edited) -> dict[tuple[int | None, int | None], str]:
    """Which original paragraph is which of the edited ones, by place, and what has become of it."""
    links: dict[tuple[int | None, int | None], str] = {
        (origin, at): each.label for at, each in enumerate(edited.paragraphs) for origin in each.origins or (None,)
    }
    return links | {(origin, None): "deleted" for origin in edited.deleted}
