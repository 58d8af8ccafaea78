"""The reader of HTML: what a browser shows comes back in the plain form."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import SAMPLES, source
from tests.test_pdf import without_places
from wgtip_parse import readers
from wgtip_parse.parser import parse_source
from wgtip_parse.readers.backlinks import LONGEST_NOTE, MOST_ABOVE, MOST_BACK
from wgtip_parse.source import Source

MEETINGS = [path for path in SAMPLES if path.name.startswith("meeting-")]
BEGUN = "<p>1. First.</p>"


def read(body: str) -> Source:
    return readers.read_bytes("a", f"<!DOCTYPE html><html><head><title>no</title></head><body>{body}</body>".encode())[
        0
    ]


def blocks(body: str) -> list[str]:
    return read(body).text.rstrip("\n").split("\n\n")


def marked_up(text: str) -> str:
    """A report that has one block to a line, as a page: chapters are headings, numbered paragraphs items of a list."""
    page = []
    for line in filter(str.strip, text.split("\n")):
        words = html.escape(line)
        number = re.match(r"(\d+)\. (.*)", words)
        if number:
            page.append(f'<ol start="{number[1]}"><li>{number[2]}</li></ol>')
        elif re.match(r"(?:[IVX]+|[A-Z])\. |Recommendation \d+\Z", words):
            page.append(f"<h2>{words}</h2>")
        else:
            page.append(f"<p>{words}</p>")
    return "\n".join(page)


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_a_report_has_the_same_tree_as_text_and_as_a_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert without_places(parse_source(read(marked_up(text))).report) == without_places(
        parse_source(source(text)).report
    )


def test_there_are_reports_to_mark_up() -> None:
    assert len(MEETINGS) > 3


@pytest.mark.parametrize(
    "beginning",
    ["<!doctype HTML>", "\n <HTML>", "<?xml version='1.0'?><!-- a --><!DOCTYPE html>", "\ufeff<html lang='en'>"],
)
def test_a_page_is_known_by_its_beginning(beginning: str) -> None:
    read, _ = readers.read_bytes("a.txt", f"{beginning}<p>1. One.</p>".encode())
    assert (read.format, read.text) == ("html", "1. One.\n")


def test_text_that_speaks_of_html_is_text() -> None:
    assert readers.read_bytes("a.html", b"1. The tag <html> begins a page.\n")[0].format == "text"


def test_lists_are_numbered_as_a_browser_numbers_them() -> None:
    assert blocks('<ol start="4"><li>a<li value="9">b<li>c</ol><ul><li>d</ul>') == ["4. a", "9. b", "10. c", "• d"]
    letters = '<ol><li>stem:<ol type="a"><li>x<ol type="i" start="2"><li>y</ol><li>z</ol><li>end</ol>'
    assert blocks(letters) == ["1. stem:", "(a) x", "(ii) y", "(b) z", "2. end"]
    assert blocks('<ol type="I"><li>Title</ol><ol type="A"><li>Title</ol>') == ["I. Title", "A. Title"]


def test_a_marker_that_stands_in_the_text_is_not_doubled() -> None:
    assert blocks("<ul><li>(a) x;<li>– y;<li>z</ul>") == ["(a) x;", "– y;", "• z"]


def test_headings_and_emphasis_are_looks_and_stand_out_behind_the_title_block() -> None:
    body = f"<h1>Draft report</h1>{BEGUN}<h2>Strategy</h2><p><b>Bold <i>line</i></b><p><b>Partly</b> bold"
    page = read(f"{body}<p><em>Italic line</em><h2>II. Scope</h2>")
    assert blocks(body) == ["Draft report", "1. First.", "Strategy", "Bold line", "Partly bold"]
    assert [(look.style, look.heading) for look in page.looks if look.heading] == [
        ("h1", True),
        ("h2", True),
        ("h2", True),
    ]
    assert [(look.bold, look.italic) for look in page.looks[3:6]] == [(True, False), (False, False), (False, True)]
    titles = [
        (section.title, [inner.title for inner in section.sections]) for section in parse_source(page).report.sections
    ]
    assert titles == [("Strategy", ["Bold line"]), ("Scope", [])]


def test_tables_are_rows_and_what_only_sets_out_a_page_is_none() -> None:
    grid = "<table><tr><th>A.<th>1. Money<tr><td><p>Travel</p><p>of staff</p><td>7</table>"
    assert blocks(BEGUN + grid)[1:] == ["A.\t1. Money", "Travel of staff\t7"]
    assert blocks(f"{BEGUN}<table><tr><td>menu<td>{grid}</table>")[1:3] == ["menu", "A.\t1. Money"]
    assert blocks(f"{BEGUN}<table><tr><td><p>Recommendation 1</p><p>Act.</p></table>")[1:] == [
        "Recommendation 1",
        "Act.",
    ]
    masthead = "<table><tr><td>United Nations<td>A/1/2<tr><td>General Assembly<td>Distr.: General<br>3 May 2020</table>"
    report = parse_source(read(masthead + BEGUN)).report
    assert (report.masthead.symbol, report.masthead.date) == ("A/1/2", "2020-05-03")


def test_notes_are_found_where_their_marks_are() -> None:
    body = '<p>1. It met<sup><a href="#n1">1</a></sup> on the 2<sup>nd</sup> of 3 km<sup>c</sup>.</p>'
    body += "<p><sup>1</sup> A/1/2.</p>"
    report = parse_source(read(body)).report
    assert [(note.mark, note.text) for note in report.footnotes] == [("1", "A/1/2.")]
    assert report.blocks[0].text == "It met on the 2nd of 3 kmᶜ."


def test_what_a_browser_does_not_show_or_is_no_text_is_left_out() -> None:
    hidden = "<script>no</script><style>no</style><nav>no</nav><!-- no -->"
    hidden += "<p hidden>no</p><div style='display: none'>no</div>"
    assert blocks(f"{hidden}<p>seen<del>not</del></p>") == ["seen"]


def test_white_space_line_breaks_and_entities() -> None:
    assert blocks("<p>a\n  b&nbsp;c&amp;d<br>e</p>") == ["a b\u00a0c&d\ne"]


def test_the_encoding_is_utf8_or_what_the_page_says() -> None:
    page = '<html><meta charset="windows-1251"><p>1. Группа.</p>'
    for encoding in ("utf-8", "cp1251"):
        assert readers.read_bytes("a", page.encode(encoding))[0].text == "1. Группа.\n"


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(readers.ReadError, match=r"^a: an HTML document without text$"):
        read("<p> </p>")


def test_without_its_library_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(readers.ReadError, match=r"^a: reading HTML needs lxml: pip install lxml$"):
        read("<p>x")


def test_a_page_nested_too_deep_is_survived() -> None:
    assert blocks("<div>" * 240 + "x") == ["x"]
    with pytest.raises(readers.ReadError, match="without text"):
        read("<div>" * 5000 + "x")


@given(
    st.lists(
        st.sampled_from(
            "<p> <b> </b> <ol> <li> <table> <tr> <td> </table> <sup> 1 </sup> text <br> <h1> <!-- &".split()
        )
    )
)
def test_tags_in_any_order_are_survived(pieces: list[str]) -> None:
    try:
        text = read("".join(pieces)).text
    except readers.ReadError as error:
        text = str(error)
    assert text


# Notes that are linked both ways, as of pages saved by Word


def paired(mark: str, at: int, words: str, kind: str = "ftn") -> tuple[str, str]:
    """A mark and its note as Word saves them."""
    shown = f"<span style='mso-special-character:footnote'><![if !supportFootnotes]>[{mark}]<![endif]></span>"
    anchor = f'<a style="mso-footnote-id:{kind}{at}" href="#_{kind}{at}" name="_{kind}ref{at}">{shown}</a>'
    back = f'<a href="#_{kind}ref{at}" name="_{kind}{at}"><span class=MsoFootnoteReference>[{mark}]</span></a>'
    element = "footnote" if kind == "ftn" else "endnote"
    return anchor, f"<div style='mso-element:{element}' id={kind}{at}><p class=MsoFootnoteText>{back} {words}</p></div>"


def noted(body: str) -> list[str]:
    return blocks(BEGUN + body)[1:]


def test_footnotes_of_a_page_saved_by_word_are_footnotes() -> None:
    (first, one), (second, two) = paired("1", 1, "See A/1."), paired("2", 2, "See</p><p>A/2.")
    listed = f"<div style='mso-element:footnote-list'><br clear=all><hr>{one}{two}</div>"
    page = f"<p>2. It met{first} twice.{second}</p>{listed}"
    assert noted(page) == ["2. It met¹ twice.²", "_" * 18 + "\n1 See A/1.\n2 See\nA/2."]
    report = parse_source(read(BEGUN + page)).report
    assert [(note.mark, note.text) for note in report.footnotes] == [("1", "See A/1."), ("2", "See A/2.")]


def test_endnotes_are_numbered_on_as_of_a_word_file() -> None:
    (first, one), (second, two) = paired("1", 1, "Foot."), paired("i", 1, "End.", "edn")
    assert noted(f"<p>2. It met{first} twice.{second}</p>{one}{two}")[-1].endswith("\n1 Foot.\n2 End.")


def test_marks_that_begin_later_keep_their_numbers() -> None:
    first, one = paired("7", 1, "Seven.")
    assert noted(f"<p>2. It met.{first}</p>{one}") == ["2. It met.⁷", "_" * 18 + "\n7 Seven."]


def test_the_notes_of_other_programs_are_found_by_their_links_too() -> None:
    office = (
        '<p>2. It met.<a class="sdfootnoteanc" name="s1anc" href="#s1sym"><sup>1</sup></a></p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="s1sym" href="#s1anc">1</a>See A/1.</p></div>'
    )
    pandoc = (
        '<p>2. It met.<a href="#fn1" id="fnref1"><sup>1</sup></a></p>'
        '<section><hr><ol><li id="fn1"><p>See A/1.<a href="#fnref1">↩︎</a></p></li></ol></section>'
    )
    named_above = (
        '<p>2. It met.<sup id="ref-1"><a href="#note-1">[1]</a></sup></p>'
        '<ol><li id="note-1"><a href="#ref-1">^</a> See A/1.</li></ol>'
    )
    for page in (office, pandoc, named_above):
        assert noted(page) == ["2. It met.¹", "_" * 18 + "\n1 See A/1."]


def test_notes_beside_one_another_in_an_element_with_a_name_are_several() -> None:
    marks = "".join(f'<a name="r{at}" href="#n{at}">[{at}]</a>' for at in (1, 2))
    notes = "".join(f'<p><a name="n{at}" href="#r{at}">[{at}]</a> Note {at}.</p>' for at in (1, 2))
    assert noted(f'<p>2. It met.{marks}</p><div id="notes">{notes}</div>')[-1].endswith("\n1 Note 1.\n2 Note 2.")


def test_a_note_that_is_marked_twice_is_one_note() -> None:
    first, one = paired("1", 1, "See A/1.")
    again = '<a href="#_ftn1">[1]</a>'
    assert noted(f"<p>2. It met{first} twice{again}.</p>{one}") == ["2. It met¹ twice¹.", "_" * 18 + "\n1 See A/1."]


def test_links_without_a_way_back_are_words() -> None:
    page = '<p>2. It met [<a href="#n">1</a>] as <a href="#n">agreed</a>.</p><p id="n">Agreed.</p>'
    assert noted(page) == ["2. It met [1] as agreed.", "Agreed."]
    contents = '<p><a name="c1" href="#s1">1</a> <a href="#s1">Opening</a></p><h2 id="s1">Opening</h2>'
    assert noted(contents) == ["1 Opening", "Opening"]


def test_a_section_that_leads_back_to_the_contents_is_no_note() -> None:
    contents = '<p><a name="c1" href="#s1">1</a> <a href="#s1">Opening</a></p>'
    section = '<div id="s1"><h2><a href="#c1">1</a> Opening</h2><p>2. It opened.</p></div>'
    assert noted(contents + section) == ["1 Opening", "1 Opening", "2. It opened."]


def test_a_note_is_so_long_and_no_longer() -> None:
    for more, found in ((0, True), (1, False)):
        first, one = paired("1", 1, "x" * (LONGEST_NOTE - len("[1] ") + more))
        assert noted(f"<p>2. It met.{first}</p>{one}")[-1].startswith("_" * 18) is found


def test_of_many_links_to_a_mark_the_first_are_asked() -> None:
    first, one = paired("1", 1, "See A/1.")
    for many, found in ((MOST_BACK - 1, True), (MOST_BACK, False)):
        above = '<a href="#_ftnref1">above</a> ' * many
        page = f"<p>2. {above}It met.{first}</p>{one}"
        assert noted(page)[-1].startswith("_" * 18) is found


def test_what_holds_a_note_is_looked_for_so_far_above_its_link() -> None:
    for depth, found in ((MOST_ABOVE - 2, True), (MOST_ABOVE, False)):
        back = '<a href="#r" name="n">[1]</a>'
        page = f'<p>2. It met.<a href="#n" name="r">[1]</a></p><p>{"<b>" * depth}{back}{"</b>" * depth} See A/1.</p>'
        assert noted(page)[-1].startswith("_" * 18) is found


def test_numbers_that_word_prints_and_typed_ones_stand_before_their_words() -> None:
    label = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp; </span></span><![endif]>"
    ignored = f"<p class=MsoListParagraph>{label}{{}}</p>"
    page = ignored.format("2.", "Two.") + "<p>3.&nbsp;&nbsp; Three:</p>" + ignored.format("(a)", "A;") + "<p>(b) B.</p>"
    assert noted(page + ignored.format("4.", "Four.")) == [
        "2. Two.",
        "3.\xa0\xa0 Three:",
        "(a) A;",
        "(b) B.",
        "4. Four.",
    ]


def test_comments_that_word_saves_beside_the_text_are_left_out() -> None:
    page = (
        "<p>2. It met.<span><span style='mso-special-character:comment'>[A1]</span></span></p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>No.</p></div></div>"
    )
    assert noted(page) == ["2. It met."]


def test_captions_stand_where_a_browser_shows_them() -> None:
    rows = "<tr><td>a</td><td>b</td></tr>"
    page = f"<table><caption>Table 1. Ships</caption>{rows}</table><figure><figcaption>Figure 1</figcaption></figure>"
    assert noted(page) == ["Table 1. Ships", "a\tb", "Figure 1"]
