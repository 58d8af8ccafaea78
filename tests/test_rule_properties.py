"""Whatever a draft looks like, the rules say what they find at a place in it, and never stop."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tests.cases import SAMPLES, draft, source
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.rules import RULES, MeetingRule, Parts
from wgtip_parse.stage import Stage

PIECES = (
    *"(a) |(b) |(i) |(ii) |1. |2. |3 |II. |A. |B. |\n\n|\n|Recommendation 3\n\n|(continued)|“|”|(|)|%|[|*|•".split("|"),
    *"Annex II\n|6 bis. |140.7 |31 February 2021|Monday, 31 February 2021|paragraphs 9–3|paragraph 99 above".split("|"),
    *"agenda item 77|from 4 to 3 May|U.N.|’s|and/or|\f|\x07|\u200b|\u202e|а|Distr.: General|_____ ".split("|"),
    *"CTOC/COP/WG.4/2021/L.1/Add.1|Vienna, 31–30 February 2021|30 February 2021|five per cent|. 45 speakers".split("|"),
    "Original: English",
)
PARTS = tuple(part for sample in SAMPLES for part in sample.read_text(encoding="utf-8").split("\n\n"))


def findings(text: str, stage: Stage) -> list[Diagnostic]:
    read = source(text)
    judged = draft(read, stage)
    found: list[Diagnostic] = []
    for rule in RULES:
        if isinstance(rule, MeetingRule):
            found += (diagnostic for _, diagnostic in rule.check(Parts((judged,), (0,), complete=True)))
        else:
            found += rule.check(judged)
    return found


@given(st.lists(st.sampled_from(PIECES) | st.sampled_from(PARTS), max_size=30), st.sampled_from(Stage))
@example(["1. ", "1. ", "United Nations", "United Nations", "II. "], Stage.IN_SESSION)  # a label away from its words
def test_every_finding_has_a_place_in_the_text(pieces: list[str], stage: Stage) -> None:
    text = "\n\n".join(pieces)
    for found in findings(text, stage):
        assert 0 <= found.span[0] < found.span[1] <= len(text), found
        edits = sorted((edit.start, edit.end) for edit in (found.fix.edits if found.fix else ()))
        bounds = [0, *(bound for edit in edits for bound in edit), len(text)]
        assert bounds == sorted(bounds), found


def test_the_same_text_gives_the_same_findings() -> None:
    text = "\n\n".join((*PARTS[:40], *PIECES))
    first = findings(text, Stage.FINAL)
    assert first
    assert findings(text, Stage.FINAL) == first
