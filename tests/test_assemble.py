"""`wgtip assemble`: parts joined, numbered and told as one report."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.shell import wgtip, wgtip_here
from tests.test_diff import part
from wgtip_parse.assemble.chapters import join
from wgtip_parse.assemble.head import Given, lines
from wgtip_parse.assemble.notes import place
from wgtip_parse.assemble.numbering import number
from wgtip_parse.citations import cited
from wgtip_parse.draft import Draft
from wgtip_parse.parser import parse_source
from wgtip_parse.source import Source
from wgtip_parse.words import words

L = "CTOC/COP/WG.4/2021/L.1"
FIRST = part(
    L,
    """I. Introduction

1. The Working Group met in Vienna and had before it the note on referral.¹

2. The meeting described in paragraph 1 above was the sixth.

II. Deliberations

3. Farms were discussed, as recommended in resolution 12/4, paragraph 2.

__________________

¹ On file with the Secretariat.""",
)
SECOND = part(
    f"{L}/Add.1",
    """Addendum

II. Deliberations (*continued*)

1. Ports were discussed.¹

2. The ports described in paragraph 1 above were three; those in paragraph 9 above were none.

3. Speakers recalled paragraph 2 and its footnote, but not paragraph 14.42.

III. Recommendations

4. [The Working Group recommends that States inspect ports.]

__________________

¹ Three of them.""",
)
WHOLE = """United Nations

CTOC/COP/WG.4/2021/6

Distr.: General

20 October 2021

Original: English

Working Group on Trafficking in Persons

Vienna, 11–14 October 2021

Report of the Working Group

I. Introduction

1. The Working Group met in Vienna and had before it the note on referral.¹

2. The meeting described in paragraph 1 above was the sixth.

II. Deliberations

3. Farms were discussed, as recommended in resolution 12/4, paragraph 2.

4. Ports were discussed.²

5. The ports described in paragraph 4 above were three; those in paragraph 9 above were none.

6. Speakers recalled paragraph 2 and its footnote, but not paragraph 14.42.

III. Recommendations

7. [The Working Group recommends that States inspect ports.]

__________________

¹ On file with the Secretariat.

