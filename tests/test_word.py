"""The reader of Word: what Word prints comes back in the plain form, numbers written out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import SAMPLES, source
from tests.word import (
    FIRST_PAGE,
    MAIN,
    abstract,
    level,
    listed,
    paragraph,
    run,
    style,
    table,
    typed,
    word,
)
from wgtip_parse import readers
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import Revisions
from wgtip_parse.source import Look

from .test_pdf import without_places

ONE_BLOCK_A_LINE = """
agenda-in-paragraph annex bis-and-brackets board-response list-inside-an-item periodic-review raised-marks
report-2010-style review-2010-style smallest
""".split()
TYPED = [path for path in SAMPLES if path.stem in ONE_BLOCK_A_LINE or path.stem.startswith("meeting-")]
DECIMAL = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))
NAMED = style("Ch", "_ H _Ch") + style("H1", "_ H_1") + style("Txt", "__Single Txt")
BEGUN = paragraph("1. First.")  # ends the title block


def lines(data: bytes, revisions: Revisions = Revisions.ACCEPT) -> list[str]:
    text = readers.read_bytes("a.docx", data, revisions=revisions)[0].text
    return [line for line in text.split("\n") if line]


def numbered(*items: tuple[str, int, int], numbering: str, styles: str = "") -> list[str]:
    """The lines of paragraphs: words, list and level of each."""
    body = "".join(paragraph(words, numbering=(number, at)) for words, number, at in items)
    return lines(word(body, numbering=numbering, styles=styles))


@pytest.mark.parametrize("path", TYPED, ids=lambda path: path.stem)
def test_a_report_has_the_same_tree_as_text_and_as_word(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    read, _ = readers.read_bytes("a.docx", typed(text))
    parsed = parse_source(read)
    assert without_places(parsed.report) == without_places(parse_source(source(text)).report)
    covered = "".join(read.text[leaf.start : leaf.end] for leaf in parsed.leaves)
    assert "".join(covered.split()) == "".join(read.text.split())


def test_there_are_reports_to_type() -> None:
    assert len(TYPED) > 10


# Numbering


def test_levels_count_and_start_again_below_a_higher_one() -> None:
    items = [("a", 1, 0), ("b", 1, 1), ("c", 1, 2), ("d", 1, 2), ("e", 1, 1), ("f", 1, 2), ("g", 1, 0), ("h", 1, 1)]
    assert numbered(*items, numbering=DECIMAL + listed(1, 1)) == [
        "1. a", "(a) b", "(i) c", "(ii) d", "(b) e", "(i) f", "2. g", "(a) h",
    ]  # fmt: skip


def test_a_level_that_is_told_so_never_starts_again() -> None:
    lists = abstract(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    items = [("a", 1, 0), ("b", 1, 1), ("c", 1, 0), ("d", 1, 1)]
    assert numbered(*items, numbering=lists + listed(1, 1)) == ["I. a", "1. b", "II. c", "2. d"]


def test_a_list_with_a_start_of_its_own_starts_once_and_shares_the_count() -> None:
    lists = DECIMAL + listed(1, 1) + listed(2, 1, start_0=40) + listed(3, 1)
    items = [("a", 1, 0), ("b", 2, 0), ("c", 2, 0), ("d", 3, 0), ("e", 1, 0)]
    assert numbered(*items, numbering=lists) == ["1. a", "40. b", "41. c", "42. d", "43. e"]


def test_numbers_of_higher_levels_stand_in_the_label_in_their_own_format_or_in_digits() -> None:
    lists = abstract(
        1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%3.", "<w:isLgl/>")
    )
    items = [("a", 1, 0), ("b", 1, 0), ("c", 1, 1), ("d", 1, 2)]
    assert numbered(*items, numbering=lists + listed(1, 1)) == ["I. a", "II. b", "II.1. c", "2.1. d"]


@pytest.mark.parametrize(
    ("kind", "text", "start", "expected"),
    [
        ("decimalZero", "%1", 7, "07"),
        ("lowerLetter", "(%1)", 27, "(aa)"),
        ("upperLetter", "%1.", 28, "BB."),
        ("lowerRoman", "(%1)", 49, "(xlix)"),
        ("upperRoman", "%1.", 14, "XIV."),
        ("russianLower", "%1)", 2, "б)"),
        ("ordinal", "%1", 22, "22nd"),
        ("ordinal", "%1", 113, "113th"),
        ("decimal", "Recommendation %1", 51, "Recommendation 51"),
        ("decimal", "35.%1", 1, "35.1"),
        ("bullet", "\uf0b7", 1, "•"),
        ("unheardOf", "%1.", 3, "3."),
    ],
)
def test_number_formats(kind: str, text: str, start: int, expected: str) -> None:
    lists = abstract(1, level(0, kind, text, start=start)) + listed(1, 1)
    assert numbered(("x", 1, 0), numbering=lists) == [f"{expected} x"]


@pytest.mark.parametrize(
    "lists",
    [
        abstract(1, level(0, "none", "")),
        abstract(1, level(0, "bullet", " ")),
        abstract(1, level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>")),
        abstract(1),
    ],
    ids=["none", "blank bullet", "hidden", "no level"],
)
def test_what_prints_no_number_gives_none(lists: str) -> None:
    assert numbered(("x", 1, 0), numbering=lists + listed(1, 1)) == ["x"]


def test_a_style_numbers_its_paragraphs_at_its_level_and_a_paragraph_may_opt_out() -> None:
    lists = abstract(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:pStyle w:val="Sub"/>')) + listed(
        1, 1
    )
    of_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("Top", "Top", of_list) + style("Sub", "Sub", of_list) + style("Based", "Based", based_on="Sub")
    body = paragraph("a", style="Top") + paragraph("b", style="Sub") + paragraph("c", style="Based")
    body += paragraph("d", style="Top", numbering=(0, 0)) + paragraph("e", style="Top")
    assert lines(word(body, styles=styles, numbering=lists)) == ["I. a", "1. b", "2. c", "d", "II. e"]


def test_a_list_kept_with_a_style_is_found_there() -> None:
    lists = DECIMAL + abstract(2, '<w:numStyleLink w:val="Kept"/>') + listed(1, 1) + listed(2, 2)
    of_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    kept = style("Kept", "Kept", of_list).replace('"paragraph"', '"numbering"')
    assert numbered(("a", 2, 0), ("b", 2, 1), numbering=lists, styles=kept) == ["1. a", "(a) b"]


def test_an_empty_numbered_paragraph_is_counted_and_printed_only_where_its_label_is_a_word() -> None:
    lists = DECIMAL + listed(1, 1) + abstract(2, level(0, "decimal", "Recommendation %1", start=51)) + listed(2, 2)
    assert numbered(("a", 1, 0), ("", 1, 0), ("b", 1, 0), ("", 2, 0), numbering=lists) == [
        "1. a", "3. b", "Recommendation 51",
    ]  # fmt: skip


def test_lists_and_styles_in_a_circle_or_with_nonsense_for_numbers_are_survived() -> None:
    styles = style("A", "A", based_on="B") + style("B", "B", based_on="A")
    lists = abstract(1, level(0, "decimal", "%1.").replace('"1"', '"one"')) + listed(1, 1) + listed(2, 77)
    body = (
        paragraph("a", style="A", numbering=(1, 0))
        + paragraph("b", numbering=(2, 0))
        + paragraph("c", numbering=(9, 9))
    )
    assert lines(word(body, styles=styles, numbering=lists)) == ["0. a", "b", "c"]


# Words


def test_hyphens_tabs_breaks_and_signs() -> None:
    inside = (
        "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t><w:softHyphen/><w:t>\u00ad</w:t>"
        '<w:br w:type="page"/><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>'
        '<w:r><w:sym w:char="F0B7"/><w:sym w:char="F0FE"/><w:sym w:char="no"/></w:r>'
    )
    assert lines(word(f"<w:p>{inside}</w:p>")) == ["non\u2011stop   a", "b•"]


def test_a_label_and_its_tab_are_the_plain_form_s_label_and_space() -> None:
    tabbed = "<w:p><w:r><w:tab/><w:t>{}</w:t><w:tab/><w:t>The</w:t><w:tab/><w:t>end</w:t></w:r></w:p>"
    labels = ["1.", "(a)", "35.1", "IV.", "*", "In favour:"]
    body = BEGUN + "".join(tabbed.format(label) for label in labels)
    gaps = [" ", " ", " ", " ", " ", "   "]
    assert lines(word(body))[1:] == [f"{label}{gap}The   end" for label, gap in zip(labels, gaps, strict=True)]


def test_hidden_text_fields_and_placeholders() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inside = run("seen ") + run("hidden", "<w:vanish/>") + run("again ", '<w:vanish w:val="0"/>')
    inside += field.format("begin") + "<w:r><w:instrText>REF x</w:instrText></w:r>" + run("no")
    inside += field.format("separate") + run("result") + field.format("end")
    inside += f'<w:fldSimple w:instr="DATE">{run(" simple")}</w:fldSimple>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inside += control.format("", run(" control")) + control.format("<w:showingPlcHdr/>", run("click here"))
    body = (
        f"<w:p>{inside}</w:p>"
        + control.format("", paragraph("block"))
        + control.format("<w:showingPlcHdr/>", paragraph("no"))
    )
    assert lines(word(body)) == ["seen again result simple control", "block"]


def test_a_field_whose_instruction_never_ends_hides_no_more_than_its_paragraph() -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("gone")) + paragraph("there")
    assert lines(word(body)) == ["there"]


def test_hidden_by_style_is_hidden() -> None:
    styles = style("Gone", "Gone", "<w:rPr><w:vanish/></w:rPr>")
    assert lines(word(paragraph("no", style="Gone") + paragraph("yes"), styles=styles)) == ["yes"]


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    choice, fallback = f"<w:drawing>{box}</w:drawing>", f"<w:pict>{box}</w:pict>"
    both = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    both = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    for drawn in (both, fallback):
        body = f"<w:p>{run('before')}<w:r>{drawn}</w:r>{run(' after')}</w:p>"
        assert lines(word(body)) == ["before after", "boxed"]


def test_boxes_in_boxes_are_each_read_once() -> None:
    body = paragraph("0")
    for depth in range(1, 40):
        body = f"<w:p>{run(str(depth))}<w:r><w:pict><w:txbxContent>{body}</w:txbxContent></w:pict></w:r></w:p>"
    assert lines(word(body)) == [str(depth) for depth in range(39, -1, -1)]


def test_maths_and_marked_up_runs_are_read_in_place() -> None:
    inside = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    inside += f'<w:hyperlink r:id="a">{run(" link")}</w:hyperlink><w:smartTag>{run(" tag")}</w:smartTag>'
    assert lines(word(f"<w:p>{inside}</w:p>")) == ["x=1 link tag"]


# Revisions


INSERTED = f"<w:ins>{run('new')}</w:ins>"
DELETED = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
MOVED_AWAY = f"<w:moveFrom>{run('x')}</w:moveFrom>"


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (paragraph("a ", INSERTED, DELETED), ["a new"], ["a old"]),
        (paragraph(f"<w:moveTo>{run('x')}</w:moveTo>") + paragraph(MOVED_AWAY, "y"), ["x", "y"], ["xy"]),
        (paragraph("one ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("two"), ["one two"], ["one", "two"]),
        (paragraph("one ", properties="<w:rPr><w:ins/></w:rPr>") + paragraph("two"), ["one", "two"], ["one two"]),
        (
            table(["a", "b"], ["c", "d"]).replace("</w:tr><w:tr>", "</w:tr><w:tr><w:trPr><w:del/></w:trPr>"),
            ["a\tb"],
            ["a\tb", "c\td"],
        ),
        (
            paragraph("n", numbering=(1, 0), properties='<w:pPrChange><w:pPr/></w:pPrChange>'),
            ["1. n"],
            ["n"],
        ),
    ],
    ids=["words", "moved", "end taken away", "end put in", "row", "properties"],
)  # fmt: skip
def test_tracked_changes_are_accepted_or_rejected(body: str, accepted: list[str], rejected: list[str]) -> None:
    data = word(body, numbering=DECIMAL + listed(1, 1))
    assert lines(data) == accepted
    assert lines(data, Revisions.REJECT) == rejected


def test_the_last_paragraph_may_lose_its_end() -> None:
    assert lines(word(paragraph("one", properties="<w:rPr><w:del/></w:rPr>"))) == ["one"]


def test_a_paragraph_that_lost_its_end_is_numbered_once() -> None:
    body = paragraph("one ", numbering=(1, 0), properties="<w:rPr><w:del/></w:rPr>")
    body += paragraph("two", numbering=(1, 0)) + paragraph("three", numbering=(1, 0))
    assert lines(word(body, numbering=DECIMAL + listed(1, 1))) == ["1. one two", "2. three"]


# Notes


def reference(kind: str, identifier: int, custom: str = "") -> str:
    """A reference to a note; a mark of its own follows where it has one."""
    follows = ' w:customMarkFollows="1"' if custom else ""
    return f'<w:r><w:{kind}Reference{follows} w:id="{identifier}"/><w:t>{custom}</w:t></w:r>'


def test_notes_stand_at_the_end_and_are_found_by_the_parser_where_their_marks_are() -> None:
    body = paragraph("1. The Group met in 2019", reference("footnote", 3), " and in 2020.", reference("endnote", 1))
    body += paragraph("2. It rose", reference("footnote", 4, "*"), ".")
    notes = "".join(
        f'<w:footnote w:id="{at}">{paragraph("<w:r><w:footnoteRef/></w:r>", words)}</w:footnote>'
        for at, words in ((3, " A/1/2, para. 3."), (4, "* Reissued."), (5, " Never referred to."))
    )
    ends = f'<w:endnote w:id="1">{paragraph("52 meetings.")}{paragraph("See also A/1.")}</w:endnote>'
    read, _ = readers.read_bytes("a", word(body, footnotes=notes, endnotes=ends))
    report = parse_source(read).report
    assert report.blocks[0].text == "The Group met in 2019 and in 2020."
    found = {note.mark: (note.text, note.anchor) for note in report.footnotes}
    assert found["1"] == ("A/1/2, para. 3.", read.text.index("¹"))
    assert found["2"] == ("52 meetings. See also A/1.", read.text.index("²"))
    assert found["*"][0] == "Reissued."
    assert read.position(read.text.index("52 meetings")).paragraph == 1


def test_a_reference_without_its_note_leaves_its_mark() -> None:
    body = paragraph("1. The Group met", reference("footnote", 9), ".")
    assert lines(word(body)) == ["1. The Group met¹."]


# Headings, tables, masthead


def test_the_look_of_a_paragraph_is_its_style_and_what_all_its_words_are() -> None:
    bold, both, raised = "<w:b/>", "<w:b/><w:i/>", '<w:vertAlign w:val="superscript"/>'
    body = paragraph("Strategy", style="H1") + paragraph("A line", properties='<w:outlineLvl w:val="1"/>')
    body += paragraph(run("Bold", bold), run(" line", both), run("a", raised)) + paragraph(run("Partly", bold), " bold")
    body += table([paragraph(run("Bold", bold)), ""], ["x", paragraph(run("y", bold))])
    read, _ = readers.read_bytes("a", word(body, styles=NAMED))
    assert read.text == "Strategy\n\nA line\n\nBold lineᵃ\n\nPartly bold\n\nBold\t\n\nx\ty\n"
    assert read.looks == (
        Look(style="_ H_1", heading=True),
        Look(heading=True),
        Look(bold=True),
        Look(bold_to=6),
        Look(bold=True, cells=2),
        Look(cells=2),
    )


def test_headings_stand_out_by_style_or_type_behind_the_title_block_and_labels_do_not() -> None:
    body = paragraph("Draft report", style="H1") + paragraph("I. Introduction", style="Ch") + BEGUN
    body += paragraph("Strategy", style="H1") + paragraph("A. Scope", style="H1") + paragraph("Plain line")
    body += paragraph(run("Bold line", "<w:b/>")) + paragraph(run("Bold sentence.", "<w:b/>"))
    body += paragraph(run("Partly", "<w:i/>"), " italic.") + paragraph("Recommendation 7", style="H1")
    read, _ = readers.read_bytes("a", word(body, styles=NAMED))
    assert "*" not in read.text
    (chapter,) = parse_source(read).report.sections
    titles = [(chapter.number, chapter.title)]
    titles += [(each.number, each.title) for section in chapter.sections for each in (section, *section.sections)]
    assert titles == [("I", "Introduction"), (None, "Strategy"), ("A", "Scope"), (None, "Bold line")]
    (last,) = chapter.sections[-1].sections
    assert [block.text for block in last.blocks] == ["Bold sentence.", "Partly italic.", ""]


def test_a_label_and_its_title_in_two_paragraphs_are_one_block() -> None:
    pairs = [("Programme 9", "Trade"), ("Annex I", "Projects"), ("Table 1", "Resources")]
    body = BEGUN + "".join(paragraph(a, style="H1") + paragraph(b, style="H1") for a, b in pairs)
    first, second = parse_source(readers.read_bytes("a", word(body, styles=NAMED))[0]).report.sections
    assert (first.number, first.title) == (None, "Programme 9 Trade")
    assert (second.number, second.title) == ("Annex I", "Projects")
    assert [block.text for block in second.blocks] == ["Table 1 Resources"]


def test_a_label_and_its_title_in_one_heading_stay_as_they_are() -> None:
    broken = paragraph(run("Annex"), "<w:r><w:br/></w:r>", run("Projects"), style="H1")
    body = BEGUN + broken + paragraph("Annex II. Staff", style="H1")
    assert lines(word(body, styles=NAMED))[1:] == ["Annex", "Projects", "Annex II. Staff"]


def test_continued_needs_no_brackets() -> None:
    body = BEGUN + paragraph("II. Summary ", run("continued", "<w:i/>"), style="Ch")
    read, _ = readers.read_bytes("a", word(body + paragraph("2. Second."), styles=NAMED))
    (section,) = parse_source(read).report.sections
    assert (section.title, section.continued) == ("Summary", True)


def test_a_table_is_a_row_a_line_and_no_heading_or_paragraph_is_in_it() -> None:
    body = BEGUN + table(["A.", "Money"], [paragraph("1. Travel") + paragraph("of staff"), ""], ["", ""])
    read, _ = readers.read_bytes("a", word(body + paragraph("2. Second.")))
    assert read.text.split("\n\n")[1:3] == ["A.\tMoney", "1. Travel of staff\t"]
    report = parse_source(read).report
    assert [(block.kind, block.number) for block in report.blocks] == [
        ("paragraph", "1"), ("text", None), ("paragraph", "2"),
    ]  # fmt: skip
    assert report.sections == ()


def test_a_box_is_no_table_and_a_table_in_a_table_is_part_of_its_cell() -> None:
    boxed = table([paragraph("Recommendation 1") + paragraph("States should act.")])
    nested = table(["a", table(["b", "c"], ["d", "e"])])
    assert lines(word(BEGUN + boxed + nested))[1:] == ["Recommendation 1", "States should act.", "a\tb c d e"]


def test_the_masthead_is_read_cell_by_cell_from_the_first_page_header_or_the_body() -> None:
    head = table(
        ["United Nations", "A/1/2"], ["General Assembly", paragraph("Distr.: General") + paragraph("3 May 2020")]
    )
    body = paragraph("Draft report") + BEGUN
    foot = paragraph("2/4") + table(["20-01234 (E)", "*2001234*"])
    for data in (word(body + FIRST_PAGE, header=head, footer=foot), word(head + body + foot)):
        read, _ = readers.read_bytes("a", data)
        masthead = parse_source(read).report.masthead
        assert (masthead.organ, masthead.symbol, masthead.date) == ("General Assembly", "A/1/2", "2020-05-03")
        assert read.text.startswith("United Nations\n\nA/1/2\n\nGeneral Assembly\n\nDistr.: General\n\n3 May 2020\n\n")
    assert (
        parse_source(
            readers.read_bytes("a", word(body + FIRST_PAGE, header=head, footer=foot))[0]
        ).report.masthead.job_number
        == "20-01234"
    )


def test_a_foot_in_bold_is_no_heading() -> None:
    foot = paragraph(run("V.20-01234 (E)", "<w:b/>"))
    read, _ = readers.read_bytes("a", word(paragraph("Draft report") + BEGUN + FIRST_PAGE, footer=foot))
    assert parse_source(read).report.masthead.job_number == "V.20-01234"


def test_a_table_with_a_language_is_a_masthead() -> None:
    read, _ = readers.read_bytes("a", word(table(["", "JIU/REP/2020/9"], ["", "Original: English"]) + BEGUN))
    assert read.text.startswith("JIU/REP/2020/9\n\nOriginal: English\n\n")


def test_notes_in_a_frame_of_the_first_page_are_notes() -> None:
    body = paragraph("Draft report*") + paragraph("* Not edited.", properties="<w:framePr/>") + BEGUN
    read, _ = readers.read_bytes("a", word(body))
    assert read.text == f"Draft report*\n\n1. First.\n\n{'_' * 18}\n* Not edited.\n"


def test_a_contents_line_has_its_leaders() -> None:
    toc = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    body = paragraph("Contents") + paragraph(run("Page", "<w:i/>"))
    body += paragraph(run("I. Scope"), "<w:r><w:tab/><w:t>2</w:t></w:r>", properties=toc)
    read, _ = readers.read_bytes("a", word(body + paragraph("I. Scope") + BEGUN))
    assert [section.title for section in parse_source(read).report.sections] == ["Scope"]


# The file


def test_a_place_has_the_number_of_its_paragraph_in_the_body() -> None:
    body = paragraph("one") + paragraph("") + table(["two", "three"]) + paragraph("four")
    read, _ = readers.read_bytes("a", word(body + FIRST_PAGE, header=paragraph("head"), footer=paragraph("25-01234")))
    found = {
        name: read.position(read.text.index(name)).paragraph for name in ("head", "one", "two", "four", "25-01234")
    }
    assert found == {"head": None, "one": 1, "two": 3, "four": 5, "25-01234": None}
    assert readers.read_bytes("a.txt", b"1. One.\n")[0].position(0).paragraph is None


def test_the_strict_form_of_the_standard_is_read_alike() -> None:
    data = word(paragraph("a", numbering=(1, 0)), numbering=DECIMAL + listed(1, 1))
    strict = word(paragraph("a", numbering=(1, 0)), numbering=DECIMAL + listed(1, 1), strict=True)
    assert MAIN.encode() not in strict
    assert lines(strict) == lines(data) == ["1. a"]


def test_the_document_is_where_the_package_says() -> None:
    assert lines(word(paragraph("here"), document="word/document2.xml")) == ["here"]


# Typed and automatic numbers, fields that print numbers


def field(instruction: str, result: str | None = None) -> str:
    parts = [("begin", ""), ("", instruction), *([("separate", result)] if result is not None else []), ("end", "")]
    return "".join(
        (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' if kind else "")
        + (f"<w:r><w:instrText>{text}</w:instrText></w:r>" if not kind else run(text) if text else "")
        for kind, text in parts
    )


def tabbed(number: str, words: str) -> str:
    return paragraph(run(number), "<w:r><w:tab/></w:r>", words)


def test_typed_and_automatic_numbers_of_one_document_are_one_count() -> None:
    lists = DECIMAL + listed(1, 1, start_0=2) + listed(2, 1, start_1=2) + listed(3, 1, start_0=4)
    body = (
        tabbed("I.", "Introduction")
        + tabbed("1.", "The Group met.")
        + paragraph("It asked States:", numbering=(1, 0))
        + tabbed("(a)", "To act;")
        + paragraph("To wait.", numbering=(2, 1))
        + tabbed("3.", "It met again.")
        + paragraph("Recommendations", style="H1")
        + paragraph("It ended.", numbering=(3, 0))
    )
    text = (
        "I. Introduction\n\n1. The Group met.\n\n2. It asked States:\n\n(a) To act;\n\n(b) To wait.\n\n"
        "3. It met again.\n\nRecommendations\n\n4. It ended.\n"
    )
    read, _ = readers.read_bytes("a.docx", word(body, numbering=lists, styles=NAMED))
    assert read.text == text
    assert without_places(parse_source(read).report) == without_places(parse_source(source(text)).report)


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (["AUTONUM", " AUTONUM  \\* Arabic ", "AUTONUMLGL"], ["1. x", "2. x", "3. x"]),
        (['AUTONUM \\s ")"', "AUTONUM \\s :"], ["1) x", "2: x"]),
        (
            ["LISTNUM", "LISTNUM \\l 2", "LISTNUM \\l 2", "LISTNUM", "LISTNUM \\l 2"],
            ["1) x", "a) x", "b) x", "2) x", "a) x"],
        ),
        (["LISTNUM OutlineDefault \\l 1 \\s 4", "LISTNUM OutlineDefault"], ["IV. x", "V. x"]),
        (["LISTNUM \\l 99", "LISTNUM \\l x"], ["i. x", "1) x"]),
        (["PAGEREF a", "", "SEQ Table"], ["x", "x", "x"]),
    ],
)
def test_fields_without_a_result_print_the_number_that_word_counts(
    instructions: list[str], expected: list[str]
) -> None:
    assert lines(word("".join(paragraph(field(each) + run(" x")) for each in instructions))) == expected


def test_a_field_with_a_result_prints_that() -> None:
    simple = f'<w:fldSimple w:instr="AUTONUM">{run("7.")}</w:fldSimple>'
    bare = '<w:fldSimple w:instr="AUTONUM"/>'
    body = paragraph(field("AUTONUM", "6.") + run(" a")) + paragraph(simple + run(" b")) + paragraph(bare + run(" c"))
    assert lines(word(body)) == ["6. a", "7. b", "1. c"]


def test_a_caption_keeps_the_number_of_its_field_and_may_stand_in_a_box() -> None:
    caption = paragraph(run("Table ") + field("SEQ Table", "3") + run(". Ships"), style="Caption")
    box = f"<w:r><w:drawing><w:txbxContent>{caption}</w:txbxContent></w:drawing></w:r>"
    assert lines(word(BEGUN + caption + paragraph("a" + "", box)))[1:] == ["Table 3. Ships", "a", "Table 3. Ships"]


def test_a_box_that_only_an_older_form_of_a_drawing_has_is_read() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('boxed')}</w:txbxContent></w:pict>"
    forms = f"<mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = paragraph(run("before"), f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>")
    assert lines(word(body)) == ["before", "boxed"]


def test_notes_in_boxes_and_tables_are_numbered_where_their_marks_stand() -> None:
    def mark(at: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{at}"/></w:r>'

    box = f"<w:r><w:drawing><w:txbxContent>{paragraph(run('box') + mark(2))}</w:txbxContent></w:drawing></w:r>"
    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(f"note {at}")}</w:footnote>' for at in (1, 2, 3))
    rows = table(["a", paragraph(run("b") + mark(3))])
    body = BEGUN + paragraph(run("First") + mark(1) + box) + rows
    assert lines(word(body, footnotes=notes))[1:] == [
        "First¹", "box²", "a\tb³", "_" * 18, "1 note 1", "2 note 2", "3 note 3",
    ]  # fmt: skip
