"""The reader of OpenDocument texts: what LibreOffice prints comes back in the plain form, as of Word files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import source
from tests.odt import MIME_TYPE, items, level, list_style, odt, paragraph, style, typed
from tests.test_pdf import without_places
from tests.test_word import TYPED
from tests.word import zipped
from wgtip_parse import readers
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import Revisions
from wgtip_parse.readers.archive import MOST_TAGS
from wgtip_parse.readers.odt.body import MOST_REPEATED
from wgtip_parse.readers.odt.paragraphs import MOST_SPACES
from wgtip_parse.source import Source

BEGUN = paragraph("1. First.")  # ends the title block
DECIMAL = list_style("L", level(1, "1", "", "."), level(2, "a", "(", ")"), level(3, "i", "(", ")"))
GOES_ON = {"text__continue_numbering": "true"}


def read(data: bytes, revisions: Revisions = Revisions.ACCEPT) -> Source:
    return readers.read_bytes("a.odt", data, revisions=revisions)[0]


def lines(body: str, revisions: Revisions = Revisions.ACCEPT, automatic: str = DECIMAL, **more: str) -> list[str]:
    return [line for line in read(odt(body, automatic, **more), revisions).text.split("\n") if line]


@pytest.mark.parametrize("path", TYPED, ids=lambda path: path.stem)
def test_a_report_has_the_same_tree_as_text_and_as_odt(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    parsed = parse_source(read(typed(text)))
    assert without_places(parsed.report) == without_places(parse_source(source(text)).report)


def test_it_is_known_by_its_content_also_where_its_type_does_not_come_first() -> None:
    files = {"content.xml": "<a/>", "mimetype": MIME_TYPE}
    for name in ("a.odt", "a.docx", "a.txt"):
        assert readers.read_bytes(name, odt(BEGUN))[0].format == "word"
    with pytest.raises(readers.ReadError, match=r"^a: an OpenDocument file without text$"):
        readers.read_bytes("a", zipped(files))


# Numbers


def test_lists_go_on_start_again_and_nest() -> None:
    inner = items(paragraph("b") + f"<text:list><text:list-item>{paragraph('c')}</text:list-item></text:list>", "L")
    assert lines(items(paragraph("a"), "L") + inner) == ["1. a", "1. b", "(a) c"]
    assert lines(items(paragraph("a"), "L") + paragraph("x") + items(paragraph("b"), "L", **GOES_ON)) == [
        "1. a", "x", "2. b",
    ]  # fmt: skip
    assert lines(items(paragraph("a"), "L", "40") + items(paragraph("b") + paragraph("c"), "L", **GOES_ON)) == [
        "40. a", "41. b", "c",
    ]  # fmt: skip


def test_a_list_continues_the_one_that_it_names() -> None:
    body = items(paragraph("a"), "L", xml__id="one") + items(paragraph("b"), "L", xml__id="two")
    assert lines(body + items(paragraph("c"), "L", text__continue_list="one")) == ["1. a", "1. b", "2. c"]


def test_an_item_that_only_holds_a_list_is_not_counted() -> None:
    body = items(paragraph("a"), "L") + items(items(paragraph("b")), "L", **GOES_ON)
    assert lines(body + items(paragraph("c"), "L", **GOES_ON)) == ["1. a", "(a) b", "2. c"]


def test_the_head_of_a_list_has_no_number() -> None:
    head = f'<text:list text:style-name="L"><text:list-header>{paragraph("a")}</text:list-header>'
    assert lines(f"{head}<text:list-item>{paragraph('b')}</text:list-item></text:list>") == ["a", "1. b"]


def test_numbers_of_higher_levels_stand_in_the_label() -> None:
    style = list_style("L", level(1, "I", "", "."), level(2, "1", "", ".", 'text:display-levels="2"'))
    assert lines(items(paragraph("a") + items(paragraph("b")), "L"), automatic=style) == ["I. a", "I.1. b"]


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [("A", 28, "BB."), ("i", 4, "iv."), ("01, 02, 03, ...", 7, "07."), ("1st, 2nd, 3rd, ...", 2, "2nd."),
     ("А, Б, .., Аа, Аб, ... (ru)", 2, "Б."), ("а, б, .., аа, аб, ... (ru)", 3, "в."), ("?", 3, "3.")],
)  # fmt: skip
def test_number_formats(code: str, number: int, expected: str) -> None:
    assert lines(items(paragraph("x"), "L", str(number)), automatic=list_style("L", level(1, code, "", "."))) == [
        f"{expected} x"
    ]


def test_a_level_without_a_number_and_one_with_a_bullet() -> None:
    bullet = '<text:list-level-style-bullet text:level="2" text:bullet-char="-"/>'
    style = list_style("L", level(1, ""), bullet)
    assert lines(items(paragraph("a") + items(paragraph("b")), "L"), automatic=style) == ["a", "• b"]


def test_a_paragraph_may_name_its_list_by_its_style_or_by_itself() -> None:
    automatic = DECIMAL + style("P", list_style_name="L")
    assert lines(items(paragraph("a", "P")), automatic=automatic) == ["1. a"]
    one = f'<text:numbered-paragraph text:list-id="i" text:style-name="L" text:level="1">{paragraph("a")}'
    assert lines(f"{one}</text:numbered-paragraph>" * 2) == ["1. a", "2. a"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = f"<text:outline-style>{level(1, 'I', '', '.')}{level(2, 'A', '', '.')}</text:outline-style>"
    heads = [("a", "1", {}), ("b", "2", {}), ("c", "1", {}), ("d", "1", {"is_list_header": "true"})]
    body = "".join(paragraph(words, tag="h", outline_level=at, **more) for words, at, more in heads)
    assert lines(body, common=outline) == ["I. a", "A. b", "II. c", "d"]
    again = paragraph("e", tag="h", outline_level="1", restart_numbering="true")
    assert lines(body + again, common=outline)[-1] == "I. e"


# Words


def test_spaces_tabs_and_breaks() -> None:
    body = 'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d\ne<text:soft-page-break/>f'
    assert lines(BEGUN + paragraph(body))[1:] == ["a b   c", "d ef"]


def test_a_thousand_spaces_are_few() -> None:
    source = read(odt(paragraph(f'a<text:s text:c="{MOST_SPACES + 1}"/>b')))
    assert len(source.text) < MOST_SPACES


def test_what_is_hidden_or_beside_the_text_is_left_out() -> None:
    hidden = style("T", '<style:text-properties text:display="none"/>', "text")
    body = paragraph(
        'a<text:span text:style-name="T">no</text:span><office:annotation><text:p>no</text:p></office:annotation>'
        "<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby>"
        "<text:a>c</text:a><text:page-number>4</text:page-number>"
    )
    section = f'<text:section text:display="none">{paragraph("no")}</text:section>'
    assert lines(body + section, automatic=hidden) == ["abc4"]


def test_looks_come_from_styles_and_what_they_are_based_on() -> None:
    automatic = style("P", parent_style_name="Quote") + style(
        "T", '<style:text-properties fo:font-weight="normal"/>', "text"
    )
    common = style("Quote", '<style:text-properties fo:font-weight="bold"/>', display_name="A quotation")
    body = paragraph("bold", "P") + paragraph('bold <text:span text:style-name="T">not</text:span>', "P")
    looks = read(odt(body, automatic, common)).looks
    assert [(look.bold, look.bold_to, look.style) for look in looks] == [
        (True, 0, "A quotation"), (False, 4, "A quotation"),
    ]  # fmt: skip


def note(words: str, label: str = "", kind: str = "footnote") -> str:
    said = f' text:label="{label}"' if label else ""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation{said}>9</text:note-citation>'
        f"<text:note-body>{paragraph(words)}</text:note-body></text:note>"
    )


def test_notes_are_numbered_through_and_stand_at_the_end() -> None:
    body = BEGUN + paragraph(f"a{note('See b.')} c{note('See d.', kind='endnote')}.") + paragraph("e")
    assert lines(body)[1:] == ["a¹ c².", "e", "_" * 18, "1 See b.", "2 See d."]


def test_a_typed_mark_stays_as_it_is() -> None:
    assert lines(BEGUN + paragraph(f"a{note('See b.', '*')}"))[1:] == ["a*", "_" * 18, "* See b."]


def test_a_text_box_is_read_below_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{paragraph('box')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{paragraph('shape')}</draw:custom-shape>"
    assert lines(BEGUN + paragraph(f"a{box}{shape} b"))[1:] == ["a b", "box", "shape"]
    assert lines(BEGUN + box)[1:] == ["box"]


# Tables


def cell(words: str, tag: str = "table-cell", **attributes: str) -> str:
    said = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:{tag}{said}>{paragraph(words)}</table:{tag}>"


def table(*rows: str) -> str:
    inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f"<table:table>{inside}</table:table>"


def test_tables_are_rows_and_a_table_of_one_column_is_a_box() -> None:
    assert lines(BEGUN + table(cell("a") + cell("b"), cell("c") + cell("d")))[1:] == ["a\tb", "c\td"]
    assert lines(BEGUN + table(cell("a"), cell("b")))[1:] == ["a", "b"]


def test_a_cell_over_two_columns_is_one_and_one_over_two_rows_leaves_its_place() -> None:
    wide = cell("a", number_columns_spanned="2") + "<table:covered-table-cell/>" + cell("b")
    high = "<table:covered-table-cell/>" + cell("c") + cell("d")
    assert lines(BEGUN + table(wide, high))[1:] == ["a\tb", "\tc\td"]


def test_cells_and_rows_may_be_repeated_up_to_a_limit() -> None:
    assert lines(BEGUN + table(cell("a", number_columns_repeated="3")))[1:] == ["a\ta\ta"]
    row = lines(BEGUN + table(cell("a", number_columns_repeated="100000")))[1]
    assert row.count("a") == MOST_REPEATED


# The first page


def test_header_and_footer_of_the_first_page_come_first_and_last() -> None:
    first = f"<style:header>{paragraph('A/80/1')}</style:header><style:footer>{paragraph('25-01234')}</style:footer>"
    page = f'<style:master-page style:name="First">{first}</style:master-page>'
    other = f'<style:master-page style:name="Standard"><style:header>{paragraph("no")}</style:header>'
    body = paragraph("a", "P") + BEGUN
    automatic = style("P", master_page_name="First")
    assert lines(body, automatic=automatic, pages=f"{page}{other}</style:master-page>") == [
        "A/80/1", "a", "1. First.", "25-01234",
    ]  # fmt: skip


def test_the_page_may_be_named_by_a_table_and_never_by_what_was_taken_out() -> None:
    page = f'<style:master-page style:name="First"><style:header>{paragraph("A/80/1")}</style:header>'
    automatic = style("T", family="table", master_page_name="First") + style("Gone", master_page_name="Standard")
    tracked = changes(region("d", "deletion", paragraph("old", "Gone")))
    named = table(cell("a") + cell("b")).replace("<table:table>", '<table:table table:style-name="T">')
    found = lines(tracked + named + BEGUN, automatic=automatic, pages=f"{page}</style:master-page>")
    assert found[0] == "A/80/1"


def test_a_header_of_first_pages_alone_goes_before_the_usual_one_and_page_numbers_are_left_out() -> None:
    inside = (
        f"<style:header>{paragraph('later')}</style:header>"
        f"<style:header-first>{paragraph('first')}</style:header-first>"
        f"<style:footer>{paragraph('<text:page-number>2</text:page-number>')}</style:footer>"
    )
    page = f'<style:master-page style:name="Standard">{inside}</style:master-page>'
    assert lines(BEGUN, pages=page) == ["first", "1. First."]


def test_a_masthead_in_a_table_is_read_cell_by_cell() -> None:
    assert lines(table(cell("United Nations") + cell("A/80/1"), cell("") + cell("Distr.: General"))) == [
        "United Nations", "A/80/1", "Distr.: General",
    ]  # fmt: skip


# Tracked changes


def changes(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def region(identifier: str, kind: str, inside: str = "") -> str:
    return f'<text:changed-region xml:id="{identifier}"><text:{kind}>{inside}</text:{kind}></text:changed-region>'


def mark(tag: str, identifier: str) -> str:
    return f'<text:{tag} text:change-id="{identifier}"/>'


def test_changes_are_accepted_or_rejected() -> None:
    tracked = changes(region("i", "insertion"), region("d", "deletion", paragraph("old")))
    words = f"a {mark('change-start', 'i')}new{mark('change-end', 'i')}{mark('change', 'd')} b"
    body = tracked + BEGUN + paragraph(words)
    assert lines(body)[1:] == ["a new b"]
    assert lines(body, Revisions.REJECT)[1:] == ["a old b"]


def test_a_paragraph_that_was_put_in_goes_with_its_end_and_its_number() -> None:
    inside = paragraph(f"a{mark('change-start', 'i')}"), paragraph("new"), paragraph(f"{mark('change-end', 'i')} b")
    body = changes(region("i", "insertion")) + "".join(items(each, "L", **GOES_ON) for each in inside)
    assert lines(body) == ["1. a", "2. new", "3. b"]
    assert lines(body, Revisions.REJECT) == ["1. a b"]


def test_paragraphs_that_were_taken_out_come_back() -> None:
    tracked = changes(region("d", "deletion", paragraph("one") + paragraph("two")))
    assert lines(tracked + BEGUN + paragraph(f"a{mark('change', 'd')}b"), Revisions.REJECT)[1:] == ["aone", "twob"]
    assert lines(tracked + BEGUN + mark("change", "d"), Revisions.REJECT)[1:] == ["one", "two"]
    assert lines(tracked + BEGUN + paragraph(f"a{mark('change', 'd')}b"))[1:] == ["ab"]


# What cannot be read


def refused(data: bytes) -> str:
    with pytest.raises(readers.ReadError) as caught:
        read(data)
    return str(caught.value)


def test_what_is_no_text_or_locked_is_said_to_be_so() -> None:
    for kind, told in (("spreadsheet", "a spreadsheet"), ("presentation", "a presentation"), ("graphics", "a drawing")):
        data = odt(BEGUN, mime_type=f"application/vnd.oasis.opendocument.{kind}")
        assert refused(data).startswith(f"a.odt: {told} (OpenDocument)")
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert refused(odt(BEGUN, manifest=locked)) == "a.odt: an OpenDocument file under a password; save it without one"
    assert refused(odt("")) == "a.odt: an OpenDocument file without text"
    assert refused(odt(paragraph("a") + "<text:p>")).startswith("a.odt: a damaged OpenDocument file: content.xml")
    assert refused(odt("<text:x/>" * (MOST_TAGS + 1))) == "a.odt: more than 1,000,000 XML tags"


SMALL = odt(items(paragraph("a" + note("b")), "L") + table(cell("a") + cell("b")), DECIMAL)
TAGS = st.sampled_from("p h list list-item span s note note-body note-citation change change-start section".split())
TREES = st.recursive(
    st.builds(lambda tag, value: f'<text:{tag} text:change-id="{value}" text:c="{value}">{value}</text:{tag}>',
              TAGS, st.sampled_from(["", "1", "x", "-3"])),
    lambda inside: st.builds(lambda tag, each: f"<text:{tag}>{''.join(each)}</text:{tag}>", TAGS,
                             st.lists(inside, max_size=5)),
    max_leaves=30,
)  # fmt: skip


def read_or_refused(data: bytes, revisions: Revisions = Revisions.ACCEPT) -> Source | str:
    try:
        return read(data, revisions)
    except readers.ReadError as error:
        return str(error)


@given(st.lists(TREES, max_size=6), st.sampled_from(list(Revisions)))
def test_elements_in_any_order_are_survived(elements: list[str], revisions: Revisions) -> None:
    body = changes(region("x", "deletion", paragraph("x"))) + "".join(elements)
    result = read_or_refused(odt(body, DECIMAL), revisions)
    assert isinstance(result, Source) or result == "a.odt: an OpenDocument file without text"


@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=8))
def test_damage_anywhere_is_survived(at: int, garbage: bytes) -> None:
    for data in (SMALL[:at] + garbage + SMALL[at + len(garbage) :], SMALL[:at] + garbage):
        result = read_or_refused(data)
        assert isinstance(result, Source) or "\n" not in result
