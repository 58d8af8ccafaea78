"""A page made for tests: two meetings whose recommendations differ in all that can be chosen from."""

from __future__ import annotations

from tests.indexes import index, meeting, recommendation, similar
from wgtip_parse.emitters import html
from wgtip_parse.index.model import Addressee, Operative, Outcome, RecommendationIndex, Topic
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


def emitted(made: RecommendationIndex = INDEX) -> str:
    return b"".join(html.emit_index(made)).decode()
