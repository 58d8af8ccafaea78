"""The index as a compilation in Markdown, by meeting, topic or addressee, as the UN's are arranged.

The norm is CommonMark 0.31. What could be mark-up in a document is escaped, so that a reader sees what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from wgtip_parse.emitters.citation import document_url, label, meeting_title, reference
from wgtip_parse.emitters.lines import lines, shown
from wgtip_parse.emitters.origins import NO_MEETING, counted, origins, told_origins
from wgtip_parse.index.model import Recommendation, RecommendationIndex, Similar

WHITE = re.compile(r"[ \t\n\r\f\v]+")
MARKUP = re.compile(r"[\\`*_\[\]{}<>&|~$^#@]|:(?=[^\s\d])|(?<=www)\.", re.I)
AT_START = re.compile(r"(\d{1,9})([.)])|()([-+=:])")  # what would open a list or underline a heading
INDENT = "&emsp;"  # spaces at the beginning of a line would be lost, or make it code


class Chapter(NamedTuple):
    """What stands under one heading of the compilation; `by_meeting` says which headings lie below."""

    anchor: str
    title: str
    by_meeting: bool
    recommendations: list[Recommendation]


OTHER_MATTERS = Chapter("other-matters", "Other matters", False, [])
NOBODY_NAMED = Chapter("nobody-named", "Nobody named", False, [])


def by_meeting(index: RecommendationIndex) -> Iterator[bytes]:
    """A chapter for each meeting that has recommendations, by the headings of its documents; one for the rest."""
    chapters: dict[str | None, Chapter] = {
        each.id: Chapter(each.id, meeting_title(each), True, []) for each in index.meetings
    }
    chapters[None] = Chapter("no-meeting", NO_MEETING, True, [])
    for each in index.recommendations:
        chapters[each.meeting].recommendations.append(each)
    return _compilation(index, [each for each in chapters.values() if each.recommendations])


def by_topic(index: RecommendationIndex) -> Iterator[bytes]:
    """A chapter for each topic, and in it the meetings; what is on several topics stands in each of them."""
    return _by(index, lambda each: {f"topic-{topic.id}": topic.label for topic in each.topics}, OTHER_MATTERS)


def by_addressee(index: RecommendationIndex) -> Iterator[bytes]:
    """Who must do what: a chapter for each addressee, whatever its capitals, and in it the meetings."""
    return _by(index, _addressees, NOBODY_NAMED)


def escaped(text: str) -> str:
    """The text as Markdown that shows it: on one line, without mark-up, without control characters."""
    flat = MARKUP.sub(r"\\\g<0>", WHITE.sub(" ", shown(text)).strip())
    start = AT_START.match(flat)
    return flat if start is None else f"{start[1] or ''}\\{flat[start.end() - 1 :]}"


def _by(
    index: RecommendationIndex, named: Callable[[Recommendation], dict[str, str]], other: Chapter
) -> Iterator[bytes]:
    """A chapter for each anchor and title that recommendations name, by the alphabet; `other` for what names none."""
    chapters: dict[str, Chapter] = {}
    rest = other._replace(recommendations=[])
    for each in index.recommendations:
        of = named(each)
        for anchor, title in of.items():
            chapters.setdefault(anchor, Chapter(anchor, title, False, [])).recommendations.append(each)
        if not of:
            rest.recommendations.append(each)
    in_order = sorted(chapters.values(), key=lambda chapter: (chapter.title.casefold(), chapter.anchor))
    return _compilation(index, [*in_order, *([rest] if rest.recommendations else [])])


def _addressees(recommendation: Recommendation) -> dict[str, str]:
    titles: dict[str, str] = {}
    for each in recommendation.addressees:
        titles.setdefault(f"addressee-{each.value.casefold()}", each.value[:1].upper() + each.value[1:])
    return titles


def _compilation(index: RecommendationIndex, chapters: list[Chapter]) -> Iterator[bytes]:
    """Title, contents and chapters."""
    yield b"# Compilation of recommendations\n\n"
    yield f"{counted(len(index.recommendations), 'recommendation')} of {told_origins(index)}.\n\n".encode()
    for chapter in chapters:
        count = len(chapter.recommendations)
        yield f"- [{escaped(chapter.title)}]({_link(chapter.anchor)}) ({count})\n".encode()
    origin = origins(index)
    references = {each.id: reference(each) for each in index.recommendations}
    anchored: set[str] = set()
    for chapter in chapters:
        yield f"\n{_anchor(chapter.anchor)}\n\n## {escaped(chapter.title)}\n".encode()
        above: tuple[str, ...] = ()
        for each in chapter.recommendations:
            titles = () if chapter.by_meeting and each.meeting else (origin[each.id].title,)
            headings = (*titles, *(each.section if chapter.by_meeting else ()))
            if headings != above:
                yield f"\n### {' › '.join(map(escaped, headings))}\n".encode()
            above = headings
            if each.id not in anchored:
                yield f"\n{_anchor(each.id)}\n".encode()
            anchored.add(each.id)
            yield "".join(_paragraphs(each, references)).encode()


def _paragraphs(recommendation: Recommendation, references: dict[str, str]) -> Iterator[str]:
    """The words of a recommendation behind its number, then where it stands and where it was said before."""
    opening = f"**{escaped(label(recommendation))}.** "
    if recommendation.stem:
        opening += f"\\[{escaped(recommendation.stem)}\\] "
    for line in lines(recommendation):
        yield f"\n{opening}{INDENT * line.depth}{escaped(str(line))}\n"
        opening = ""
    url = document_url(recommendation.document)
    cited = escaped(references[recommendation.id])
    yield f"\n*{f'[{cited}](<{url}>)' if url else cited}*\n"
    before = [_earlier(each, references[each.id]) for each in recommendation.similar if each.id in references]
    if before:
        yield f"\nSaid before: {'; '.join(before)}\n"


def _earlier(similar: Similar, cited: str) -> str:
    return f"[{escaped(cited)}]({_link(similar.id)}) ({'word for word' if similar.exact else f'{similar.score:.0f} %'})"


def _anchor(name: str) -> str:
    return f'<a id="{_name(name)}"></a>'


def _link(name: str) -> str:
    return f"<#{_name(name)}>"


def _name(name: str) -> str:
    """A name without what could end an attribute or a link."""
    return re.sub(r"[^\w.~-]", "-", name)
