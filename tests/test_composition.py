"""Edits of a text that was edited before, told as edits of the first text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wgtip_parse.compiler.composition import composed
from wgtip_parse.compiler.fixing import edited
from wgtip_parse.diagnostics import Edit

EDITS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 4), st.text("xyz", max_size=3)), max_size=5)


def within(text: str, wanted: list[tuple[int, int, str]]) -> list[Edit]:
    """Those of the edits that are inside a text and do not touch one another."""
    chosen: list[Edit] = []
    for start, length, new in sorted(wanted):
        if start + length <= len(text) and (not chosen or chosen[-1].end < start):
            chosen.append(Edit(start, start + length, new))
    return chosen


def test_what_is_put_in_and_taken_out_again_leaves_nothing() -> None:
    assert composed(3, [Edit(1, 1, "x")], [Edit(1, 2, "")]) == ()
    assert composed(3, [Edit(1, 2, "xy")], [Edit(2, 3, "z")]) == (Edit(1, 2, "xz"),)
    assert composed(3, [], [Edit(3, 3, ".")]) == (Edit(3, 3, "."),)


@given(st.text("abc", max_size=20), EDITS, EDITS)
def test_all_at_once_gives_what_one_after_the_other_gives(
    text: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    before = within(text, first)
    between = edited(text, before)
    after = within(between, second)
    assert edited(text, composed(len(text), before, after)) == edited(between, after)
