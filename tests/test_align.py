"""`wgtip align`: one report in several languages side by side, what differs, and the formats it is written in."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from tests.shell import wgtip_here
from wgtip_parse import alphabets
from wgtip_parse.align import align
from wgtip_parse.align.series import pairs
from wgtip_parse.draft import Draft
from wgtip_parse.model import Block, Footnote, Masthead, Report, Section, SourceInfo, Subparagraph
from wgtip_parse.source import Source
from wgtip_parse.translations import Translations

DATA = Path(__file__).parent / "data"
NOTHING = dict.fromkeys(Masthead.model_fields) | {"addendum": False, "other": ()}
Tree = Sequence[tuple[str | None, str, Sequence[tuple[str, str]]]]

ENGLISH: Tree = (
    ("1", "The Working Group met in Vienna from 12 to 14 October 2021 and adopted its agenda.", ()),
    ("2", "It had before it a note (CTOC/COP/WG.4/2021/3).", ()),
    ("3", "The Working Group recommends that States:", (("a", "Train judges;"), ("b", "Share data."))),
    (None, "The meeting was closed.", ()),
)
ARABIC: Tree = (
    ("1", "اجتمع الفريق العامل في فيينا من 12 إلى 14 تشرين الأول/أكتوبر 2021 وأقر جدول أعماله.", ()),
    ("2", "وكانت معروضة عليه مذكرة (CTOC/COP/WG.4/2021/3).", ()),
    ("3", "ويوصي الفريق العامل الدول بما يلي:", (("أ", "تدريب القضاة؛"), ("ب", "تبادل البيانات."))),
    (None, "واختُتم الاجتماع.", ()),
)
CHINESE: Tree = (
    ("1", "工作组于2021年10月12日至14日在维也纳举行会议，并通过了议程。", ()),
    ("2", "工作组收到一份说明(CTOC/COP/WG.4/2021/3)。", ()),
    ("3", "工作组建议各国：", (("㈠", "培训法官；"), ("㈡", "分享数据。"))),
    (None, "会议闭幕。", ()),
)


def drawn(language: str, tree: Tree, title: str = "I") -> Draft:
    """A report of one section as a tree, each span of its own."""
    at = iter(range(0, 10_000, 10))

    def span() -> tuple[int, int]:
        start = next(at)
        return start, start + 9

    def block(number: str | None, text: str, items: Sequence[tuple[str, str]]) -> Block:
        inside = tuple(Subparagraph(marker=m, text=t, subparagraphs=(), span=span()) for m, t in items)
        kind = "text" if number is None else "paragraph"
        return Block(kind=kind, number=number, text=text, subparagraphs=inside, closing=None, quoted=False, span=span())

    section = Section(
        number=title,
        level=1,
        title="…",
        continued=False,
        quoted=False,
        blocks=tuple(block(*each) for each in tree),
        sections=(),
        span=span(),
    )
    name = f"report.{language}.txt"
    report = Report(
        schema_version=1,
        source=SourceInfo(name=name, format="text", sha256="0", language=language),
        masthead=Masthead(**{**NOTHING, "symbol": "A/1"}),
        blocks=(),
        sections=(section,),
        footnotes=(Footnote(mark="1", text=f"Note ({language}).", anchor=None, span=span()),),
    )
    return Draft(report, Source(name, "\n" * 10_000, "0"))


def said(found: Translations) -> list[tuple[str, str]]:
    return [(found.languages[each.document], each.diagnostic.message) for each in found.differences]


def without(tree: Tree, at: int) -> Tree:
    return (*tree[:at], *tree[at + 1 :])


def replaced(tree: Tree, at: int, **new: object) -> Tree:
    number, text, items = tree[at]
    told = {"number": number, "text": text, "items": items} | new
    return (*tree[:at], (told["number"], told["text"], told["items"]), *tree[at + 1 :])  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("place", "ways"),
    [
        (1, "a i (أ) أ) а) 一 ㈠ 1 ١ I أولاً ألف 甲"),
        (5, "(e) v (هـ) (ه) д) е) (五) 5 ٥ 戊 خامسا هاء"),
        (12, "l xii (ل) м) 十二 12"),
        (27, "aa xxvii 二十七 27"),
        (29, "(أ أ) أأ xxix 29"),
    ],
)
def test_markers_of_all_scripts_have_one_place(place: int, ways: str) -> None:
    for way in re.findall(r"\([^)]*\)|\S+", ways):
        assert place in alphabets.places(way), way


def test_what_is_no_marker_has_no_place() -> None:
    assert [alphabets.places(each) for each in ("", "abc", "12 bis", "•", "Annex")] == [frozenset()] * 5


def test_what_is_one_in_all_languages_stands_in_one_row() -> None:
    found = align([drawn("en", ENGLISH), drawn("ar", ARABIC, "أولا"), drawn("zh", CHINESE, "一")])
    assert [row.called for row in found.rows] == [
        "heading I", "paragraph 1", "paragraph 2", "paragraph 3", "item 3 (a)", "item 3 (b)", "unnumbered paragraph",
        "footnote 1",
    ]  # fmt: skip
    assert all(len(row.there) == 3 for row in found.rows)
    assert said(found) == []


@pytest.mark.parametrize("at", range(4))
def test_what_one_language_lacks_is_named_there(at: int) -> None:
    found = align([drawn("en", ENGLISH), drawn("ar", without(ARABIC, at), "أولا"), drawn("zh", CHINESE, "一")])
    called = f"paragraph {ENGLISH[at][0]}" if ENGLISH[at][0] else "unnumbered paragraph"
    assert said(found) == [("ar", f"no {called}; en, zh have it")]


@pytest.mark.parametrize("at", range(4))
def test_what_one_language_alone_has_is_named_there(at: int) -> None:
    found = align([drawn("en", without(ENGLISH, at)), drawn("ar", without(ARABIC, at), "أولا"), drawn("zh", CHINESE)])
    called = f"paragraph {ENGLISH[at][0]}" if ENGLISH[at][0] else "unnumbered paragraph"
    assert said(found) == [("zh", f"{called} is not in en, ar")]


def test_of_two_documents_the_first_is_right() -> None:
    lacking = align([drawn("en", ENGLISH), drawn("zh", without(CHINESE, 1))])
    more = align([drawn("en", without(ENGLISH, 1)), drawn("zh", CHINESE)])
    assert said(lacking) == [("zh", "no paragraph 2; en have it")]
    assert said(more) == [("zh", "paragraph 2 is not in en")]


def test_another_number_marker_or_kind_is_named() -> None:
    other = replaced(ARABIC, 0, number="7")
    other = replaced(other, 2, items=(("أ", "تدريب القضاة؛"), ("ج", "تبادل البيانات.")))
    other = replaced(other, 1, number=None)
    found = align([drawn("en", ENGLISH), drawn("ar", other), drawn("zh", CHINESE)])
    assert said(found) == [
        ("ar", "paragraph 7 is 1 in en, zh"),
        ("ar", "unnumbered paragraph is a paragraph in en, zh"),
        ("ar", "item 3 (ج) is 3 (b) in en, zh"),
    ]


def test_numbers_that_go_on_behind_what_is_missing_are_named_and_not_paired() -> None:
    """Each paragraph has the number of the one before it, and its figures tell which it is."""
    texts = [f"The Meeting took note of resolution {at * 37}/{at * 91} of {1950 + at}." for at in range(1, 30)]
    tree = [(str(at), text, ()) for at, text in enumerate(texts, 1)]
    short = [(str(at), text, ()) for at, text in enumerate(texts[:9] + texts[10:], 1)]
    found = align([drawn("en", tree), drawn("fr", short)])
    assert said(found)[0] == ("fr", "no paragraph 10; en have it")
    assert all(one and other and one.text == other.text for one, other in (row.cells for row in found.rows[11:-1]))


def test_what_stands_elsewhere_is_paired_and_named() -> None:
    moved = (*ARABIC[1:3], ARABIC[0], ARABIC[3])
    found = align([drawn("en", ENGLISH), drawn("ar", moved), drawn("zh", CHINESE)])
    assert said(found) == [("ar", "paragraph 1 stands at another place than in en, zh")]


def test_what_is_far_shorter_is_told_and_is_no_fault() -> None:
    long = "The Working Group recalled the work of its earlier sessions and of all experts. " * 8
    trees = [replaced(tree, 1, text=text) for tree, text in ((ENGLISH, long), (ARABIC, long), (CHINESE, long[:90]))]
    found = align([drawn(language, tree) for language, tree in zip(("en", "ar", "es"), trees, strict=True)])
    assert said(found) == [("es", "paragraph 2 is far shorter than in en, ar")]


@given(st.lists(st.integers(0, 9), max_size=12), st.lists(st.integers(0, 9), max_size=12))
@settings(max_examples=60, deadline=None)
def test_each_of_both_series_is_once_and_in_order(old: list[int], new: list[int]) -> None:
    found = pairs(old, new, lambda one, other: 2.0 if one == other else -3.0)
    assert [at for at, _ in found if at is not None] == [*range(len(old))]
    assert [here for _, here in found if here is not None] == [*range(len(new))]
    assert all(old[at] == new[here] for at, here in found if at is not None and here is not None)


FIRST = """Report on ports

