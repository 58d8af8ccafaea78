"""A page made for tests: two meetings whose recommendations differ in all that can be chosen from."""

from __future__ import annotations

from tests.indexes import index, meeting, recommendation, similar
from wgtip_parse.emitters import html
from wgtip_parse.index.model import (
    Addressee,
    Deadline,
    Operative,
    Outcome,
    RecommendationIndex,
    Related,
    Similar,
    Topic,
)
from wgtip_parse.model import Subparagraph


def topic(name: str) -> Topic:
    return Topic(id=name, label=name.capitalize(), evidence=name)


def asked(value: str) -> Addressee:
    return Addressee(value=value, evidence=value, span=(0, 1))


SHOULD = Operative(verb="should", evidence="should", span=(0, 1))
ITEM = Subparagraph(marker="a", text="shelters for children;", subparagraphs=(), span=(0, 1))
MEETINGS = [meeting(f"A-{year}-01", year) for year in (2025, 2026)]
INDEX = index(
    [
        recommendation(
            "1",
            "States parties should train border guards yearly.",
            meeting="A-2025-01",
            topics=(topic("training"), topic("borders")),
            addressees=(asked("States parties"),),
            operative=SHOULD,
            strength="should",
        ),
        recommendation("2", "The Secretariat should print a guide.", meeting="A-2025-01", topics=(topic("training"),)),
        recommendation(
            "1",
            "States parties should train all border guards and judges.",
            meeting="A-2026-01",
            topics=(topic("training"),),
            addressees=(asked("States parties"),),
            operative=SHOULD,
            strength="should",
            similar=(similar("A-2025-01-R1", 84.6),),
            deliberations=(Outcome(document="A/1", number="4", text="It formulated one.", span=(0, 1)),),
        ),
        recommendation(
            "2",
            "States parties should consider, with Réfugiés sans frontières, cross-border:",
            meeting="A-2026-01",
            section=("Recommendations", "On children"),
            subparagraphs=(ITEM,),
            strength="consider",
        ),
        *(recommendation(str(number), f"Filler {number}.", meeting="A-2026-01") for number in range(3, 200)),
    ],
    MEETINGS,
)


REVIEWS = [meeting(f"A-HRC-{year - 2000}-1", year).model_copy(update={"state": "Ruritania"}) for year in (2012, 2026)]
OLD, NEW = (each.id for each in REVIEWS)
TWO_REVIEWS = index(
    [
        recommendation(
            "1", "Consider ratifying the treaty (Kravonia).", OLD, strength="consider", **{"from": ["Kravonia"]}
        ),
        recommendation("2", "Train the police (Syldavia).", OLD, **{"from": ["Syldavia"]}),
        recommendation(
            "1",
            "Ratify the treaty by 2028 (Kravonia, Borduria).",
            NEW,
            strength="imperative",
            position="noted",
            deadline=Deadline(text="by 2028", date="2028"),
            similar=[
                Similar(
                    id=f"{OLD}-R1",
                    score=70.5,
                    exact=False,
                    shared=("treaty",),
                    differing=("2028",),
                    strength="consider",
                )
            ],
            same_subject=[Related(id=f"{OLD}-R2", score=20.0, shared=("police",))],
            **{"from": ["Kravonia", "Borduria"]},
        ),
        recommendation("2", "Do so soon.", NEW, deadline=Deadline(text="at its next session", date=None)),
    ],
    REVIEWS,
)


def emitted(made: RecommendationIndex = INDEX) -> str:
    return b"".join(html.emit_index(made)).decode()
