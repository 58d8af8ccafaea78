"""What a query asks for, and by what a search is narrowed: options, names in part, words that are nearly right."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser import MISSING, browser
from tests.indexes import index, meeting, recommendation
from wgtip_parse.emitters import html
from wgtip_parse.index import query, store
from wgtip_parse.index.model import Addressee, Deadline, PassedOver, RecommendationIndex, Reference, Related, Topic
from wgtip_parse.index.narrowing import Filters, UnknownValueError
from wgtip_parse.index.query import Database
from wgtip_parse.words import words

ROOT = Path(__file__).parents[1]
TEXTS = {
    "1": "States should name co-ordinators and arrange follow-up visits.",
    "2": "States should pay for the œuvres sociales of crews in Côte d’Ivoire.",
    "3": "Organizations should set up a joint team, and a team of their own.",
    "4": "The Fund should harmonise shelters for children under labour law.",
    "5": "The Fund should not close shelters of a non-governmental kind in the harbor.",
    "6": "Four programmes should be counted, and their colours analysed.",
    "7": "Centres should keep a licence, a catalogue and a line of defence, each labelled.",
    "8": "A program with a catalog should be given to each traveler.",
}
WRITTEN = {
    "co-ordinators": "1",
    "coordinators": "1",
    "co ordinators": "1",
    "followup": "1",
    "follow-up": "1",
    "œuvres": "2",
    "oeuvres": "2",
    "OEUVRES": "2",
    "cote d'ivoire": "2",
    "organizations": "3",
    "organisations": "3",
    '"joint team"': "3",
    "“joint team”": "3",
    '"joint team': "3",
    '"team joint"': "",
    "team joint": "3",
    "shelters": "4 5",
    "shelters -children": "5",
    'shelters -"labor law"': "5",
    "-states -fund": "3 6 7 8",
    "shelters -nongovernmental": "4",
    "harmonize": "4",
    "harmonise": "4",
    "labor": "4",
    "labour": "4",
    "harbour": "5",
    "nongovernmental": "5",
    "non governmental": "5",
    "non-governmental": "5",
    "program": "6 8",
    "colors": "6",
    "analyzed": "6",
    "four": "6",
    "center": "7",
    "license": "7",
    "catalog": "7 8",
    "defense": "7",
    "labeled": "7",
    "programme catalogue": "8",
    "traveler's": "8",
    "states’ shelters": "",
    "crew's": "2",
    "paragraph 4": "4",
    "para. 4": "4",
    "recommendation 4": "4",
    "traveller": "8",
    "A-2026-01-R6": "6",
    "A/AC.999/2026/L.1 colours": "6",
    "crews 2026": "2",
    "samples harbor": "5",
    "-": "",
    "shelters -": "4 5",
}
# The same in languages whose letters FTS5 does not compare by itself, or whose words have no spaces between them.
OTHER_TEXTS = {
    "1": "各国应加强人权理事会的工作，并培训法官。",
    "2": "ينبغي للأمــم المتحـدة أن تعزِّز القدرات وأن تُدرّب القضاة.",
    "3": "Секретариату следует учесть ещё один подход к отчётности.",
    "4": "L’État devrait élever la qualité de la coopération à l’échelle régionale.",
    "5": "La Secretaría debería reforzar la cooperación con España en 2021年。",
}
OTHERS_WRITTEN = {
    "人权": "1",
    "理事会": "1",
    "人权理事会": "1",
    "理事会 法官": "1",
    "事理会": "",
    "-人权": "2 3 4 5",
    "年": "5",
    "المتحدة": "2",
    "المتحـدة": "2",
    "للأمم": "2",
    "للامم": "2",
    "تعزز": "2",
    "تعزِّز القضاة": "2",
    '"المتحدة أن تعزز"': "2",
    "تدرب": "2",
    "ещё": "3",
    "еще": "3",
    "ЕЩЕ ОДИН": "3",
    "отчетности": "3",
    "etat": "4",
    "état élever": "4",
    "regionale cooperation": "4",
    "secretaria espana": "5",
    "Cooperación": "5",
}


def filled(texts: dict[str, str]) -> RecommendationIndex:
    return index(recommendation(number, text) for number, text in texts.items())


def narrowed() -> RecommendationIndex:
    """Recommendations of two meetings, one of them a review, that differ in all that can be chosen from."""
    review = meeting("A-HRC-59-15", 2019, "Human Rights Council").model_copy(
        update={"state": "Iran (Islamic Republic of)"}
    )
    later = meeting("A-2026-01", 2026)
    reference = Reference(
        kind="resolution", text="General Assembly resolution 55/25", target="A/RES/55/25", span=(0, 1)
    )
    first = recommendation(
        "1",
        "Ratify the Protocol (Norway) (Côte d'Ivoire);",
        meeting=review.id,
        topics=(Topic(id="treaties", label="Treaties and ratification", evidence="ratify"),),
        strength="imperative",
        position="supported",
        **{"from": ("Norway", "Côte d'Ivoire")},
    )
    second = recommendation(
        "2",
        "UNFPA should report by the end of 2027.",
        addressees=(Addressee(value="UNFPA", evidence="UNFPA", span=(0, 1)),),
        references=(reference,),
        strength="should",
        deadline=Deadline(text="by the end of 2027", date="2027-12"),
        same_subject=(Related(id="A-HRC-59-15-R1", score=20.5, shared=("report", "norme")),),
    )
    third = recommendation("3", "States parties should act.", addressees=(addressed("States parties"),))
    fourth = recommendation("4", "States should act.", addressees=(addressed("States"),))
    passed = PassedOver(
        document="A/1", number="2", text="It was said.", reason="a speaker", name="a.txt", span=(0, 1), line=9
    )
    board = meeting("E-ICEF-2026", 2026, "Executive Board of the United Nations Children's Fund")
    fifth = recommendation("5", "Ships should leave.", meeting=board.id)
    return index((first, second, third, fourth, fifth), (review, later, board), passed_over=(passed,))


def addressed(name: str) -> Addressee:
    return Addressee(value=name, evidence=name, span=(0, 1))


def written(made: RecommendationIndex, folder: Path) -> Path:
    path = folder / "index.sqlite"
    path.write_bytes(b"".join(store.emit_index(made)))
    return path


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with query.opened(str(written(filled(TEXTS), tmp_path_factory.mktemp("texts")))) as opened:
        yield opened


@pytest.fixture(scope="module")
def other_texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with query.opened(str(written(filled(OTHER_TEXTS), tmp_path_factory.mktemp("others")))) as opened:
        yield opened


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(narrowed(), tmp_path_factory.mktemp("narrowed"))


@pytest.fixture(scope="module")
def database(path: Path) -> Iterator[Database]:
    with query.opened(str(path)) as opened:
        yield opened


def found(opened: Database, typed: str = "", **asked: object) -> list[str]:
    hits = query.search(opened, typed, Filters(**asked), 50).hits  # type: ignore[arg-type]
    return sorted(str(each["number"]) for each in hits)


@pytest.mark.parametrize("typed", WRITTEN)
def test_a_query_finds_what_is_written_in_another_way(texts: Database, typed: str) -> None:
    hits = query.search(texts, typed, Filters(), 50)
    assert (sorted(str(each["number"]) for each in hits.hits), hits.instead) == (WRITTEN[typed].split(), {})


@pytest.mark.parametrize("typed", OTHERS_WRITTEN)
def test_a_query_finds_words_of_every_script(other_texts: Database, typed: str) -> None:
    hits = query.search(other_texts, typed, Filters(), 50).hits
    assert sorted(str(each["number"]) for each in hits) == OTHERS_WRITTEN[typed].split()
    assert all(query.START in str(each["text"]) for each in hits if not typed.startswith("-"))


def test_what_was_found_is_marked_in_every_script(other_texts: Database) -> None:
    def marked(typed: str) -> list[str]:
        (hit,) = query.search(other_texts, typed, Filters(), 50).hits
        return re.findall(f"{query.START}(.*?){query.STOP}", str(hit["text"]))

    assert marked("理事会") == ["理事会"]
    assert marked("القضاة تعزز") == ["تعزِّز", "القضاة"]
    assert marked("еще отчет*") == ["ещё", "отчётности"]


@pytest.mark.skipif(MISSING is not None, reason=MISSING or "")
@pytest.mark.parametrize(("texts", "typed_for"), [(TEXTS, WRITTEN), (OTHER_TEXTS, OTHERS_WRITTEN)])
def test_the_page_reads_a_query_as_the_command_line_does(
    tmp_path: Path, texts: dict[str, str], typed_for: dict[str, str]
) -> None:
    page = tmp_path / "index.html"
    page.write_text(b"".join(html.emit_index(filled(texts))).decode(), encoding="utf-8")
    shown = "[...document.querySelectorAll('article')].map((each) => each.dataset.id)"
    with browser() as window:
        for typed, numbers in typed_for.items():
            if not re.search(r"\w", typed):
                continue  # nothing is asked for: the page shows all that there is
            window.open(page, f"#q={quote(typed)}")
            assert [str(each).rpartition("R")[2] for each in window.run(shown)] == numbers.split(), typed


def test_the_page_has_the_same_words() -> None:
    pairs = told_to_the_page("words.js", r"SPELLINGS = (.*);")
    assert [" ".join(pair) for pair in pairs] == words().listed("spellings")
    assert told_to_the_page("facets.js", r"CALLED = (.*); //") == words().listed("called")


def told_to_the_page(name: str, pattern: str) -> list[str]:
    script = (ROOT / "src" / "wgtip_parse" / "emitters" / "templates" / name).read_text(encoding="utf-8")
    match = re.search(pattern, script)
    assert match is not None
    found: list[str] = json.loads(match[1])
    return found


@pytest.mark.parametrize(
    ("typed", "numbers", "instead"),
    [
        ("sheltres", "4 5", {"sheltres": "shelters"}),
        ("shelers children", "4", {"shelers": "shelters"}),
        ("childen", "4", {"childen": "children"}),
        ("visists", "1", {"visists": "visits"}),
        ("vis", "1", {}),  # the beginning of one
        ("law", "4", {}),
        ("lwa", "", {"lwa": ""}),  # too short to be a slip
        ("shaltres", "", {"shaltres": ""}),  # two letters
        ("2027", "", {"2027": ""}),
        ("jointteam", "3", {"jointteam": "joint team"}),
        ('"sheltres"', "", {}),  # word for word
        ("shelters -sheltres", "4 5", {}),
    ],
)
def test_a_word_that_is_nowhere_is_taken_for_one_a_letter_away(
    texts: Database, typed: str, numbers: str, instead: dict[str, str]
) -> None:
    hits = query.search(texts, typed, Filters(), 50)
    assert (sorted(str(each["number"]) for each in hits.hits), hits.instead) == (numbers.split(), instead)


def test_what_has_a_word_in_its_own_text_comes_first(tmp_path: Path) -> None:
    below = recommendation("1", "Act.", section=("On harbours",))
    named = recommendation("2", "Ships should leave the harbour at once, and all of them together with their crews.")
    with query.opened(str(written(index((below, named)), tmp_path))) as opened:
        assert [each["number"] for each in query.search(opened, "harbour", Filters(), 5).hits] == ["2", "1"]


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({"meeting": "samples 2026"}, "2 3 4"),
        ({"meeting": "a-2026-01"}, "2 3 4"),
        ({"meeting": "rights -samples"}, "1"),
        ({"body": "human RIGHTS"}, "1"),
        ({"body": "working group"}, "2 3 4"),
        ({"body": "a/ac.999"}, "1 2 3 4 5"),
        ({"body": "unicef"}, "5"),
        ({"meeting": "fund"}, "5"),
        ({"state": "iran"}, "1"),
        ({"state": "Islamic Republic of Iran"}, "1"),
        ({"sender": "ivoire"}, "1"),
        ({"sender": "norway"}, "1"),
        ({"symbol": "a/ac.999"}, "1 2 3 4 5"),
        ({"year": 2019}, "1"),
        ({"year": 2020}, ""),
        ({"since": "2019"}, "1 2 3 4 5"),
        ({"since": "2019-01-06"}, "2 3 4 5"),
        ({"since": "2026-01"}, "2 3 4 5"),
        ({"since": "2026-02"}, ""),
        ({"topic": "ratification"}, "1"),
        ({"topic": "TREATIES"}, "1"),
        ({"addressee": "states"}, "4"),  # the whole name first
        ({"addressee": "parties"}, "3"),
        ({"addressee": "population fund"}, "2"),
        ({"addressee": "United Nations Population Fund"}, "2"),
        ({"refers_to": "resolution 55/25"}, "2"),
        ({"refers_to": "a/res/55/25"}, "2"),
        ({"refers_to": "55/25"}, "2"),
        ({"strength": "imperative"}, "1"),
        ({"year": 2026, "addressee": "states parties"}, "3"),
    ],
    ids=str,
)
def test_a_search_is_narrowed_by_parts_of_names(database: Database, asked: dict[str, object], numbers: str) -> None:
    assert found(database, **asked) == numbers.split()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"topic": "ratificaton"}, "no topic ratificaton in this index; did you mean Treaties and ratification?"),
        ({"addressee": "state"}, None),  # the beginning of a name
        ({"addressee": "statse"}, "no addressee statse in this index; did you mean States, States parties?"),
        ({"meeting": "sampels 2026"}, "no meeting sampels 2026 in this index; did you mean A-2026-01?"),
        ({"refers_to": "55/26"}, "no reference to 55/26 in this index; did you mean A/RES/55/25?"),
        ({"sender": "Nrway"}, "no recommendation from Nrway in this index; did you mean Norway?"),
        ({"topic": "zzz"}, "no topic zzz in this index; wgtip stats shows what there is"),
        ({"topic": ""}, "no topic  in this index; wgtip stats shows what there is"),
        ({"topic": "-treaties"}, "no topic -treaties in this index; did you mean Treaties and ratification?"),
    ],
    ids=str,
)
def test_a_name_that_nothing_has_is_said_with_those_like_it(
    database: Database, asked: dict[str, object], said: str | None
) -> None:
    try:
        found(database, **asked)
        told = None
    except UnknownValueError as error:
        told = str(error)
    assert told == said


def wgtip(*arguments: str | Path) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-m", "wgtip_parse", *arguments], capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--year", "abc"], "Invalid value for '--year': 'abc' is no year such as 2019"),
        (
            ["--since", "2019-13"],
            "Invalid value for '--since': '2019-13' is no year, month or day such as 2019, 2019-09 or",
        ),
        (["--strength", "strong"], "Invalid value for '--strength': 'strong' is not one of 'should'"),
        (["--tpoic", "a"], "No such option '--tpoic'"),
        ([" "], "say what to search for: words, or an option such as --meeting"),
    ],
)
def test_what_cannot_be_asked_is_one_clear_line(path: Path, typed: list[str], said: str) -> None:
    code, shown, told = wgtip("search", path, *typed)
    assert (code, shown) == (2, "")
    assert [line for line in told.splitlines() if said in line] == [f"Error: {told.partition('Error: ')[2].strip()}"]


def test_words_that_begin_with_a_stroke_are_no_options(path: Path) -> None:
    assert wgtip("search", path, "--short", "act", "-parties")[1].splitlines()[-1] == "1 recommendation"
    assert wgtip("search", path, "--short", "act", "-states parties")[1].splitlines()[-1] == "1 recommendation"
    assert wgtip("search", path, "--short", "-hello")[1].splitlines()[-1] == "5 recommendations"
    assert wgtip("search", path, "-h") == wgtip("search", path, "--help")
    assert wgtip("search", path, "-h")[0] == 0


def test_what_was_searched_for_instead_is_said(path: Path) -> None:
    code, shown, told = wgtip("search", path, "--format", "json", "protocl")
    assert (code, told) == (0, "protocl is in no recommendation; searched for protocol\n")
    assert [each["number"] for each in json.loads(shown)] == ["1"]


def test_short_is_a_line_for_each_hit(path: Path) -> None:
    _, shown, _ = wgtip("search", path, "--short", "--addressee", "parties")
    assert shown == "A-2026-01-R3  States parties should act.\n1 recommendation\n"


def test_show_and_stats_say_what_the_index_knows(path: Path) -> None:
    review, other = (wgtip("show", path, name)[1] for name in ("A-HRC-59-15-R1", "A-2026-01-R2"))
    assert "  recommended by: Norway, Côte d'Ivoire\n" in review
    assert "  position of the State: supported\n" in review
    assert "  by when: by the end of 2027 – 2027-12\n" in other
    assert "  same subject: A-HRC-59-15-R1 (both: report, norme)\n" in other
    counts = json.loads(wgtip("stats", path, "--format", "json")[1])
    assert counts["year"] == {"2019": 1, "2026": 4}
    assert counts["body"]["Working Group on Samples"] == 3
    assert counts["deadline"] == {"2027": 1, "none": 4}


def test_the_database_says_what_was_passed_over(database: Database) -> None:
    (row,) = database.execute("SELECT document, number, reason, line FROM passed_over").fetchall()
    assert tuple(row) == ("A/1", "2", "a speaker", 9)