I. Introduction

1. The Working Group met in Vienna.

2. It considered:

(a) Its agenda;

(b) Other matters.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "two.txt").write_text(FIRST.replace("\n(b) Other matters.\n", ""), encoding="utf-8")
    return tmp_path


def test_the_command_says_what_differs_and_how_it_ended(folder: Path) -> None:
    told = wgtip_here("align", "one.txt", "two.txt", folder=folder)
    assert told.returncode == 1
    assert "  ! en two.txt: no item 2 (b); en one.txt have it (C971)" in told.stdout.decode().splitlines()
    assert wgtip_here("align", "one.txt", "one.txt", folder=folder).returncode == 2
    (folder / "three.txt").write_text(FIRST, encoding="utf-8")
    assert wgtip_here("align", "one.txt", "three.txt", folder=folder).returncode == 0
    missing = wgtip_here("align", "one.txt", "four.txt", folder=folder)
    assert (missing.returncode, missing.stderr.decode().count("\n")) == (2, 1)


def test_json_has_rows_and_placed_differences(folder: Path) -> None:
    found = json.loads(wgtip_here("align", "--format", "json", "one.txt", "two.txt", folder=folder).stdout)
    assert list(found) == ["schema_version", "documents", "rows", "differences"]
    assert [row["number"] for row in found["rows"]] == ["title", "I", "1", "2", "2 (a)", "2 (b)"]
    (difference,) = found["differences"]
    assert (difference["path"], difference["code"], difference["line"]) == ("two.txt", "C971", 9)


