"""What an index keeps of the relatives that it has found: the next one is as if it were made from nothing."""

from __future__ import annotations

import random
import sqlite3
from functools import partial
from pathlib import Path

import pytest

from wgtip_parse.compiler import index as compiler
from wgtip_parse.compiler.index import Compiled
from wgtip_parse.emitters import json
from wgtip_parse.index import store
from wgtip_parse.index.entry import enter, pack
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.relating import Recall, nothing_kept
from wgtip_parse.index.repeats import Relatives
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read_text
from wgtip_parse.symbols import bodies

HEAD = "United Nations\n\nCTOC/COP/WG.4/{year}/L.1\n\nVienna, 3 June {year}\n\nDraft report\n\nII. Recommendations\n\n"
ASKED = [
    "States should open a shelter for fishing crews in every harbour and keep it heated in winter.",
    "States should open a shelter for fishing crews in every port and keep it heated in winter.",
    "The Secretariat should publish the names of lighthouses whose lamps failed during the storms.",
    "States should publish the names of lighthouses whose lamps were lit during the storms of winter.",
    "States should consider opening a shelter for the crews of fishing vessels in every harbour.",
]
ANOTHER = "States should never open a shelter for lighthouses in winter."
LATER = "\n\nIII. Deliberations\n\n9. The meeting rose.\n"
SEEDS = range(6)


def report(year: int, asked: list[str]) -> str:
    told = "".join(f"Recommendation {at}\n\n{each}\n\n" for at, each in enumerate(asked, start=1))
    return HEAD.format(year=year) + told


def drawn(seed: int) -> dict[str, str]:
    chance = random.Random(seed)
    return {f"{year}.txt": report(year, chance.sample(ASKED, 3)) for year in range(2018, 2024)}


def compiled(reports: dict[str, str], recall: Recall = nothing_kept) -> Compiled:
    sources = [read_text(name, text) for name, text in reports.items()]
    given = vocabularies.of_the_package()
    entries = [pack(enter(each, parse_source(each).report, bodies(), given)) for each in sources]
    return compiler.compile_index(entries, recall=recall)


def written(of: Compiled) -> bytes:
    return b"".join(store.emit(of.index, "ours", of.memory, of.linked))


def again(path: Path, before: dict[str, str], after: dict[str, str]) -> bool:
    """Whether relatives of what was before are taken for what is after; the result is that of a run from nothing."""
    path.write_bytes(written(compiled(before)))
    taken: list[list[Relatives] | None] = []

    def recall(digest: str) -> list[Relatives] | None:
        taken.append(store.recall_relatives(str(path), "ours", digest))
        return taken[-1]

    kept, fresh = compiled(after, recall), compiled(after)
    assert b"".join(json.emit_index(kept.index)) == b"".join(json.emit_index(fresh.index))
    assert written(kept) == written(fresh)
    return taken != [None]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_touches_no_recommendation_leaves_its_relatives_as_they_were(tmp_path: Path, seed: int) -> None:
    reports = drawn(seed)
    assert any(each.similar and each.similar[0].shared for each in compiled(reports).index.recommendations)
    assert again(tmp_path / "index.sqlite", reports, reports | {"2020.txt": reports["2020.txt"] + LATER})


@pytest.mark.parametrize("seed", SEEDS)
def test_relatives_are_found_anew_where_a_recommendation_or_its_date_has_changed(tmp_path: Path, seed: int) -> None:
    reports, chance = drawn(seed), random.Random(seed)
    name = chance.choice(sorted(reports))
    year = int(name[:4])
    changes = [
        reports | {name: reports[name].replace("3 June", "4 June")},
        reports | {name: report(year, chance.sample([*ASKED, ANOTHER], 2))},
        reports | {"2030.txt": report(2030, [ANOTHER])},
        {each: text for each, text in reports.items() if each != name},
    ]
    assert not any(again(tmp_path / f"{at}.sqlite", reports, after) for at, after in enumerate(changes))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE said_before SET shared = 'nonsense'",
        "UPDATE said_before SET earlier = 999",
        "DROP TABLE same_subject",
        "UPDATE about SET value = 'another' WHERE key = 'fingerprint'",
    ],
)
def test_what_is_damaged_or_of_another_program_is_not_taken(tmp_path: Path, damage: str) -> None:
    made, path = compiled(drawn(1)), tmp_path / "index.sqlite"
    path.write_bytes(written(made))
    recall = partial(store.recall_relatives, str(path), "ours")
    assert recall(made.linked) == [Relatives(each.similar, each.same_subject) for each in made.index.recommendations]
    with sqlite3.connect(path) as opened:
        opened.execute(damage)
    opened.close()
    assert recall(made.linked) is None
