"""Lists of numbers inside a paragraph: a quoted agenda, or the recommendations that a review announces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgtip_parse.parser.blocks import Block
from wgtip_parse.parser.lines import KINDS, number_of

LONGEST_ITEM = 300  # characters, where the count of paragraphs does not go on behind the list

MOST_LOST = 5  # from the number of one recommendation to that of the next: others are lost in the text between


def agenda_length(blocks: Sequence[Block], at: int, first: int, count: int) -> int:
    """How many blocks from `at` on are items of a list that begins at `first` inside paragraph `count`.

    The list goes as far as its series runs, or until the count of paragraphs goes on in it; 0 where it is no list.
    """
    due = count + 1
    run = at
    while run < len(blocks) and blocks[run].kind == "NUMBER" and number_of(blocks[run].label) == first + run - at:
        run += 1
    length = run - at
    behind = (number_of(blocks[each].label) for each in range(run, len(blocks)) if blocks[each].kind == "NUMBER")
    if next(behind, None) == due:
        return length
    length = next((each for each in range(length) if _is_long(blocks[at + each])), length)
    if first < due <= first + length:
        return due - first
    is_followed = at + length < len(blocks) and blocks[at + length].kind == "NUMBER"
    return length if count and not is_followed else 0


def recommendations_length(blocks: Sequence[Block], at: int, first: int, count: int) -> int:
    """How many blocks from `at` on are the recommendations from `first` on that paragraph `count` announces.

    Other blocks may stand between them, and a few numbers be lost; 0 where the count of paragraphs goes on nowhere.
    """
    due, last, end = count + 1, first, at
    numbers = list(_numbers(blocks, at + 1))
    for seen, (place, number) in enumerate(numbers, start=1):
        is_next = last < number <= last + MOST_LOST if blocks[place].kind == "NUMBER" else number == last + 1
        if number == due and not (is_next and any(each == due for _, each in numbers[seen:])):
            return end - at + 1
        if is_next:
            last, end = number, place
        elif blocks[place].kind == "NUMBER":
            return 0
    return 0


def is_item(block: Block, last: int) -> bool:
    """Whether a block is the recommendation behind number `last`; its own may have lost its stop: "73 Train"."""
    return block.kind in ("NUMBER", "NOTE") and block.label.isdecimal() and int(block.label) == last + 1


def _numbers(blocks: Sequence[Block], at: int) -> Iterator[tuple[int, int]]:
    """The places of numbers from `at` on and the numbers, up to a heading with a number or label, or to 140.7."""
    for place in range(at, len(blocks)):
        if KINDS[blocks[place].kind].heads or blocks[place].kind == "COMPOUND":
            return
        if blocks[place].kind == "NUMBER" or (blocks[place].kind == "NOTE" and blocks[place].label.isdecimal()):
            yield place, number_of(blocks[place].label)


def _is_long(block: Block) -> bool:
    return block.end - block.start > LONGEST_ITEM
