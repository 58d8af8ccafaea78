"""Record and outcome: paragraphs of the deliberations that say that a related recommendation was formulated."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from wgtip_parse.index import wording
from wgtip_parse.index.facets import references
from wgtip_parse.index.facets.topics import Vocabulary
from wgtip_parse.index.headings import says_recommendations
from wgtip_parse.index.model import Outcome, Recommendation
from wgtip_parse.index.texts import plain_words
from wgtip_parse.model import Block, Node, Report, Section
from wgtip_parse.words import words

STEM = 5  # letters by which two words are taken for one: "meeting" and "meetings"
SHORTEST = 4  # letters of a word that counts
OF_A_TOPIC = 3.0  # what a topic in common counts, in words


class Deliberation(Node):
    """A paragraph that says that a recommendation was formulated: its topics, and the numbers where it names them."""

    outcome: Outcome
    topics: tuple[str, ...]
    numbers: tuple[str, ...]


Linked = dict[str, tuple[Outcome, ...]]


def deliberations(report: Report, vocabulary: Vocabulary) -> Iterator[Deliberation]:
    """The paragraphs of a report, outside its recommendations, that tell of one as their outcome."""
    for section in report.sections:
        yield from _of_section(section, report, vocabulary)


def link(told: Sequence[Deliberation], recommendations: Sequence[Recommendation]) -> Linked:
    """By id of a recommendation the paragraphs of its meeting that tell of it.

    A paragraph that names numbers tells of those; another tells of the recommendation with which it shares most of its
    rarer words and topics.
    """
    linked: dict[str, tuple[Outcome, ...]] = defaultdict(tuple)
    stems = [_stems(plain_words(each)) for each in recommendations]
    frequency = Counter(stem for each in stems for stem in each)
    for each in told:
        for at in _told_of(each, recommendations, stems, frequency):
            linked[recommendations[at].id] += (each.outcome,)
    return dict(linked)


def _told_of(
    told: Deliberation, recommendations: Sequence[Recommendation], stems: Sequence[set[str]], frequency: Counter[str]
) -> list[int]:
    if told.numbers:
        return [at for at, each in enumerate(recommendations) if each.number in told.numbers]
    own = _stems(told.outcome.text)
    scores = [
        sum(1 / frequency[stem] for stem in sorted(own & stems[at]))
        + OF_A_TOPIC * len({topic.id for topic in each.topics} & set(told.topics)) / len(recommendations)
        for at, each in enumerate(recommendations)
    ]
    best = max(scores, default=0.0)
    return [scores.index(best)] if best else []


def _of_section(section: Section, report: Report, vocabulary: Vocabulary) -> Iterator[Deliberation]:
    known = words(report.source.language)
    if says_recommendations(section.title, (), known):
        return
    for block in section.blocks:
        if block.kind == "paragraph" and wording.tells_of_outcome(block.text, known):
            yield _deliberation(block, report, vocabulary)
    for each in section.sections:
        yield from _of_section(each, report, vocabulary)


def _deliberation(block: Block, report: Report, vocabulary: Vocabulary) -> Deliberation:
    found = references.find(block.text, words(report.source.language))
    targets = (target for kind, target, _, _ in found if kind == "recommendation")
    return Deliberation(
        outcome=Outcome(document=report.masthead.symbol, number=block.number, text=block.text, span=block.span),
        topics=tuple(each.id for each in vocabulary.topics(block.text)),
        numbers=tuple(target.split()[-1] for target in targets),
    )


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w+", text.lower()) if len(word) >= SHORTEST}