def test_all_formats_are_the_same_bytes_twice(folder: Path) -> None:
    for suffix in ("txt", "json", "html", "xlsx", "tmx"):
        outputs = [folder / f"{at}.{suffix}" for at in "ab"]
        for output in outputs:
            assert wgtip_here("align", "-o", output.name, "one.txt", "two.txt", folder=folder).returncode == 1
        assert outputs[0].read_bytes() == outputs[1].read_bytes() != b""


def test_a_memory_is_valid_to_its_definition(tmp_path: Path) -> None:
    from wgtip_parse.emitters.tmx import emit_tmx

    found = align([drawn("en", replaced(ENGLISH, 3, text="<b> & \x0c")), drawn("ar", ARABIC), drawn("zh", CHINESE)])
    memory = etree.fromstring(b"".join(emit_tmx(found, "1")))
    assert etree.DTD(file=str(DATA / "tmx14.dtd")).validate(memory)
    variants = [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in memory.iter("tuv")]
    assert variants[:3] == ["en", "ar", "zh"]
    assert [each.text for each in memory.iter("seg")][-6:-3] == ["<b> & \ufffd", "واختُتم الاجتماع.", "会议闭幕。"]


def test_the_page_says_language_and_direction_of_each_column() -> None:
    from wgtip_parse.emitters.translations_page import emit_page

    found = align([drawn("en", ENGLISH), drawn("ar", ARABIC)])
    page = b"".join(emit_page(found, ())).decode()
    cells = re.findall(r'<td lang="(\w+)" dir="(\w+)">', page)
    assert cells[:2] == [("en", "ltr"), ("ar", "rtl")]
    assert len(cells) == 2 * len(found.rows)


def test_the_workbook_reads_arabic_from_the_right(tmp_path: Path) -> None:
    from wgtip_parse.emitters.translations_xlsx import emit_xlsx

    found = align([drawn("en", ENGLISH), drawn("ar", ARABIC)])
    path = tmp_path / "side.xlsx"
    path.write_bytes(b"".join(emit_xlsx(found, ())))
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name("Side by side").to_python()
    assert sheet[0] == ["kind", "number", "en", "ar", "differs"]
    assert sheet[2][3] == ARABIC[0][1]
