"""Signs: what speaks for and against a block being a heading, in one table of points.

The points of the signs that hold are added up; above 0 the block is a heading. No sign decides alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from wgtip_parse.parser.lines import KINDS, is_starred
from wgtip_parse.parser.scene import TOO_LONG, Scene

LONG = 240  # characters of a heading

Role = Literal["title", "numbered"]  # a heading without number, or with an arabic one


class Sign(NamedTuple):
    """What can be seen of a block: the points that it adds for each kind of heading, below 0 against it."""

    name: str
    title: float
    numbered: float
    holds: Callable[[Scene], bool]
    reason: str


# Cheap and decisive signs first: what cannot change the answer any more is not looked at.
POINTS: tuple[Sign, ...] = (
    Sign(
        "start",
        -4.0,
        0.5,
        lambda _: True,
        "most blocks are no headings; a number behind which nothing stops may be one",
    ),
    Sign("called heading", 14.0, 6.0, lambda s: s.block.look.heading, "the file says so by its style"),
    Sign("bold", 4.5, 3.0, lambda s: s.type.is_bold(s.block.look), "the strongest look, where the body is not bold"),
    Sign("italic", 4.5, 0.0, lambda s: s.type.is_italic(s.block.look), "the look of headings of the lowest rank"),
    Sign("starred", 9.0, 0.0, lambda s: is_starred(s.text, s.block.start, s.block.end), "so plain text marks italics"),
    Sign("stop", -9.0, -9.0, lambda s: s.has_stop, "headings have no stop"),
    Sign("semicolon", -2.0, -9.0, lambda s: s.last == ";", "few headings end so, many items do"),
    Sign("bracket", 0.0, -9.0, lambda s: s.last == "]", "a text still to be written is no heading"),
    Sign("listed", 0.0, -9.0, lambda s: s.block.listed, "a heading has no items"),
    Sign("small letter", -6.0, -9.0, lambda s: not s.opens, "headings begin with a capital or a figure"),
    Sign("heading due", 0.0, 4.0, lambda s: s.number in (1, s.series.headings + 1), "so the headings count"),
    Sign("paragraph due", 0.0, -2.5, lambda s: s.number == s.series.paragraphs + 1, "so the paragraphs count"),
    Sign("number due below", 0.0, -1.0, lambda s: s.is_above_next_number, "numbers right below one another are a list"),
    Sign("in a long row", 0.0, -5.0, lambda s: s.is_in_long_row, "so many numbers with nothing between are a list"),
    Sign("too long", -6.0, -9.0, lambda s: s.length > TOO_LONG, "no heading is so long"),
    Sign("long", -1.0, 0.0, lambda s: s.length > LONG, "few headings are so long"),
    Sign("above a number", 5.0, 0.0, lambda s: s.below == "number", "headings stand above paragraphs"),
    Sign("above a heading", 1.0, 0.0, lambda s: s.below == "heading", "one may stand above one of a lower level"),
    Sign("above prose", 1.0, 0.0, lambda s: s.below == "prose", "one may stand above a paragraph without number"),
    Sign("known", 4.0, 0.0, lambda s: s.says("front_heading"), "Introduction, Summary: headings by their words"),
    Sign("front", 3.5, 0.0, lambda s: s.front, "below Addendum all lines are headings"),
    Sign("in contents", 4.5, 0.0, lambda s: s.is_in_contents, "the contents page names it"),
    Sign("sisters", 1.5, 0.0, lambda s: s.has_sisters, "others of its look stand above numbers"),
    Sign("recurs", 1.5, 0.0, lambda s: s.recurs_below, "a heading's word comes back in the paragraph below it"),
    Sign("colon above", -4.0, 0.0, lambda s: s.above == "colon", "what a colon announces comes next: names, say"),
    Sign("names", -2.5, 0.0, lambda s: s.in_names, "lines without stop below a colon are what it announced"),
    Sign("run in", -4.0, 0.0, lambda s: s.in_recommendation and s.says("run_in"), "its status, a response, a date"),
    Sign("columns", -5.0, 0.0, lambda s: s.has_columns, "cells of a table"),
    Sign("no word", -9.0, 0.0, lambda s: s.language.a_word.search(s.words) is None, "a heading has words"),
    Sign("narrow", -2.0, 0.0, lambda s: s.is_among_narrow, "cells of a table and names stand among their like"),
    Sign("narrow lines", -3.0, 0.0, lambda s: s.has_narrow_lines, "cells of a table stand one below another"),
    Sign("date", -7.0, 0.0, lambda s: s.says("date"), "a date below a decision"),
    Sign("symbol", -4.0, 0.0, lambda s: s.is_bare and not s.stands_out, "a symbol or number is no title by itself"),
    Sign("goes on", -6.0, 0.0, lambda s: s.is_above_small_letter, "the sentence goes on below"),
    Sign("contents", -9.0, 0.0, lambda s: s.says("contents_heads"), "so contents pages and their columns are called"),
    Sign("documents", -6.0, 0.0, lambda s: s.says("lists_documents"), "a list of documents is no heading"),
    Sign("table", -16.0, 0.0, lambda s: s.in_table, "what stands below a caption belongs to its table"),
    Sign("end", -9.0, -9.0, lambda s: s.below == "end", "nothing stands below it"),
)


def outweighs(scene: Scene, role: Role) -> bool:
    """Whether more speaks for a heading than against it."""
    total = 0.0
    for sign, points, most, least in _steps(role):
        if sign.holds(scene):
            total += points
        if total + most <= 0 or total + least > 0:
            break
    return total > 0


def evidence(scene: Scene, role: Role) -> list[tuple[str, float]]:
    """The signs that hold, each with its points."""
    return [(sign.name, points) for sign, points, _, _ in _steps(role) if sign.holds(scene)]


@cache
def _steps(role: Role) -> list[tuple[Sign, float, float, float]]:
    """The signs that speak of a role, each with its points and with what those behind it can add and take."""
    points = [(sign, getattr(sign, role)) for sign in POINTS if getattr(sign, role)]
    behind = [[points for _, points in points[at:]] for at in range(1, len(points) + 1)]
    return [
        (sign, own, sum(each for each in rest if each > 0), sum(each for each in rest if each < 0))
        for (sign, own), rest in zip(points, behind, strict=True)
    ]


class Explanation(NamedTuple):
    """Why a block has its role: `points` is what speaks for a heading, None where only its kind and series decided."""

    start: int
    end: int
    kind: str
    role: str
    runner_up: str | None
    points: float | None
    signs: tuple[tuple[str, float], ...]


def explain(scene: Scene, role: str) -> Explanation:
    """The explanation of a block that has got a role."""
    block = scene.block
    roles = KINDS[block.kind].roles
    runner_up = next((other for other in roles if other != role), None)
    weighed: Role = "numbered" if block.kind == "NUMBER" else "title"
    if "heading" not in roles or KINDS[block.kind].heads or block.kind == "RECOMMENDATION":
        return Explanation(block.start, block.end, block.kind, role, runner_up, None, ())
    signs = tuple(evidence(scene, weighed))
    return Explanation(block.start, block.end, block.kind, role, runner_up, sum(points for _, points in signs), signs)
