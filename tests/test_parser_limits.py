"""How far the parser searches: at each bound it finds what is there, and just beyond it does not (docs/limits.md)."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable
from itertools import chain

import pytest

from tests.cases import ROOT, source
from wgtip_parse.model import Block, Report, Section, Subparagraph
from wgtip_parse.parser import parse_source

MODULES = "pages notes marks masthead columns fields regions blocks lists agendas roles scene signs quotations".split()
ROW = re.compile(r"\| ([\d,]+) [^|]*\| [^|]+\| [^|]+\| `(\w+)\.py`: `(\w+)` \|")
NO_BOUNDS = set(  # what is measured by, and bounds no search
    """
    blocks.LAST_YEAR blocks.OUTDENTED columns.REMEMBERED columns.SLACK columns.STEP columns.WRAPPED fields.BODY
    fields.ENOUGH fields.FEWEST fields.MONTHS fields.ORGAN fields.TITLE marks.FAINT marks.NONE marks.SURE marks.WEAK
    masthead.ENOUGH masthead.ROW masthead.SHORT masthead.SHORTEST_FULL notes.SERIES notes.SHORTEST_RULE
    pages.FEWEST_REPEATS regions.ALIGNED regions.FEWEST_ENTRIES regions.MOSTLY scene.SENTENCE scene.SHORTEST_WORD
""".split()
)


def blocks_of(sections: Iterable[Section]) -> list[Block]:
    return [block for section in sections for block in (*section.blocks, *blocks_of(section.sections))]


def blocks(report: Report) -> list[Block]:
    return [*report.blocks, *blocks_of(report.sections)]


def sections_of(sections: Iterable[Section]) -> list[Section]:
    return list(chain.from_iterable((section, *sections_of(section.sections)) for section in sections))


def titles(report: Report) -> set[str]:
    return {section.title for section in sections_of(report.sections)}


def word(number: int) -> str:
    """Another word for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def lines(many: int, line: str = "It met in the mill on a rainy day, and all were there from noon to dusk.\n") -> str:
    return line * many


# Each maker's text makes the parser look `far`; the function beside it tells whether it has found what is there.


def names_between_items(far: int) -> str:
    """A list that goes on behind so many captions."""
    between = "".join(f"Figure {number}\n\n" for number in range(1, far + 1))
    return f"1. It asked for:\n\n(a) Ropes;\n\n{between}(b) Nets.\n\n2. It met.\n"


def has_both_items(report: Report) -> bool:
    return len(blocks(report)[0].subparagraphs) == 2


def quoted_blocks(far: int) -> str:
    """A passage between quotation marks, of so many blocks."""
    return (
        "1. It read out:\n\n“The river rises.\n\n" + lines(far - 2, "It falls.\n\n") + "It is still.”\n\n2. It met.\n"
    )


def is_quoted(report: Report) -> bool:
    return any(block.quoted for block in blocks(report))


def quoted_numbers(far: int) -> str:
    """A text with so many numbers of its own, between two paragraphs."""
    numbered = "".join(f"{number}. The parties met.\n\n" for number in range(501, 501 + far))
    return f"1. It met.\n\n2. It read out the treaty.\n\n{numbered}3. It closed.\n"


def contents_page(far: int) -> str:
    """A contents page without leaders, whose first title comes back so many lines below its name."""
    entries = "".join(f"Of rope {word(number)}   {number % 90}\n" for number in range(1, far - 1))
    return f"Contents\nOf mills   1\n{entries}Of mills\n\n1. It met.\n"


def is_all_contents(report: Report) -> bool:
    return blocks(report)[0].text.startswith("Contents Of mills")


