"""Whether a block is a recommendation, in the order in which it is decided: the first that answers, wins."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.index import judging_plainly, plainly
from wgtip_parse.index.asking import Asking, asked, somebody_is_to_act
from wgtip_parse.index.headings import Above
from wgtip_parse.index.reporter import Reporter, any_body
from wgtip_parse.index.sentences import sentences
from wgtip_parse.index.verdicts import (
    ANNOUNCES,
    ANSWER,
    ARGUES,
    DECISION,
    DRAFT,
    EARLIER,
    NOBODY,
    TOLD,
    Verdict,
    is_lettered,
)
from wgtip_parse.model import Block, Subparagraph
from wgtip_parse.words import Words


class Judge(NamedTuple):
    """What it takes to judge the blocks of one report."""

    reporter: Reporter
    known: Words

    def verdict(self, block: Block, above: Above) -> Verdict:
        """What a block is that has no label."""
        known = self.known
        if plainly.is_read_so(known):
            return judging_plainly.verdict(block, above, known, decides=self.reporter.decides)
        if known.reported_audit.match(block.text):
            return Verdict("words", reported=True)
        if above.outside or known.disclaims.search(block.text):
            return Verdict()
        if known.answering.match(block.text):
            return Verdict(reason=ANSWER)
        said = [*sentences(block.text, known)]
        return (
            self._list(block, said, above)
            or self._asking(block, said, above)
            or self._items_asking(block, above)
            or (self._under_heading(said) if above.vouches else Verdict())
        )

    def _list(self, block: Block, said: list[str], above: Above) -> Verdict | None:
        """A stem whose lettered items are recommendations, because a heading vouches for them."""
        known, stem = self.known, said[-1] if said else ""
        if not is_lettered(block) or not stem.endswith(":") or known.tells.search(stem):
            return None
        if known.proposes_draft.search(stem):
            return None
        if above.vouches:
            if self._stem_asks(stem) or known.item_asks.match(block.subparagraphs[0].text):
                return Verdict("stem", items=True)
            if sum(map(self._asks_by_itself, block.subparagraphs)) * 2 > len(block.subparagraphs):
                return Verdict("heading", items=True)
        return Verdict("stem", items=True) if above.acts and known.invited_stem.search(stem) else None

    def _stem_asks(self, stem: str) -> bool:
        known = self.known
        return bool(
            known.asking_modal.search(stem)
            or known.recommends_in_stem.search(stem)
            or asked(stem, self.reporter, known)
        )

    def _asks_by_itself(self, item: Subparagraph) -> bool:
        """Whether an item says what to do, or who should act."""
        known = self.known
        first = next(sentences(item.text, known), "")
        if known.imperative_item.match(first) or known.item_asks.match(first):
            return True
        modal = known.asking_modal.search(first)
        return modal is not None and not known.tells.search(first, 0, modal.start())

    def _asking(self, block: Block | Subparagraph, said: list[str], above: Above) -> Verdict | None:
        """What the reporting body asks, wherever it stands."""
        reason = None
        for sentence in said:
            asking = asked(sentence, self.reporter, self.known)
            if asking is None and above.vouches:
                asking = asked(sentence, any_body(self.known), self.known)
            if asking is None:
                continue
            is_stem = sentence is said[-1] and is_lettered(block)
            against = self._against(asking, sentence, above, is_stem)
            if against is None:
                return Verdict("words", items=is_stem)
            reason = reason or against
        return Verdict(reason=reason) if reason and not above.vouches else None

    def _items_asking(self, block: Block, above: Above) -> Verdict | None:
        """The items by which the reporting body asks, below a stem by which it does not."""
        if not is_lettered(block):
            return None
        asking = frozenset(
            item.marker
            for item in block.subparagraphs
            if self.reporter.subject.search(item.text)
            and (verdict := self._asking(item, [*sentences(item.text, self.known)], above))
            and verdict.basis
        )
        return Verdict("words", items=True, markers=asking) if asking else None

    def _against(self, asking: Asking, sentence: str, above: Above, is_stem: bool) -> str | None:
        """Why a sentence in which the reporter asks is no recommendation."""
        known = self.known
        if self.reporter.decides and not above.vouches:
            return DECISION
        if known.earlier_act.search(asking.before):
            return EARLIER
        if known.reports_view.search(asking.before) and known.tells.search(asking.before):
            return TOLD
        if known.proposes_draft.search(asking.rest):
            return DRAFT
        if known.announces_recommendations.search(sentence) and not is_stem:
            return ANNOUNCES
        if is_stem or above.vouches or somebody_is_to_act(asking, known):
            return None
        return NOBODY

    def _under_heading(self, said: list[str]) -> Verdict:
        """What says who should act, under a heading that says "Recommendations"."""
        known, reason = self.known, None
        for sentence in said:
            modal = known.asking_modal.search(sentence)
            if modal is None:
                continue
            before = sentence[: modal.start()]
            if known.tells.search(before) or known.earlier_act.search(before):
                reason = TOLD
            elif known.announces_recommendations.search(sentence):
                reason = ANNOUNCES
            elif self._argues(sentence, before, is_first=sentence is said[0]):
                reason = ARGUES
            else:
                return Verdict("heading")
        if said and known.imperative_item.match(said[0]):
            return Verdict("heading")
        return Verdict(reason=reason)

    def _argues(self, sentence: str, before: str, *, is_first: bool) -> bool:
        known = self.known
        if known.points_back.match(sentence) and not is_first:
            return True
        return known.argues.search(before) is not None and not known.recommending.search(before)
