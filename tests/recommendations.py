"""Compiled recommendations beside labels made by hand: which are found, and how many of each field are right.

A label is as in data/recommendations.json, which data/draw_recommendations.py explains; what is compiled is as in the
JSON of `wgtip compile`, each document by itself. Letters and figures alone are compared, in any case and without a
leading article or "all".
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.shell import wgtip

NEAR = 20  # letters of a label, "Recommendation 3.", that may stand before the first words
ARTICLE = re.compile(r"^(the|an?|all)\s+", re.IGNORECASE)
LABELS = Path(__file__).parent / "data" / "recommendations.json"
FIELDS = ("addressees", "strength", "references", "deadline", "from", "position")

Label = dict[str, Any]
Found = dict[str, Any]
Wrong = tuple[str, Any, Any]


@dataclass(slots=True)
class Score:
    """What is right of the labels of a half; a field counts where the label or the index has something to say."""

    labels: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[Label, list[Wrong]]] = field(default_factory=list)

    def share(self, name: str) -> float:
        """How much of a field is right, of those asked; the found are of all labels."""
        if name == "found":
            return self.found / self.labels if self.labels else 1.0
        if name in ("precision", "recall"):
            whole = self.topics["said" if name == "precision" else "wanted"]
            return self.topics["both"] / whole if whole else 1.0
        return self.right[name] / self.asked[name] if self.asked[name] else 1.0


def labels(half: str) -> list[Label]:
    """The labels of a half."""
    return [label for label in json.loads(LABELS.read_text(encoding="utf-8")) if label["half"] == half]


def compiled(path: Path) -> list[Found]:
    """The recommendations of one document as `wgtip compile` prints them."""
    printed = wgtip("compile", path, "--format", "json", "-o", "-", "--jobs", "1")
    assert printed.stdout, printed.stderr.decode()
    found: list[Found] = json.loads(printed.stdout)["recommendations"]
    return found


def measured(folder: Path, of_half: Iterable[Label]) -> Score:
    """The score of labels whose documents are below a folder."""
    score = Score()
    by_document: dict[str, list[Label]] = {}
    for label in of_half:
        by_document.setdefault(label["document"], []).append(label)
    for document, of_it in by_document.items():
        recommendations = compiled(folder / document)
        for label in of_it:
            judge(label, recommendations, score)
    return score


def squashed(text: str | None) -> str:
    """The letters and figures of a text, in one case."""
    return "".join(filter(str.isalnum, text or "")).casefold()


def named(text: str) -> str:
    return squashed(ARTICLE.sub("", text.strip()))


def find(label: Label, compiled: Iterable[Found]) -> Found | None:
    """The recommendation with the number of a label and its first words."""
    for each in compiled:
        words = squashed(" ".join([each["text"], *texts(each["subparagraphs"])]))
        if squashed(each["number"]) == squashed(label["number"]) and 0 <= words.find(squashed(label["starts"])) <= NEAR:
            return each
    return None


def texts(items: Iterable[Found]) -> Iterator[str]:
    for item in items:
        yield item["text"]
        yield from texts(item["subparagraphs"])


def alternatives(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def agree(said: Iterable[set[str]], wanted: Iterable[Any], also: Iterable[str]) -> bool:
    """Whether each that is wanted is said, and nothing else but what counts neither way; of each, all forms."""
    forms = list(said)
    accepted = [set(map(named, alternatives(each))) for each in wanted]
    allowed = [*accepted, set(map(named, also))]
    return all(any(form & each for form in forms) for each in accepted) and all(
        any(form & each for each in allowed) for form in forms
    )


def wrong(label: Label, found: Found) -> Iterator[Wrong]:
    """The fields that are not as labelled: name, what is wanted, what the index says."""
    said = [each["value"] for each in found["addressees"]]
    answers = [label["addressees"], *label["addressees_or"]]
    if not any(agree([{named(value)} for value in said], answer, label["addressees_also"]) for answer in answers):
        yield "addressees", label["addressees"], said
    if found["strength"] not in alternatives(label["strength"]):
        yield "strength", label["strength"], found["strength"]
    forms = [{named(each["text"]), named(each["target"])} for each in found["references"]]
    if not agree(forms, label["references"], label["references_also"]):
        yield "references", label["references"], [each["text"] for each in found["references"]]
    deadline = (found["deadline"] or {}).get("text")
    if not any(same_deadline(deadline, each) for each in alternatives(label["deadline"])):
        yield "deadline", label["deadline"], deadline
    if set(map(named, found["from"])) != set(map(named, label["from"])):
        yield "from", label["from"], found["from"]
    if found["position"] != label["position"]:
        yield "position", label["position"], found["position"]


def same_deadline(said: str | None, wanted: str | None) -> bool:
    """Whether two are the same words, "the end of 2025" being those of "by the end of 2025"."""
    if not said or not wanted:
        return said == wanted
    one, other = squashed(said), squashed(wanted)
    return one in other or other in one


def asked(name: str, label: Label, found: Found) -> bool:
    """Whether a field has something to say: it is in the label, or in the index by mistake."""
    always = name in ("addressees", "strength", "references")
    return always or bool(found[name]) or any(map(bool, alternatives(label[name])))


def judge(label: Label, compiled: Iterable[Found], score: Score) -> None:
    """Count a label."""
    score.labels += 1
    found = find(label, compiled)
    if found is None:
        score.misses.append((label, [("found", True, False)]))
        return
    score.found += 1
    mistakes = list(wrong(label, found))
    names = {name for name, _, _ in mistakes}
    for name in FIELDS:
        score.asked[name] += asked(name, label, found)
        score.right[name] += asked(name, label, found) and name not in names
    said = {each["id"] for each in found["topics"]} - set(label["topics_also"])
    wanted = set(label["topics"])
    score.topics.update(said=len(said), wanted=len(wanted), both=len(said & wanted))
    if said != wanted:
        mistakes.append(("topics", sorted(wanted), sorted(said)))
    if mistakes:
        score.misses.append((label, mistakes))
