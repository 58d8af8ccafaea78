"""Whether a block is a recommendation, in languages whose words file tells by patterns who asks."""

from __future__ import annotations

from wgtip_parse.index import plainly
from wgtip_parse.index.headings import Above
from wgtip_parse.index.sentences import spans
from wgtip_parse.index.verdicts import DECISION, Verdict, is_lettered
from wgtip_parse.model import Block
from wgtip_parse.words import Words


def verdict(block: Block, above: Above, known: Words, *, decides: bool) -> Verdict:
    """What a block is that has no label; what a body that `decides` asks in its proceedings is a decision."""
    if above.outside:
        return Verdict()
    places = [*spans(block.text, 0, len(block.text), known)]
    is_stem = is_lettered(block) and known.ends_in_colon.search(block.text) is not None
    reason = None
    for at, (start, end) in enumerate(places):
        for ask in plainly.asks(block.text, start, end, known):
            if not (ask.by_a_body or above.vouches):
                continue
            if decides and not above.vouches:
                reason = DECISION
            elif is_stem and at == len(places) - 1:
                return Verdict("stem", items=True)
            else:
                return Verdict("words" if ask.by_a_body else "heading")
    return Verdict(reason=reason)
