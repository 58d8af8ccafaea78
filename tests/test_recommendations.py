"""The labels of recommendations are what they claim to be, and the score counts them as it says."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.recommendations import Score, find, judge, labels, measured, wrong

SAMPLES = Path(__file__).parents[1] / "samples"
SHARED = Path(__file__).parents[2] / "shared"
LABELS = [*labels("first"), *labels("second")]
ENOUGH = {"addressees": 0.90, "strength": 0.95, "references": 0.95, "precision": 0.85, "recall": 0.75}
LABEL: dict[str, Any] = {
    "number": "16 (a)",
    "starts": "Consider the timetable of",
    "addressees": [["States Parties", "States"], "Secretary-General"],
    "addressees_or": [["States Parties and the Secretary-General"]],
    "addressees_also": ["secretariat"],
    "strength": ["should", "consider"],
    "references": [["General Assembly resolution 1/2", "A/RES/1/2"]],
    "references_also": ["paragraph 3"],
    "topics": ["water", "energy"],
    "topics_also": ["health"],
    "deadline": "by the end of 2030",
    "from": [],
    "position": None,
}
SAID: dict[str, Any] = {
    "number": "16 (a)",
    "text": "Consider the timetable of ferries",
    "subparagraphs": [],
    "addressees": [{"value": "The States parties"}, {"value": "Secretary-General"}, {"value": "Secretariat"}],
    "strength": "consider",
    "references": [{"text": "resolution 1/2", "target": "A/RES/1/2"}, {"text": "Paragraph 3", "target": "para. 3"}],
    "topics": [{"id": "water"}, {"id": "health"}],
    "deadline": {"text": "the end of 2030", "date": "2030"},
    "from": [],
    "position": None,
}
OTHERWISE: dict[str, dict[str, Any]] = {
    "addressees": {"addressees": [{"value": "States"}]},
    "strength": {"strength": "invite"},
    "references": {"references": [*SAID["references"], {"text": "article 9", "target": "art. 9"}]},
    "deadline": {"deadline": None},
    "from": {"from": ["Oz"]},
    "position": {"position": "noted"},
}


def test_what_a_label_accepts_is_right() -> None:
    assert list(wrong(LABEL, SAID)) == []


def test_another_whole_answer_is_right() -> None:
    assert list(wrong(LABEL, SAID | {"addressees": [{"value": "States Parties and the Secretary-General"}]})) == []


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_a_label_does_not_accept_is_wrong(name: str) -> None:
    assert [field for field, _, _ in wrong(LABEL, SAID | OTHERWISE[name])] == [name]


@pytest.mark.parametrize(
    "said",
    [
        {"text": "Recommendation 2. Consider the timetable of ferries"},
        {"text": "", "subparagraphs": [{"text": "Consider the timetable of", "subparagraphs": []}]},
    ],
)
def test_first_words_may_stand_behind_a_label_or_in_an_item(said: dict[str, Any]) -> None:
    assert find(LABEL, [SAID | said])


@pytest.mark.parametrize(
    "said", [{"number": "16 (b)"}, {"text": "Ask the operators of harbours to consider the timetable of"}]
)
def test_another_number_or_other_words_are_not_found(said: dict[str, Any]) -> None:
    assert find(LABEL, [SAID | said]) is None


def test_fields_are_counted_where_there_is_something_to_say() -> None:
    score = Score()
    judge(LABEL, [SAID], score)
    judge(LABEL, [], score)
    assert (score.labels, score.found, score.asked["from"], score.asked["deadline"]) == (2, 1, 0, 1)
    assert (score.share("found"), score.share("precision"), score.share("recall")) == (0.5, 1.0, 0.5)
    assert [[name for name, _, _ in mistakes] for _, mistakes in score.misses] == [["topics"], ["found"]]


def test_a_document_is_compiled_and_its_labels_are_found() -> None:
    sample = LABEL | {"document": "meeting-2021-L.1.txt", "number": "1", "starts": "States parties that have not"}
    score = measured(SAMPLES, [sample, sample | {"number": "99"}])
    assert (score.labels, score.found) == (2, 1)


def test_the_labels_are_of_many_documents() -> None:
    documents = Counter(label["document"] for label in LABELS)
    assert len(LABELS) == 120
    assert len(documents) >= 25
    assert max(documents.values()) <= 6
    assert Counter(label["half"] for label in LABELS) == {"first": 60, "second": 60}
    assert len({(label["document"], label["half"]) for label in LABELS}) == len(documents)


@pytest.mark.skipif(not (SHARED / "board").is_dir(), reason="the board of real documents is not here")
def test_the_first_half_is_right() -> None:
    score = measured(SHARED, labels("first"))
    shares = {name: score.share(name) for name in ("found", *ENOUGH)}
    sys.stdout.write(f"recommendations, first half: {shares}\n")
    assert all(shares[name] >= enough for name, enough in ENOUGH.items())