def mark_before_its_note(far: int) -> str:
    """A note, and its mark so many characters before it."""
    mark = "1. It met at the mill 1 "
    behind = ("and in the mill on the river " * (far // 29 + 1))[: far - 5]
    return f"{mark}{behind}.\n\n1 See the report of the miller.\n"


def has_its_note(report: Report) -> bool:
    return bool(report.footnotes) and report.footnotes[0].text is not None


def deep_masthead(far: int) -> str:
    """A masthead whose session stands on so manieth a line."""
    return "United Nations\n" + "".join(f"Mill of {'O' * at}\n\n" for at in range(1, far - 1)) + "Second session\n"


def has_session(report: Report) -> bool:
    return report.masthead.session is not None


def early_label(far: int) -> str:
    """A letter in front of a number, whose title is so manieth among the lines behind them."""
    prose = "".join(f"It met in mill {'o' * at}, and all were there.\n" for at in range(1, far))
    return f"A.\n\n1.\n\n{prose}Of ropes\n2. It closed.\n"


def has_letter(report: Report) -> bool:
    return any(section.title == "Of ropes" and section.number == "A" for section in sections_of(report.sections))


def deep_list(far: int) -> str:
    """Lists in one another, so many of them."""
    inside = "old: (i) thick; (ii) thin;" if far > 4 else "old;"
    return f"1. It asked for:\n\n(a) Ropes:\n  (i) Of hemp:\n    •  Tarred: (a) {inside} (b) new;\n\n2. It met.\n"


def depth(items: Iterable[Subparagraph]) -> int:
    return max((1 + depth(item.subparagraphs) for item in items), default=0)


def is_the_innermost_told(report: Report) -> bool:
    first = blocks(report)[0]
    assert depth(first.subparagraphs) == 4
    return "(i)" not in first.model_dump_json()


def markers_between(far: int) -> str:
    """So many markers from "(a)", its own counted in, to the "(b)" that proves it an item."""
    return f"1. It asks (a) ropes, as {'article 1 (c) has it or ' * (far - 1)}not, and (b) nets.\n\n2. It met.\n"


def rows_apart(far: int) -> str:
    """A table with so many lines between two rows, each of which begins like a new cell."""
    return f"1. {lines(9)}\nRopes          12\n" + lines(far, "Hemp.\n") + "Nets           14\n\n2. It closed.\n"


def rows_near(far: int) -> str:
    """A table with one row so many lines below the other, behind a cell that goes on."""
    return f"1. {lines(9)}\nRopes          12\n" + lines(far - 1, "hemp.\n") + "Nets           14\n\n2. It closed.\n"


def is_one_table(report: Report) -> bool:
    return any(block.text.startswith("Ropes") and block.text.endswith("14") for block in blocks(report))


def compound_numbers(far: int) -> str:
    """35.7 and 35.8 with so many blocks from the one to the other."""
    return (
        "1. It met.\n\n35.8 The mill was let.\n\n" + lines(far - 1, "It stood still.\n\n") + "35.9 The mill was sold.\n"
    )


def has_compound(report: Report) -> bool:
    return any(block.number == "35.8" for block in blocks(report))


def headings_in_a_row(far: int) -> str:
    """So many lines that may be headings, one above another, behind a paragraph."""
    return "1. It met.\n\n" + "".join(f"Ropes {word(at)}\n\n" for at in range(1, far + 1)) + "2. It closed.\n"


def is_first_a_heading(report: Report) -> bool:
    return "Ropes b" in titles(report)


def long_heading(far: int) -> str:
    """A line of so many characters above a paragraph, which the contents page names."""
    title = ("Ropes of the mill and " * 40)[: far - 1] + "e"
    return f"Contents\n{title} . . . . . . 2\n\n0. It met.\n\n{title}\n\n1. It closed.\n"


def has_long_heading(report: Report) -> bool:
    return any(title.startswith("Ropes of the mill") for title in titles(report))


def missing_numbers(far: int) -> str:
    """A number so far ahead, behind a sentence and no blank line."""
    return f"1. It met in the mill.\n2. It closed in 1.\n{far + 2}. The mill burnt down.\n"


def has_two_numbers(report: Report) -> bool:
    return len(blocks(report)) == 3


def unled_contents(far: int) -> str:
    """A contents page with so many lines from its name to the first leaders."""
    return "Contents\n" + "".join(f"Of {word(at)}\n" for at in range(1, far)) + "Of ropes . . . . . . 2\n\n1. It met.\n"


def is_one_contents(report: Report) -> bool:
    return blocks(report)[0].text.startswith("Contents") and blocks(report)[0].text.endswith("2")


def led_contents(far: int) -> str:
    """Two lines with leaders, the one so many lines below the other."""
    between = "".join(f"Of {word(at)}\n" for at in range(1, far))
    return f"Of nets . . . . . . 1\n{between}Of ropes . . . . . . 2\n\n1. It met.\n"


def is_all_led(report: Report) -> bool:
    return blocks(report)[0].text.startswith("Of nets") and blocks(report)[0].text.endswith("2")


def lost_numbers(far: int) -> str:
    """Three recommendations that a paragraph announces, the second so many numbers behind the first."""
    head = "30. The following recommendations were made.\n\n1. Tar ropes.\n\n"
    return f"{head}{far + 1}. Mend nets.\n\n{far + 2}. Let the mill.\n\n31. It closed.\n"


def has_three_recommendations(report: Report) -> bool:
    return len(blocks(report)[0].subparagraphs) == 3


def missing_notes(far: int) -> str:
    """A note whose number is so far behind the last one's."""
    return f"1. It met.1 It closed.{far + 1} \n\n2. It slept.\n\n_______\n1 In the mill.\n{far + 1} In the inn.\n"


def has_two_notes(report: Report) -> bool:
    return len([note for note in report.footnotes if note.text]) == 2


def below_caption(far: int) -> str:
    """A line in asterisks so many blocks below a caption."""
    rows = "".join(f"Ropes {word(at)} and nets.\n\n" for at in range(1, far))
    return f"1. It met.\n\nTable 1\n\n{rows}*Ropes and nets*\n\n2. It closed.\n"


def is_no_heading(report: Report) -> bool:
    return not report.sections


Case = tuple[Callable[[int], str], Callable[[Report], bool], str, int]

CASES: list[Case] = [  # the last is how much the text holds less than the constant says: blocks that count themselves
    (early_label, has_letter, "pages.FARTHEST", 0),
    (mark_before_its_note, has_its_note, "notes.WINDOW", 0),
    (missing_notes, has_two_notes, "notes.MOST_MISSING", 0),
    (deep_masthead, has_session, "masthead.LONGEST", 0),
    (unled_contents, is_one_contents, "regions.MOST_UNLED", 0),
    (led_contents, is_all_led, "regions.MOST_BETWEEN", 0),
    (contents_page, is_all_contents, "regions.LONGEST_PAGE", 1),
    (rows_near, is_one_table, "regions.NEAR", 0),
    (rows_apart, is_one_table, "regions.FARTHEST", 0),
    (missing_numbers, has_two_numbers, "blocks.NEAR", 0),
    (deep_list, is_the_innermost_told, "lists.DEEPEST", 0),
    (markers_between, has_both_items, "lists._MOST_BETWEEN", 0),
    (names_between_items, has_both_items, "roles.MOST_BETWEEN", 1),
    (below_caption, is_no_heading, "roles.MOST_BELOW_CAPTION", 0),
    (lost_numbers, has_three_recommendations, "agendas.MOST_LOST", 0),
    (compound_numbers, has_compound, "scene.GAP", 1),
    (headings_in_a_row, is_first_a_heading, "scene.MOST_ABOVE", 0),
    (long_heading, has_long_heading, "scene.TOO_LONG", 0),
    (quoted_blocks, is_quoted, "quotations.MOST_BLOCKS", 0),
    (quoted_numbers, is_quoted, "quotations.MOST_NUMBERS", 1),
]


def bound(name: str) -> int:
    """The constant of a module of the parser."""
    module, constant = name.split(".")
    value = getattr(importlib.import_module(f"wgtip_parse.parser.{module}"), constant)
    assert type(value) is int
    return value


@pytest.mark.parametrize(("make", "holds", "name", "less"), CASES, ids=[name for _, _, name, _ in CASES])
def test_a_search_reaches_its_bound_and_no_farther(
    make: Callable[[int], str], holds: Callable[[Report], bool], name: str, less: int
) -> None:
    last = bound(name) - less
    assert holds(parse_source(source(make(last))).report)
    assert not holds(parse_source(source(make(last + 1))).report)


def test_the_page_lists_every_bound_as_it_is() -> None:
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    listed = {f"{module}.{name}": int(number.replace(",", "")) for number, module, name in ROW.findall(page)}
    assert listed == {name: bound(name) for name in set(constants()) - NO_BOUNDS}


def constants() -> Iterable[str]:
    """The whole numbers that the modules of the parser name."""
    for module in MODULES:
        path = ROOT / "src" / "wgtip_parse" / "parser" / f"{module}.py"
        found = importlib.import_module(f"wgtip_parse.parser.{module}")
        for name in re.findall(r"^(_?[A-Z][A-Z_]+(?:, _?[A-Z][A-Z_]+)*) = ", path.read_text(), re.MULTILINE):
            yield from (f"{module}.{each}" for each in name.split(", ") if type(getattr(found, each)) is int)


def test_a_text_may_end_with_the_one_letter_behind_a_compound_number() -> None:
    (block,) = (each for each in blocks(parse_source(source("1. It met.\n\n1.2 A")).report) if each.text == "A")
    assert block.number == "1.2"
