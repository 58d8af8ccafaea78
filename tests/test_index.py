"""Recommendations out of trees, and the index that many reports are compiled into."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import MEETING, SAMPLES, source
from wgtip_parse import symbols
from wgtip_parse.compiler import index as compiler
from wgtip_parse.compiler.documents import ONE_PROCESS
from wgtip_parse.emitters import json as emitter
from wgtip_parse.index.assembly import assemble
from wgtip_parse.index.entry import ReportEntry, enter
from wgtip_parse.index.extraction import Extracted, extract, whole_text
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import RecommendationIndex
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import SIZE_LIMIT, read
from wgtip_parse.source import Look

HEAD = "United Nations\n\nA/AC.999/2026/L.1\n\nVienna, 1–3 June 2026\n\nDraft report\n\n"
UNDER_HEADING = "I. Conclusions and recommendations\n\n1. {}\n\n2. The meeting rose.\n"
TAKEN = tomllib.loads((Path(__file__).parent / "data" / "taken.toml").read_text(encoding="utf-8"))
SAMPLE_FOLDER = MEETING.parent
ELSEWHERE = "I. Discussion\n\n1. {}\n\n2. The meeting rose.\n"


def extracted(text: str) -> tuple[Extracted, ...]:
    made = source(HEAD + text)
    return extract(parse_source(made).report, made).recommendations


def numbers(text: str) -> list[str | None]:
    return [each.number for each in extracted(text)]


def reasons(text: str) -> list[tuple[str | None, str]]:
    made = source(HEAD + text)
    return [(each.number, each.reason) for each in extract(parse_source(made).report, made).passed_over]


def entry(path: Path) -> ReportEntry:
    read_source, _ = read(str(path))
    return enter(read_source, parse_source(read_source).report, symbols.bodies(), vocabularies.of_the_package())


def wgtip(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "wgtip_parse", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.mark.parametrize(
    "paragraph",
    [
        "States parties should keep a list of vessels.",
        "The Committee recommended that the Assembly approve the plan.",
        "The Committee welcomed the plan and requested the Secretariat to print it.",
        "The Secretariat was requested to print the plan.",
        "The Working Group urges all States to sign.",
        "Governments are invited to write.",
        "The Conference may wish to consider a fund.",
        "The Forum reiterates its call for Ruritania to sign.",
    ],
)
def test_under_the_heading_what_says_who_should_act_is_taken(paragraph: str) -> None:
    assert numbers(UNDER_HEADING.format(paragraph)) == ["1"]


@pytest.mark.parametrize(
    ("paragraph", "taken"),
    [
        ("The Committee recommended that the Assembly approve the plan.", True),
        ("The Committee welcomed the plan and requested the Secretariat to print it.", True),
        ("States parties should keep a list of vessels.", False),
        ("The Secretariat was requested to print the plan.", False),
        ("The Board requested the Secretariat to print the plan.", False),
    ],
)
def test_elsewhere_what_the_reporting_body_asks_is_taken(paragraph: str, taken: bool) -> None:
    named = ELSEWHERE.replace("I. Discussion", "Report of the Committee on Samples\n\nI. Discussion")
    assert numbers(named.format(paragraph)) == (["1"] if taken else [])


@pytest.mark.parametrize(
    "paragraph",
    [
        "The following recommendations were agreed upon.",
        "All recommendations in this report reflect the position of those who made them and should not bind others.",
        "The text should not be construed as an opinion.",
        "The Committee noted the plan with thanks.",
        "As recommended by the Board, the plan was printed.",
        "One delegation recommended a fund.",
        "The Committee recommends to the Assembly the adoption of the following draft resolution:",
        "Requests the Secretary-General to print the plan.",
    ],
)
def test_under_the_heading_what_only_announces_or_tells_is_not_taken(paragraph: str) -> None:
    assert numbers(UNDER_HEADING.format(paragraph)) == []


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("Recommendations", True),
        ("Recommendations adopted by the Working Group", True),
        ("General recommendations", True),
        ("Implementation of the recommendations", False),
        ("Follow-up to previous recommendations", False),
        ("Views on conclusions and/or recommendations", False),
        ("Noted recommendations", False),
        ("Recommendations that enjoy the support of Ruritania", False),
        ("Draft resolution on recommendations", False),
        ("Discussion", False),
    ],
)
def test_which_headings_say_so(title: str, taken: bool) -> None:
    assert numbers(f"I. {title}\n\n1. States should act.\n") == (["1"] if taken else [])


def test_items_are_taken_under_a_stem_by_which_a_body_recommends() -> None:
    stem = "I. Practice\n\n1. The Committee recommends that the Assembly:\n\n"
    text = f"{stem}(a) Thank the Secretariat;\n\n(b) Print the plan.\n"
    assert numbers(text) == ["1 (a)", "1 (b)"]
    assert numbers(text.replace("The Committee recommends", "Delegations recommended")) == []
    assert numbers(text.replace("recommends that", "noted, of")) == []


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_taken_from_a_sample_and_what_is_passed_over(name: str) -> None:
    read_source, _ = read(str(SAMPLE_FOLDER / f"{name}.txt"))
    found = extract(parse_source(read_source).report, read_source)
    assert [f"{each.number} {each.basis}" for each in found.recommendations] == TAKEN[name]["taken"]
    assert [f"{each.number} {each.reason}" for each in found.passed_over] == TAKEN[name]["passed"]


def test_a_labelled_recommendation_ends_where_its_bold_type_does() -> None:
    label = "I. Past\n\n6. Recommendation 4. The ports should write\n"
    text = source(f"{label}to all ships. The office did so. It wrote\nto them.\n")
    bold = replace(text, looks=(Look(), Look(bold=True), Look(bold_to=13), Look()))
    (found,) = extract(parse_source(bold).report, bold).recommendations
    assert (found.number, found.text) == ("4", "The ports should write to all ships.")
    within = replace(text, looks=(Look(), Look(bold=True), Look(bold_to=6), Look()))  # a sentence, which goes on
    assert extract(parse_source(within).report, within).recommendations[0].text.endswith("It wrote to them.")


def test_a_label_gives_the_number_and_is_not_in_the_text() -> None:
    (found,) = extracted("I. Past\n\n11. Recommendation 4. The Office should write to all.\n")
    assert (found.number, found.labelled, found.text) == ("4", True, "The Office should write to all.")
    (found,) = extracted("I. Past\n\n6. Recommendation 5 reads as follows:\n\nThe Office should write.\n\n7. It did.\n")
    assert (found.number, found.text) == ("5", "The Office should write.")


def test_where_recommendations_have_headings_the_paragraphs_beside_them_are_none() -> None:
    text = "I. Recommendations\n\n1. States should read this.\n\nRecommendation 7\n\nStates should act.\n"
    assert numbers(text) == ["7"]


def test_a_label_with_a_note_heads_the_block_below() -> None:
    head = (
        "V. Recommendations\n\n60. OIOS should be thanked for three recommendations.\n\nRecommendation 1 (result A)\n\n"
    )
    text = "61. The Office should print the plan.\n\n62. It should be read.\n\nRecommendation 2 (see para. 9)\n\n"
    found = extracted(f"{head}{text}The Office should write to all.\n")
    assert [(each.number, each.labelled, each.text) for each in found] == [
        ("1", True, "The Office should print the plan."),
        ("2", True, "The Office should write to all."),
    ]


@pytest.mark.parametrize("status", ["Accepted and implemented", "Not accepted.", "Under implementation"])
def test_what_has_become_of_a_recommendation_is_none(status: str) -> None:
    assert numbers(f"I. Past\n\nRecommendation 4\n\n{status}\n") == []


def test_a_draft_resolution_is_no_recommendation() -> None:
    stem = "I. Recommendations\n\n7. The Committee recommends the adoption of the following draft resolution:\n\n"
    assert numbers(f"{stem}Draft resolution I\n\nBells\n\n1. Calls upon all States to act.\n") == []


def test_an_annex_has_none_unless_it_says_so() -> None:
    assert numbers("I. Recommendations\n\n1. States should act.\n\nAnnex I\n\nGuide\n\n1. A guard should wait.\n") == [
        "1"
    ]
    assert numbers("I. Past\n\n1. It met.\n\nAnnex I\n\nRecommendations\n\n1. A guard should wait.\n") == ["1"]


@given(st.text(max_size=300))
def test_no_text_stops_the_extraction(text: str) -> None:
    assert all(each.text or each.subparagraphs for each in extracted(f"I. Recommendations\n\n1. {text}\n"))


BESIDE_ONE_ANOTHER = ("cells-below-their-labels",)  # the span of a cell ends where that of the next begins


@pytest.mark.parametrize(
    "path", [path for path in SAMPLES if path.stem not in BESIDE_ONE_ANOTHER], ids=lambda path: path.stem
)
def test_every_recommendation_lies_in_its_place_in_the_source(path: Path) -> None:
    read_source, _ = read(str(path))
    for each in entry(path).recommendations:
        start, end = each.source.span
        there = iter(read_source.text[start:end])
        words = "".join(whole_text(each.text, each.subparagraphs, each.closing).split())
        assert words
        assert all(letter in there for letter in words)  # the letters of the text, in order, among those of the span
        assert each.source.line == read_source.text.count("\n", 0, start) + 1


def test_the_index_of_the_samples_has_its_recommendations_in_order() -> None:
    index, findings = assemble(map(entry, SAMPLES), symbols.bodies())
    meeting = [each for each in index.recommendations if each.meeting == "CTOC-COP-WG.4-2022-07"]
    assert [each.id for each in meeting] == [f"CTOC-COP-WG.4-2022-07-R{number}" for number in range(1, 10)]
    assert [each.document for each in meeting][::4] == [
        f"CTOC/COP/WG.4/2022/L.1{part}" for part in ("", "/Add.1", "/Add.2")
    ]
    assert len({each.id for each in index.recommendations}) == len(index.recommendations) > 40
    assert {each.code for _, each in findings} == {"C955"}


@given(st.sets(st.sampled_from(SAMPLES), min_size=1, max_size=4))
def test_ids_are_the_same_whatever_else_is_compiled(paths: set[Path]) -> None:
    together, _ = assemble(map(entry, sorted(paths)), symbols.bodies())
    alone = [assemble([entry(path)], symbols.bodies())[0] for path in paths]
    ids = {(each.source.name, each.source.span): each.id for each in together.recommendations}
    assert ids == {(r.source.name, r.source.span): r.id for each in alone for r in each.recommendations}


def _said(errors: bytes) -> set[str]:
    """The codes of the findings."""
    return set(re.findall(r"^(?:.*: )?(?:info|warning|error) ([A-Z][0-9]{3}) ", errors.decode(), re.M))


def test_compile_prints_the_contract_and_its_schema() -> None:
    done = wgtip("compile", *SAMPLES, "--format", "json", "-o", "-")
    assert (done.returncode, _said(done.stderr)) == (0, {"C955"})
    index = RecommendationIndex.model_validate_json(done.stdout)
    outcomes = compiler.enter_all(
        [str(path) for path in SAMPLES], vocabularies.of_the_package(), SIZE_LIMIT, ONE_PROCESS
    )
    assert index == compiler.compile_index(each.data or b"" for each in outcomes).index
    schema = json.loads(wgtip("schema", "index").stdout)
    assert list(schema["properties"]) == list(json.loads(done.stdout))


def test_json_is_the_dump_of_the_model() -> None:
    index, _ = assemble(map(entry, SAMPLES[:3]), symbols.bodies())
    assert json.loads(b"".join(emitter.emit_index(index))) == index.model_dump(mode="json", by_alias=True)
    empty = RecommendationIndex(schema_version=1, meetings=(), documents=(), recommendations=(), passed_over=())
    assert json.loads(b"".join(emitter.emit_index(empty))) == empty.model_dump(mode="json", by_alias=True)


def test_several_outputs_come_from_one_run(tmp_path: Path) -> None:
    done = wgtip("compile", *SAMPLES, "-o", tmp_path / "i.json", "-o", tmp_path / "i.jsonl")
    assert (done.returncode, done.stdout, _said(done.stderr)) == (0, b"", {"C955"})
    lines = [json.loads(line) for line in (tmp_path / "i.jsonl").read_text().splitlines()]
    assert lines == json.loads((tmp_path / "i.json").read_text())["recommendations"] != []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), b"say where to"),
        (("-o", "index.odt"), b"index.odt: no format odt; there are sqlite, json, jsonl"),
    ],
)
def test_an_output_needs_a_format(arguments: tuple[str, ...], said: bytes) -> None:
    done = wgtip("compile", MEETING, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr


def test_one_bad_document_stops_none_and_is_exit_1(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0" * 9)
    done = wgtip("compile", tmp_path / "bad.txt", MEETING, "--format", "json")
    assert (done.returncode, len(json.loads(done.stdout)["meetings"])) == (1, 1)
    assert b"bad.txt: nothing but zeros" in done.stderr
    assert done.stderr.endswith(b"1 of 2 read; 1 could not be read\n1 of 1 document has recommendations\n")
    assert wgtip("compile", tmp_path / "bad.txt", "--format", "json").returncode == 2


def test_a_compile_ends_with_how_many_documents_have_recommendations_and_were_understood(tmp_path: Path) -> None:
    head = "United Nations\n\n\n{}\n\nVienna, 1–3 June 2026\n\nDraft report\n\nI. "
    taken, passed = (
        "Past\n\nRecommendation 1\n\nStates should act.\n",
        "Recommendations\n\n1. One delegation recommended that States should act.\n",
    )
    for name, text in (("a", taken), ("b", passed), ("c", "Past\n\n1. The Working Group met.\n")):
        (tmp_path / f"{name}.txt").write_text(head.format(f"A/AC.9/2026/{name}") + text)
    done = wgtip("compile", tmp_path, "--format", "json")
    assert [each["number"] for each in json.loads(done.stdout)["passed_over"]] == ["1"]
    assert done.returncode == 0
    last = done.stderr.decode().splitlines()[-1]
    assert last == "1 of 3 documents have recommendations; 1 was not understood (see passed_over)"
    assert wgtip("compile", tmp_path, "--format", "json", "--strict").returncode == 1


def test_findings_of_a_kind_are_one_line_where_there_are_many_and_only_strict_minds_them(tmp_path: Path) -> None:
    head = "United Nations\n\nA/AC.9/2026/L.1\n\nVienna, 1–3 June 2026\n\nDraft report\n\n"
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"{head}Recommendation {number}\n\nStates should act {number}.\n")
    done = wgtip("compile", tmp_path, "--format", "json")
    assert done.returncode == 0
    (line,) = [each for each in done.stderr.decode().splitlines() if "C951" in each]
    names = f"{tmp_path}/0.txt, {tmp_path}/1.txt, {tmp_path}/2.txt and 2 more"
    assert line == f"error C951 symbol A/AC.9/2026/L.1 is also that of {tmp_path}/3.txt (5 documents): {names}"
    assert wgtip("compile", tmp_path, "--format", "json", "--strict").returncode == 1
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "0.txt").write_bytes((tmp_path / "0.txt").read_bytes())
    assert wgtip("compile", tmp_path / "one", "--format", "json", "--strict").returncode == 0


def test_findings_of_a_kind_that_say_different_things_are_one_line_with_the_first(tmp_path: Path) -> None:
    for number in range(4):
        for name in ("a", "b"):
            text = f"A/AC.9/2026/L.{number}\n\nVienna, 1–3 June 2026\n\n1. It met.\n"
            (tmp_path / f"{number}{name}.txt").write_text(text)
    done = wgtip("compile", tmp_path, "--format", "json")
    (line,) = [each for each in done.stderr.decode().splitlines() if "C951" in each]
    first, *others = [str(tmp_path / f"{number}b.txt") for number in range(3)]
    named = f"{first} (symbol A/AC.9/2026/L.0 is also that of {tmp_path}/0a.txt), {', '.join(others)} and 1 more"
    assert line == f"error C951 in 4 documents: {named}"


def test_what_many_documents_lack_is_said_in_one_line(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("1. It met.\n")
    (tmp_path / "9.txt").write_text("A/AC.9/2026/L.1\n\n1. It met.\n")
    done = wgtip("compile", tmp_path, "--format", "json", "-o", "-")
    said = [line for line in done.stderr.decode().splitlines() if "C955" in line]
    names = f"{tmp_path}/0.txt, {tmp_path}/1.txt, {tmp_path}/2.txt and 2 more"
    assert said == [
        f"info C955 no symbol and no date and no body found (5 documents): {names}",
        f"{tmp_path}/9.txt:1:1: info C955 no date and no body found",
    ]


def test_a_pattern_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "[c].txt", "d.md"):
        (tmp_path / name).write_text("1. One.\n")
    done = wgtip("compile", tmp_path / "?.txt", tmp_path / "[c].txt", "--format", "json")
    names = [each["name"] for each in json.loads(done.stdout)["documents"]]
    assert sorted(Path(name).name for name in names) == ["[c].txt", "a.txt", "b.txt"]
    assert wgtip("compile", tmp_path / "*.docx", "--format", "json").returncode == 2