² Three of them.
"""
MASTHEAD = [
    *("--symbol", "CTOC/COP/WG.4/2021/6", "--title", "Report of the Working Group"),
    *("--date", "2021-10-20", "--distribution", "General"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_the_whole_is_joined_numbered_and_told(folder: Path) -> None:
    result = wgtip_here("assemble", "b.txt", "a.txt", *MASTHEAD, "-o", "whole.txt", folder=folder)
    assert (folder / "whole.txt").read_text(encoding="utf-8") == WHOLE
    assert result.stderr.decode().splitlines() == [
        f"order by their symbols: {L}, {L}/Add.1",
        "wgtip: b.txt:25:1: paragraph 9 is in no part: the number is kept",
        "wgtip: b.txt:27:1: paragraph 2 may be 5 now: the number is kept",
        "wgtip: b.txt:31:4: text in square brackets is kept: [The Working Group recommends that States inspect ports.]",
        "2 parts joined, 7 numbers, 3 passages to look at",
    ]
    assert result.returncode == 1


def test_the_tree_is_that_of_the_text(folder: Path) -> None:
    wgtip_here("assemble", "a.txt", "b.txt", *MASTHEAD, "-o", "whole.txt", folder=folder)
    printed = wgtip_here("assemble", "a.txt", "b.txt", *MASTHEAD, "--format", "json", folder=folder)
    tree = json.loads(printed.stdout)
    text = (folder / "whole.txt").read_text(encoding="utf-8")
    read = json.loads(parse_source(Source("whole.txt", text, "")).report.model_dump_json())
    for each in ("blocks", "sections", "footnotes"):
        assert without_spans(tree[each]) == without_spans(read[each])
    assert {name: value for name, value in tree["masthead"].items() if name != "job_number"} == {
        name: value for name, value in read["masthead"].items() if name != "job_number"
    }


def without_spans(tree: object) -> object:
    if isinstance(tree, list):
        return [without_spans(each) for each in tree]
    if isinstance(tree, dict):
        return {key: without_spans(value) for key, value in tree.items() if key not in ("span", "anchor")}
    return tree


def test_the_masthead_is_open_where_nothing_is_known(folder: Path) -> None:
    tree = json.loads(wgtip_here("assemble", "a.txt", "b.txt", "--format", "json", folder=folder).stdout)
    head = tree["masthead"]
    assert [head[name] for name in ("symbol", "title", "date", "distribution")] == [None] * 4
    assert head["body"] == "Working Group on Trafficking in Persons"


def test_the_concordance_leads_there_and_back(folder: Path) -> None:
    for name in ("numbers.csv", "numbers.json", "numbers.md"):
        wgtip_here("assemble", "a.txt", "b.txt", "-o", "whole.md", "--concordance", name, folder=folder)
    rows = list(csv.DictReader((folder / "numbers.csv").read_text(encoding="utf-8").splitlines()))
    assert rows == json.loads((folder / "numbers.json").read_text(encoding="utf-8"))
    assert [(row["part"], row["number"], row["final"]) for row in rows] == [
        *((L, number, number) for number in "123"),
        *((f"{L}/Add.1", number, final) for number, final in zip("1234", "4567", strict=True)),
    ]
    assert (folder / "numbers.md").read_text(encoding="utf-8").count("| 4 | paragraph |") == 1
    assert "## II. Deliberations\n\n3\\. Farms" in (folder / "whole.md").read_text(encoding="utf-8")


def test_another_order_is_given_in_a_file(folder: Path) -> None:
    (folder / "order").write_text(f"{L}/Add.1\na.txt\n", encoding="utf-8")
    whole = wgtip_here("assemble", "a.txt", "b.txt", "--order", "order", folder=folder).stdout.decode()
    assert whole.index("1. The Working Group met") < whole.index("3. Ports were discussed") < whole.index("Farms")
    (folder / "order").write_text("c.txt\na.txt\n", encoding="utf-8")
    result = wgtip_here("assemble", "a.txt", "b.txt", "--order", "order", folder=folder)
    assert result.stderr.decode().splitlines() == [
        "wgtip: the order names c.txt, which is none of the parts",
        f"wgtip: the order does not name {L}/Add.1",
    ]
    assert (result.stdout, result.returncode) == (b"", 2)


def test_without_symbols_the_headings_tell_the_order_and_what_they_do_not(tmp_path: Path) -> None:
    for name, heading in (("a", "II. Ports (continued)"), ("b", "II. Ports"), ("c", "I. Farms"), ("d", "I. Farms")):
        text = f"Draft report\n\n{heading}\n\n1. The paper {name} was before the Working Group at its meeting.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    result = wgtip_here("assemble", "a.txt", "b.txt", "c.txt", "d.txt", folder=tmp_path)
    assert "1. The paper c was" in result.stdout.decode()
    assert "order by the headings that they begin with: c.txt, d.txt, b.txt, a.txt" in result.stderr.decode()
    assert "c.txt and d.txt both begin with I Farms: give the order with --order" in result.stderr.decode()


def test_what_was_issued_is_compared_with_the_parts(folder: Path) -> None:
    issued = (
        WHOLE.replace("Ports were discussed.²", "Ports and farms were discussed.²").replace("[", "").replace("]", "")
    )
    (folder / "final.txt").write_text(issued, encoding="utf-8")
    printed = wgtip_here("assemble", "--check", "final.txt", "a.txt", "b.txt", "--format", "json", folder=folder)
    found = [each for each in json.loads(printed.stdout) if each["kind"] == "paragraph"]
    assert [(each["documents"]["from"], each["from"], each["to"], each["change"]) for each in found] == [
        *(([L], [number], [number], "same") for number in "123"),
        ([f"{L}/Add.1"], ["1"], ["4"], "reworded"),
        ([f"{L}/Add.1"], ["2"], ["5"], "same"),
        ([f"{L}/Add.1"], ["3"], ["6"], "same"),
        ([f"{L}/Add.1"], ["4"], ["7"], "reworded"),
    ]
    assert printed.returncode == 1


def test_people_are_told_of_parts_by_name(folder: Path) -> None:
    (folder / "final.txt").write_text(WHOLE.replace("Farms were", "Some farms were"), encoding="utf-8")
    told = wgtip_here("assemble", "--check", "final.txt", "a.txt", "b.txt", folder=folder).stdout.decode()
    assert f"recommendation {L}/Add.1, 4" not in told
    assert f"paragraph {L}, 3 → 3: reworded\n    [-Farms-] {{+Some farms+}} were" in told
    assert f"⋯ 4 paragraphs the same: {L}/Add.1, 1–4 → 4–7" in told


def test_chapters_follow_the_items_of_the_agenda_and_counted_titles(tmp_path: Path) -> None:
    for at, (item, title) in enumerate([("4", "Matters"), ("3", "Programme 12"), ("3", "Programme 9")], start=1):
        body = f"Item {item} of the agenda\n\nAddendum\n\n{title}\n\n1. The Committee considered it at meeting {at}.\n"
        (tmp_path / f"{at}.txt").write_text(part(f"{L}/Add.{at}", body), encoding="utf-8")
    whole = wgtip_here("assemble", "1.txt", "2.txt", "3.txt", folder=tmp_path).stdout.decode()
    assert [line[-2:] for line in whole.splitlines() if line.endswith((" 1.", " 2.", " 3."))] == ["3.", "2.", "1."]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt", "c.txt"], f"wgtip: two parts have the symbol {L}: a.txt, c.txt"),
        (["a.txt", "d.txt"], "wgtip: parts of different meetings: CTOC-COP-WG.4-2021-10, CTOC-COP-WG.4-2022-07"),
        (["a.txt", "none.txt"], "wgtip: none.txt: no such file or directory"),
        (["a.txt", "-o", "whole.doc"], "Error: -o: the suffix is one of .txt, .json, .md, .docx"),
        (["a.txt", "--concordance", "c.xls"], "Error: --concordance: the suffix is one of .csv, .json, .md"),
        (["a.txt", "--date", "June"], "Error: --date: June is no date such as 2025-06-13"),
        (["a.txt", "--order", "none"], "Error: --order: none cannot be read"),
        (["a.txt", "-o", "a.txt"], "Error: a.txt is a document to read: write to another file"),
    ],
)
def test_bad_input_is_one_clear_line(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "c.txt").write_text(FIRST, encoding="utf-8")
    (folder / "d.txt").write_text(
        part("CTOC/COP/WG.4/2022/L.1", "1. Ships.", "Vienna, 3–6 July 2022"), encoding="utf-8"
    )
    result = wgtip("assemble", *arguments, folder=folder)
    assert result.stderr.decode().splitlines()[-1] == said
    assert (result.stdout, result.returncode) == (b"", 2)


def test_a_missing_part_and_another_stage_are_told(folder: Path) -> None:
    (folder / "c.txt").write_text(SECOND.replace("Add.1", "Add.3"), encoding="utf-8")
    result = wgtip_here("assemble", "a.txt", "b.txt", "c.txt", folder=folder)
    assert f"{L}/Add.2 is not among the documents" in result.stderr.decode()
    final = FIRST.replace("L.1", "6").replace("Draft report", "Report").replace("Limited", "General")
    (folder / "f.txt").write_text(final, encoding="utf-8")
    told = wgtip_here("assemble", "f.txt", "b.txt", folder=folder).stderr.decode()
    assert "parts in different stages: f.txt is no draft" in told


def test_the_parts_of_a_sample_come_in_order() -> None:
    parts = sorted((ROOT / "samples").glob("meeting-2021-L.1*.txt"))
    result = wgtip_here("assemble", *parts)
    numbers = [line.split(".")[0] for line in result.stdout.decode().splitlines() if line[:1].isdigit()]
    assert numbers[: len(numbers)] == [str(at) for at in range(1, len(numbers) + 1)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see paragraphs 7 and 9–11 above", [("7", "own"), ("9", "own"), ("11", "own")]),
        ("in paragraph 4 (b) of the note, and paragraph 3 of chapter II", [("4", "other"), ("3", "open")]),
        (
            "resolution 55/25, paragraph 5, and A/80/6 (Sect. 3), paras. 7 and 8",
            [("5", "other"), *[("7", "other"), ("8", "other")]],
        ),
        ("Recommendation 3 below and para. 2 bis", [("3", "own"), ("2 bis", "open")]),
        ("in paragraph 7 of the present report", [("7", "own")]),
        ("in paragraphs 5 and 29A.2 (i), 27.I.3 and 14.42", [("5", "open")]),
        ("in paragraph 29A.2 above and paragraph 14.42", [("14.42", "open")]),
    ],
)
def test_whose_paragraph_is_cited(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.number, each.whose) for each in cited(text, words())] == found


def test_a_mark_is_found_behind_its_words() -> None:
    text = "The note on referral, and the note on ports, were read."
    assert place(text, "1. The note on\nreferral, and the note") == text.index(" on ports")
    assert place(text, "1. The note") == text.index(" on referral")
    assert place(text, "nothing of this") is None


def test_dates_of_a_meeting_are_written_as_mastheads_do() -> None:
    head = parse_source(Source("a", FIRST, "")).report.masthead
    meeting = head.meeting
    assert meeting is not None
    over_the_month = meeting.model_copy(update={"start": "2021-09-28", "end": "2021-10-02"})
    one_day = meeting.model_copy(update={"end": meeting.start})
    assert list(lines(head.model_copy(update={"meeting": over_the_month}), words()))[-2] == (
        "Vienna, 28 September–2 October 2021"
    )
    assert list(lines(head.model_copy(update={"meeting": one_day}), words()))[-2] == "Vienna, 11 October 2021"
    assert Given() == (None, None, None, None)


def test_what_begins_again_or_leaps_keeps_its_numbers() -> None:
    own = ("1", "2", "4", "1", "5", "90", "5 bis", "6")
    text = "\n\n".join(f"{number}. Those in room {number} were heard." for number in range(1, len(own) + 1))
    read = Source("a", text, "")
    report = parse_source(read).report
    blocks = [each.model_copy(update={"number": number}) for each, number in zip(report.blocks, own, strict=True)]
    numbers, said = number(
        join([Draft(report.model_copy(update={"blocks": tuple(blocks)}), read)], words())[0], words()
    )
    assert [(row.number, row.final) for row in numbers.rows] == [
        *(("1", "1"), ("2", "2"), ("4", "4"), ("5", "5"), ("5 bis", "6"), ("6", "7"))
    ]
    assert [each.message for each in said] == [
        "paragraph 4 follows paragraph 2: the numbers between stay free",
        "paragraph 1 follows paragraph 4: its number is kept",
        "paragraph 90 follows paragraph 5: its number is kept",
    ]
