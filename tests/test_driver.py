"""Our parse loop and Lark's own make the same tree of every text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import SAMPLES, source
from wgtip_parse.parser.lexer import tokens
from wgtip_parse.parser.parser import driver, grammar, lex

TEXTS = [path.read_text(encoding="utf-8") for path in SAMPLES]
LINES = sorted({line for text in TEXTS for line in text.split("\n")})


def both(text: str) -> tuple[Any, Any]:
    """The tree by our loop and by Lark's, each from a fresh reading: the callbacks change what they are given."""
    lark, build = grammar()
    ours, theirs = lex(source(text)), lex(source(text))
    build.begin(ours)
    tree = driver().run(tokens(ours))
    build.begin(theirs)
    return tree, lark.parse(theirs, start="document")


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in SAMPLES])
def test_both_loops_agree_on_the_samples(text: str) -> None:
    ours, theirs = both(text)
    assert ours == theirs
    assert ours["blocks"] or ours["sections"]


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_both_loops_agree_on_shuffled_lines(lines: list[str]) -> None:
    ours, theirs = both("\n".join(lines))
    assert ours == theirs
