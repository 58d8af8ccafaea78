"""Signs: what speaks for and against each role of a block, in one table of points.

The points of the signs that hold are added up; the role with the most has the block. No sign decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.parser.endings import is_starred
from wgtip_parse.parser.lines import number_of

if TYPE_CHECKING:
    from wgtip_parse.parser.scene import Scene

HALF = 0.5  # of the usual width
LONG, TOO_LONG = 240, 400  # characters of a heading

_WORD = re.compile(r"[^\W\d_]{3}")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")


class Sign(NamedTuple):
    """What can be seen of a block: `points` for each role that it speaks for (or, below 0, against)."""

    name: str
    holds: Callable[[Scene], bool]
    points: dict[str, float]
    reason: str


def weigh(scene: Scene, role: str) -> float:
    """The points of a role."""
    return sum(sign.points[role] for sign in POINTS if role in sign.points and sign.holds(scene))


def _always(_: Scene) -> bool:
    return True


def _is_starred(scene: Scene) -> bool:
    return is_starred(scene.text, scene.block.start, scene.block.end)


def _is_bold(scene: Scene) -> bool:
    return scene.type.is_bold(scene.block.look)


def _is_italic(scene: Scene) -> bool:
    return scene.type.is_italic(scene.block.look)


def _is_large(scene: Scene) -> bool:
    return scene.type.is_large(scene.block.look)


def _is_called_heading(scene: Scene) -> bool:
    return scene.block.look.heading


def _is_above_number(scene: Scene) -> bool:
    return scene.below == "number"


def _is_above_heading(scene: Scene) -> bool:
    return scene.below == "heading"


def _is_above_prose(scene: Scene) -> bool:
    return scene.below == "prose"


def _is_known(scene: Scene) -> bool:
    return scene.is_known


def _is_front(scene: Scene) -> bool:
    return scene.front


def _is_in_contents(scene: Scene) -> bool:
    return scene.is_in_contents


def _has_sisters(scene: Scene) -> bool:
    return scene.has_sisters


def _ends_in_stop(scene: Scene) -> bool:
    last = scene.text[scene.block.end - 1]
    return last in ",-" or (last not in ")*;" and scene.is_ended)


def _ends_in_semicolon(scene: Scene) -> bool:
    return scene.text[scene.block.end - 1] == ";"


def _recurs_below(scene: Scene) -> bool:
    return scene.recurs_below


def _is_behind_open_end(scene: Scene) -> bool:
    return scene.above == "open"


def _is_behind_colon(scene: Scene) -> bool:
    return scene.above == "colon"


def _is_among_names(scene: Scene) -> bool:
    return scene.in_names


def _begins_small(scene: Scene) -> bool:
    first = scene.words[:1]
    return not (first.isupper() or first.isdigit() or (first and first in "“*‘"))


def _is_long(scene: Scene) -> bool:
    return len(scene.words) > LONG


def _is_too_long(scene: Scene) -> bool:
    return len(scene.words) > TOO_LONG


def _has_columns(scene: Scene) -> bool:
    return any(_COLUMNS.search(scene.text, *piece) for piece in scene.block.pieces)


def _has_no_word(scene: Scene) -> bool:
    return _WORD.search(scene.words) is None


def _lists_documents(scene: Scene) -> bool:
    return scene.lists_documents


def _is_among_narrow(scene: Scene) -> bool:
    return scene.is_among_narrow


def _has_narrow_lines(scene: Scene) -> bool:
    return scene.block.count > 2 and scene.block.widest < scene.norms.width * HALF


def _is_date(scene: Scene) -> bool:
    return scene.language.date.match(scene.words) is not None


def _ends_in_bracket(scene: Scene) -> bool:
    return scene.text[scene.block.end - 1] in ",]"


def _is_listed(scene: Scene) -> bool:
    return scene.block.listed


def _is_due_as_heading(scene: Scene) -> bool:
    return scene.number in (1, scene.series.headings + 1)


def _is_due_as_paragraph(scene: Scene) -> bool:
    return scene.number == scene.series.paragraphs + 1


def _is_above_due_number(scene: Scene) -> bool:
    below = scene.blocks[scene.at + 1 : scene.at + 2]
    return bool(below) and below[0].kind == "NUMBER" and number_of(below[0].label) == scene.number + 1


def _is_in_table(scene: Scene) -> bool:
    return scene.in_table


def _is_last(scene: Scene) -> bool:
    return scene.below == "end"


POINTS: tuple[Sign, ...] = (
    Sign("start", _always, {"title": -4.0, "numbered": 0.5}, "most blocks are no headings"),
    Sign("bold", _is_bold, {"title": 4.5, "numbered": 3.0}, "the strongest look, where the body is not bold"),
    Sign("italic", _is_italic, {"title": 4.5}, "the look of headings of the lowest rank"),
    Sign("starred", _is_starred, {"title": 9.0}, "plain text marks italics so"),
    Sign("called heading", _is_called_heading, {"title": 9.0, "numbered": 6.0}, "the file says so by its style"),
    Sign("above a number", _is_above_number, {"title": 5.0}, "headings stand above paragraphs"),
    Sign("above a heading", _is_above_heading, {"title": 1.0}, "a heading may stand above one of a lower level"),
    Sign("above prose", _is_above_prose, {"title": 1.0}, "a heading may stand above an unnumbered paragraph"),
    Sign("known", _is_known, {"title": 4.0}, "Introduction, Summary: headings by their words"),
    Sign("front", _is_front, {"title": 3.5}, "below Addendum all lines are headings"),
    Sign("in contents", _is_in_contents, {"title": 4.0}, "the contents page names it"),
    Sign("sisters", _has_sisters, {"title": 1.5}, "others of its look stand above numbers: the style of the document"),
    Sign("stop", _ends_in_stop, {"title": -9.0, "numbered": -9.0}, "headings end without a stop"),
    Sign("semicolon", _ends_in_semicolon, {"title": -2.0, "numbered": -9.0}, "few headings end so, many items do"),
    Sign("recurs", _recurs_below, {"title": 1.5}, "a heading's word comes back in the paragraph below it"),
    Sign("comma or bracket", _ends_in_bracket, {"numbered": -9.0}, "a text still to be written is no heading"),
    Sign("listed", _is_listed, {"numbered": -9.0}, "a heading has no items"),
    Sign("heading due", _is_due_as_heading, {"numbered": 4.0}, "the headings count so far"),
    Sign("paragraph due", _is_due_as_paragraph, {"numbered": -2.5}, "the paragraphs count so far"),
    Sign("number due below", _is_above_due_number, {"numbered": -1.0}, "numbers one right below another are a list"),
    Sign("open end above", _is_behind_open_end, {"title": -2.5}, "the sentence above may go on"),
    Sign("colon above", _is_behind_colon, {"title": -4.0}, "what a colon announces comes next: names, say"),
    Sign("names", _is_among_names, {"title": -2.5}, "lines without stop below a colon are what it announced"),
    Sign("small letter", _begins_small, {"title": -6.0, "numbered": -9.0}, "headings begin with a capital"),
    Sign("long", _is_long, {"title": -1.0}, "few headings are so long"),
    Sign("too long", _is_too_long, {"title": -6.0, "numbered": -9.0}, "no heading is so long"),
    Sign("columns", _has_columns, {"title": -5.0}, "wide gaps part the cells of a table"),
    Sign("no word", _has_no_word, {"title": -9.0}, "a heading has words"),
    Sign("narrow", _is_among_narrow, {"title": -2.0}, "cells of a table and names stand among their like"),
    Sign("narrow lines", _has_narrow_lines, {"title": -3.0}, "cells of a table stand one below another"),
    Sign("date", _is_date, {"title": -7.0}, "a date below a decision is no heading"),
    Sign("documents", _lists_documents, {"title": -6.0}, "a list of documents is no heading"),
    Sign("table", _is_in_table, {"title": -16.0}, "what stands below a caption belongs to its table"),
    Sign("end", _is_last, {"title": -9.0, "numbered": -9.0}, "nothing stands below it"),
)
