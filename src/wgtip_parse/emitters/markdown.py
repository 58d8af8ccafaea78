"""The index as a compilation in Markdown.

The norm is CommonMark 0.31. What could be mark-up in a document is escaped, so that a reader sees what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wgtip_parse.emitters.chapters import Chapter
from wgtip_parse.emitters.citation import document_url, label, reference, told_likeness
from wgtip_parse.emitters.lines import lines, shown
from wgtip_parse.emitters.origins import counted, origins, told_origins
from wgtip_parse.index.model import Recommendation, RecommendationIndex, Similar

WHITE = re.compile(r"[ \t\n\r\f\v]+")
MARKUP = re.compile(r"[\\`*_\[\]{}<>&|~$^#@]|:(?=[^\s\d])|(?<=www)\.", re.I)
AT_START = re.compile(r"(\d{1,9})([.)])|()([-+=:])")  # what would open a list or underline a heading
INDENT = "&emsp;"  # spaces at the beginning of a line would be lost, or make it code


def emit_compilation(index: RecommendationIndex, chapters: Iterable[Chapter]) -> Iterator[bytes]:
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
            headings = chapter.headings(each, origin[each.id])
            if headings != above:
                yield f"\n### {' › '.join(map(escaped, headings))}\n".encode()
            above = headings
            if each.id not in anchored:
                yield f"\n{_anchor(each.id)}\n".encode()
            anchored.add(each.id)
            yield "".join(_paragraphs(each, references)).encode()


def escaped(text: str) -> str:
    """The text as Markdown that shows it: on one line, without mark-up, without control characters."""
    flat = MARKUP.sub(r"\\\g<0>", WHITE.sub(" ", shown(text)).strip())
    start = AT_START.match(flat)
    return flat if start is None else f"{start[1] or ''}\\{flat[start.end() - 1 :]}"


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
    return f"[{escaped(cited)}]({_link(similar.id)}) ({told_likeness(similar)})"


def _anchor(name: str) -> str:
    return f'<a id="{_name(name)}"></a>'


def _link(name: str) -> str:
    return f"<#{_name(name)}>"


def _name(name: str) -> str:
    """A name without what could end an attribute or a link."""
    return re.sub(r"[^\w.~-]", "-", name)
