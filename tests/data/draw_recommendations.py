"""Draw the passages among which the recommendations labelled by hand in recommendations.json were found.

usage: draw_recommendations.py FOLDER     (of *.jsonl, as `wgtip parse --format jsonl` prints ../shared)

Prints "place document number words", a line for each passage, in the order drawn. The net is wide on purpose, so that
the draw does not lean on the index: every block and lettered item that has a word of asking or a modal, is labelled, or
stands under a heading with "recommendation". Letters, notes verbales, resolutions and statements of others than the
United Nations, which hold none by their kind, are left out. From each document come at most 20, by turns those that
are labelled or stand under such a heading ("near") and the others; every document gives one passage a round. Of the
periodic reviews eight are drawn, of which one gave none: its list was not in the tree.

The labels. 120 in recommendations.json, 60 "first", which may be looked at while the index is mended, and 60 "second",
reported once; no document is in both, nor are two that are nearly one (a draft and its final report, two reports of one
series). Written by hand on 26 November 2026 by one labeller, a session of this project (a language model, no person),
from the text of the documents and without compiling them. The list was gone down from the top, what section 3 of
shared/DESIGN.md takes was kept, at most 6 of one document, until there were 120; the passages passed over on the way
are in recommendations_dropped.tsv, place, document, number and first words. (The draw can be made again from the trees
of that day only; the keys say what it was.) Most of those were judged from some 240 characters about the word that
asks, draft resolutions from their title. For doubtful kinds in the corpus its gold.json was asked which numbers count,
and nothing else. Every label was read a second time beside its words, the last 420 characters of the long ones.

A value in a list within a list, or a list for one value, holds alternatives; null is an answer too. What stands under
"..._also" counts neither way; "addressees_or" are other whole answers.

How doubtful cases were decided:
- Not kept: drafts proposed for adoption, what speakers, panels and delegations said, acts of other bodies or earlier
  sessions, "should" in the body of a report, "must", "needs to", "it is recommended that" in a paper before a body,
  proposals of a Chair, elements of a decision, status of follow-up, and requests that name nobody outside a heading.
- The addressee is the stem's actor, whatever the item calls upon others to do; in a review the State.
- Strength is the stem's where it has a verb: "may wish to consider" is "consider" ("invite" is accepted), a stem that
  only says that recommendations are proposed leaves the item's imperative. Where a paragraph urges one and encourages
  another, both are accepted.
- Not a reference: treaties, programmes and political declarations. Those of the stem count neither way.
- Topics are what an indexer would give to the words, with their document in mind; where the vocabulary has none that
  fits, there is none, and those that come near count neither way.
- A session is a deadline where the work is to be done at it ("at its eighth session"), a goal's year is none.
- "Did not enjoy the support" is "noted"; where a review says nothing of the State's answer, the position is null.
"""

import json
import pathlib
import random
import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

SEED = 20261126
REVIEWS = 8
OF_ONE = 20
WORDS = 60
ASKING = re.compile(
    r"\b(recommend|request|urge|invite|encourage|appeal|reiterate)(s|d|ed|ing)?\b|\bcall(s|ed|ing)? (up)?on\b"
    r"|\bshould\b|\bought to\b|\bmay wish to\b|\b(is|are) (asked|advised)\b",
    re.IGNORECASE,
)
REVIEW = "periodic review"
HOLDS_NONE = re.compile(
    r"(identical )?letters?\b|notes? verbale|resolution\b|statement submitted|quadrennial reports|.*draft resolution",
    re.IGNORECASE,
)

Tree = dict[str, Any]


class Passage(NamedTuple):
    """A block or an item that may be a recommendation."""

    document: str
    number: str
    words: str
    near: bool

    def line(self, place: int) -> str:
        return f"{place}\t{self.document}\t{self.number}\t{self.words[:WORDS]}\n"


def reports(folder: pathlib.Path) -> list[Tree]:
    """The parsed PDFs, each symbol once, by name."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    trees = {document(tree): tree for tree in map(json.loads, lines) if tree["source"]["format"] == "pdf"}
    once: dict[str, Tree] = {}
    for name in sorted(trees):
        once.setdefault(trees[name]["masthead"]["symbol"] or name, trees[name])
    return sorted(
        (tree for tree in once.values() if not HOLDS_NONE.match(tree["masthead"]["title"] or "")), key=document
    )


def document(tree: Tree) -> str:
    """The name of a document from the folder "board" or "corpus" on."""
    parts = pathlib.PurePath(tree["source"]["name"]).parts
    start = next(place for place, part in enumerate(parts) if part in ("board", "corpus"))
    return "/".join(parts[start:])


def of_review(tree: Tree) -> bool:
    masthead = tree["masthead"]
    return REVIEW in " ".join([masthead["title"] or "", masthead["body"] or "", *masthead["other"]]).casefold()


def blocks(section: Tree, headings: tuple[str, ...] = ()) -> Iterator[tuple[Tree, bool]]:
    """The blocks of a section and those below it, and whether a heading above says "recommendation"."""
    if section.get("quoted"):
        return
    reached = any("recommendation" in heading.casefold() for heading in headings)
    yield from ((block, reached) for block in section["blocks"] if not block["quoted"])
    for below in section["sections"]:
        yield from blocks(below, (*headings, below["title"]))


def passages(tree: Tree) -> Iterator[Passage]:
    name = document(tree)
    for block, reached in blocks(tree):
        number, text = block["number"] or "-", block["text"]
        labelled = block["kind"] == "recommendation"
        items = [] if labelled else [item for item in block["subparagraphs"] if item["marker"] != "•"]
        if not items and (reached or labelled or ASKING.search(text)):
            yield Passage(name, number, text, reached or labelled)
        for item in items:
            if reached or ASKING.search(text) or ASKING.search(item["text"]):
                yield Passage(name, f"{number} ({item['marker']})", item["text"], reached)


def turns(drawn: list[Passage]) -> list[Passage]:
    """Passages by turns from those that are near and the others."""
    near = [passage for passage in drawn if passage.near]
    far = [passage for passage in drawn if not passage.near]
    both = [passage for pair in zip(near, far, strict=False) for passage in pair]
    return [*both, *near[len(far) :], *far[len(near) :]][:OF_ONE]


def draw(trees: list[Tree]) -> list[Passage]:
    chance = random.Random(SEED)
    reviews = chance.sample([tree for tree in trees if of_review(tree)], REVIEWS)
    chosen = [*reviews, *(tree for tree in trees if not of_review(tree))]
    chance.shuffle(chosen)
    hands = []
    for tree in chosen:
        found = list(passages(tree))
        chance.shuffle(found)
        hands.append(turns(found))
    return [hand[turn] for turn in range(OF_ONE) for hand in hands if turn < len(hand)]


def main() -> int:
    if len(sys.argv) != 2 or not (folder := pathlib.Path(sys.argv[1])).is_dir():
        sys.stderr.write(__doc__)
        return 2
    drawn = draw(reports(folder))
    sys.stdout.writelines(passage.line(place) for place, passage in enumerate(drawn, 1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
