"""The sections of several parts as those of one report: what goes on in a later part is joined to its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wgtip_parse import labels
from wgtip_parse.draft import Draft
from wgtip_parse.model import Block, Section
from wgtip_parse.numerals import LETTERS, ROMAN
from wgtip_parse.words import Words

ITEM = re.compile(r"(\d+)(?: \((\w)\))?")
COUNTED = re.compile(r"(\w+) (\d+)\b")  # titles that count what they are of: "Programme 9"


class Placed(NamedTuple):
    """A block and the part that it is from."""

    part: int
    block: Block


class Said(NamedTuple):
    """What people have to look at: a part, an offset in its source, and why."""

    part: int
    at: int
    message: str


@dataclass(slots=True)
class Chapter:
    """A section of the whole; `parts` are the parts that it is in, `span` that of its heading in the first."""

    number: str | None
    title: str
    level: int
    quoted: bool
    is_annex: bool
    parts: list[int]
    span: tuple[int, int]
    blocks: list[Placed] = field(default_factory=list)
    sections: list[Chapter] = field(default_factory=list)

    def every_chapter(self) -> Iterator[Chapter]:
        """The chapters below, in order."""
        for each in self.sections:
            yield each
            yield from each.every_chapter()


def join(drafts: Sequence[Draft], known: Words) -> tuple[Chapter, list[Said]]:
    """One tree of all parts, in their order, and what was odd about their headings."""
    root = Chapter(None, "", 0, quoted=False, is_annex=False, parts=[], span=(0, 0))
    said: list[Said] = []
    for part, draft in enumerate(drafts):
        root.blocks += [Placed(part, block) for block in draft.report.blocks]
        for section in draft.report.sections:
            _take(root, root, part, section, known, said)
    _sort(root)
    root.sections = _by_item(root.sections, [draft.report.masthead.agenda_item for draft in drafts])
    return root, said


def _take(root: Chapter, above: Chapter, part: int, section: Section, known: Words, said: list[Said]) -> None:
    """Put a section and what is below it where it belongs."""
    home = _home(above, part, section)
    if home is None and section.continued:
        home = _elsewhere(root, section) if above is root else None
        if home is None:
            said.append(Said(part, section.span[0], f'"{_named(section)}" is continued, and begins in no part'))
    if home is None:
        is_annex = above.is_annex or labels.is_annex(section.number, known)
        home = Chapter(
            section.number, section.title, section.level, section.quoted or above.quoted, is_annex, [], section.span
        )
        above.sections.append(home)
    elif _plain(home.title) != _plain(section.title):
        said.append(Said(part, section.span[0], f'"{_named(section)}" goes on under "{home.title}"'))
    home.parts.append(part)
    home.blocks += [Placed(part, block) for block in section.blocks]
    for below in section.sections:
        _take(root, home, part, below, known, said)


def _home(above: Chapter, part: int, section: Section) -> Chapter | None:
    """The chapter of an earlier part that a section goes on with: by its title, or by its number where it says so."""
    earlier = [each for each in above.sections if part not in each.parts]
    for each in reversed(earlier):
        if _same(each.title, section.title) and (
            None in (each.number, section.number) or each.number == section.number
        ):
            is_last = each is above.sections[-1]
            if section.continued or (not section.quoted and (is_last or section.number or not above.level)):
                return each
    by_number = [each for each in earlier if section.number is not None and each.number == section.number]
    return by_number[-1] if section.continued and len(by_number) == 1 else None


def _elsewhere(root: Chapter, section: Section) -> Chapter | None:
    """The only chapter of that title, whatever it is under: a part may leave out the headings above its first."""
    found = [each for each in root.every_chapter() if _same(each.title, section.title)]
    return found[0] if len(found) == 1 else None


def _sort(chapter: Chapter) -> None:
    """Numbered sections by their numbers, and those whose titles are counted; others stay where they are."""
    groups: dict[str, list[tuple[int, int]]] = {}
    for at, each in enumerate(chapter.sections):
        if rank := _rank(each):
            groups.setdefault(rank[0], []).append((rank[1], at))
    in_order = list(chapter.sections)
    for ranked in groups.values():
        if _is_counted(ranked, chapter.sections):
            for (_, source), (_, place) in zip(sorted(ranked), ranked, strict=True):
                in_order[place] = chapter.sections[source]
    annexes = [each for each in in_order if each.is_annex]
    chapter.sections = [each for each in in_order if not each.is_annex] + annexes
    for each in chapter.sections:
        _sort(each)


def _by_item(chapters: list[Chapter], items: Sequence[str | None]) -> list[Chapter]:
    """Chapters without numbers by the agenda items that their parts print, where each of them prints one."""
    places = [at for at, each in enumerate(chapters) if each.number is None]
    ranked = [(ITEM.match(items[chapters[at].parts[0]] or ""), at) for at in places]
    ranks = sorted((int(item[1]), item[2] or "", at) for item, at in ranked if item)
    in_order = list(chapters)
    if len(ranks) == len(places):
        for place, (_, _, at) in zip(places, ranks, strict=True):
            in_order[place] = chapters[at]
    return in_order


def _is_counted(ranked: Sequence[tuple[int, int]], sections: Sequence[Chapter]) -> bool:
    """Whether the numbers tell an order: none comes twice, and each part by itself has them in order."""
    last: dict[int, int] = {}
    for rank, at in ranked:
        part = sections[at].parts[0]
        if last.get(part, -1) >= rank:
            return False
        last[part] = rank
    return len({rank for rank, _ in ranked}) == len(ranked)


def _rank(chapter: Chapter) -> tuple[str, int] | None:
    number = chapter.number
    if number is None:
        counted = COUNTED.match(chapter.title)
        return (counted[1], int(counted[2])) if counted else None
    if number.isdigit():
        return "figures", int(number)
    if chapter.level == 1 and number.lower() in ROMAN:
        return "Roman", ROMAN[number.lower()]
    return ("letters", LETTERS[number.lower()]) if number.lower() in LETTERS else None


def _same(one: str, other: str) -> bool:
    return bool(one) and _plain(one) == _plain(other)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(" .:*")


def _named(section: Section) -> str:
    return f"{section.number} {section.title}".strip() if section.number else section.title
