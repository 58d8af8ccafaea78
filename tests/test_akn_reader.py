"""Akoma Ntoso as it is read: numbers, headings, lists and notes come in as they are printed, whatever its slips."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import AKN
from wgtip_parse import readers
from wgtip_parse.model import Report
from wgtip_parse.parser import parse_source
from wgtip_parse.readers.akn import xml
from wgtip_parse.readers.kinds import PROLOG, Kind, kind_of

SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
BEGUN = "<paragraph><num>1.</num><content><p>The Group met.</p></content></paragraph>"


def document(body: str, cover: str = "", meta: str = "") -> bytes:
    made = f"<meta>{meta}</meta>{cover}<mainBody>{body}</mainBody>"
    return f'<akomaNtoso xmlns="{SPACE}"><doc name="a">{made}</doc></akomaNtoso>'.encode()


def lines(body: str, **others: str) -> list[str]:
    return readers.read_bytes("a", document(body, **others))[0].text.rstrip("\n").split("\n\n")


def slips(body: str) -> list[str]:
    return [each.message for each in readers.read_bytes("a", document(body))[1]]


def tree(body: str, **others: str) -> Report:
    return parse_source(readers.read_bytes("a", document(body, **others))[0]).report


def heading(words: str, style: str = "H23") -> str:
    return f'<paragraph class="{style}"><subheading>\t\t{words}</subheading></paragraph>'


def numbered(number: str, words: str) -> str:
    return f"<paragraph><num>{number}</num><content><p>\t{words}</p></content></paragraph>"


def test_numbers_stand_before_their_words_and_lists_in_lists() -> None:
    inner = "<list><intro><p>a stove:</p></intro><point><num>(i)</num><content><p>of iron.</p></content></point></list>"
    points = f"<point><num>(a)</num><content><p>a boat;</p></content></point><point><num>(b)</num>{inner}</point>"
    body = f"<paragraph><num>1.</num><list><intro><p>\tIt bought:</p></intro>{points}</list></paragraph>"
    assert lines(body) == ["1. It bought:", "(a) a boat;", "(b) a stove:", "(i) of iron."]
    (block,) = tree(body).blocks
    assert [(each.marker, len(each.subparagraphs)) for each in block.subparagraphs] == [("a", 0), ("b", 1)]
    assert slips(body) == []


def test_cover_page_and_foot_are_the_masthead() -> None:
    cover = """
      <coverPage><p><docAuthority>United Nations</docAuthority></p><p><docNumber>INV/2044/3</docNumber></p>
      <p><docStatus>Distr.: General</docStatus></p><p><docDate date="2044-05-03">3 May 2044</docDate></p></coverPage>
      <preface><p><docTitle>Report of the Group</docTitle></p></preface>"""
    foot = "<presentation><docketNumber>44-01234 (E)</docketNumber></presentation><other>of no page</other>"
    head = tree(BEGUN, cover=cover, meta=foot).masthead
    assert (head.symbol, head.date, head.title) == ("INV/2044/3", "2044-05-03", "Report of the Group")
    assert head.job_number == "44-01234"


def test_a_note_is_marked_where_it_stands_and_told_at_the_end() -> None:
    note = '<authorialNote marker="1"><p>\t\tSee INV/2044/1.</p></authorialNote>'
    report = tree(numbered("1.", f"The Group{note} met.") + numbered("2.", "It rose."))
    assert [(each.mark, each.text) for each in report.footnotes] == [("1", "See INV/2044/1.")]
    assert report.blocks[0].text == "The Group met."
    bracketed = f"The Group<sup>(</sup>{note}<sup>)</sup> met."
    assert lines(numbered("1.", bracketed))[0] == "1. The Group¹ met."


def test_headings_are_those_of_the_elements_and_of_the_styles() -> None:
    section = f"<section><num>II.</num><heading>Ropes</heading>{numbered('2.', 'It rose.')}</section>"
    body = heading("Bells") + BEGUN + section
    found = [(each.number, each.title) for each in tree(body).every_section()]
    assert found == [(None, "Bells"), ("II", "Ropes")]


def test_a_number_in_a_heading_of_its_own_is_that_of_the_next() -> None:
    body = heading("I") + heading("Bells") + BEGUN + heading("II") + heading("Ropes") + numbered("2.", "It rose.")
    assert [(each.number, each.title) for each in tree(body).sections] == [("I", "Bells"), ("II", "Ropes")]
    assert lines(heading("一") + heading("钟"))[0] == "一、钟"


def test_a_number_left_in_the_title_is_read_as_one_where_titles_make_a_series() -> None:
    body = heading("I Bells") + BEGUN + heading("II Ropes") + numbered("2.", "It rose.")
    assert [(each.number, each.title) for each in tree(body).sections] == [("I", "Bells"), ("II", "Ropes")]
    assert slips(body) == [f"the number stands in the title: {title}" for title in ("I Bells", "II Ropes")]
    assert slips(heading("A new bell") + BEGUN + heading("Ropes")) == []


@pytest.mark.parametrize(
    ("body", "expected", "slip"),
    [
        (numbered("1.", "1. It met."), ["1. It met."], "and again before the words: 1. It met."),
        ("<paragraph><num>1.</num><num>1.</num><content><p>It met.</p></content></paragraph>", ["1. It met."], ": 1."),
        (f"{BEGUN}stray words{BEGUN}", ["1. The Group met.", "stray words", "1. The Group met."], ": stray words"),
        (numbered("(a)", "a) it met;"), ["(a) it met;"], "and again before the words: a) it met;"),
        (
            "<paragraph><num>1.</num></paragraph><paragraph><content><p>It met.</p></content></paragraph>",
            ["1. It met."],
            "a number stands in another element than its words: 1. It met.",
        ),
        ("<list><point><num>أ</num><content><p>جرس؛</p></content></point></list>", ["(أ) جرس؛"], "bracket: أ"),
        (
            "<paragraph><num>1.</num><content>\tIt <i>met</i> twice.</content></paragraph>",
            ["1. It met twice."],
            "words stand outside of every paragraph: It",
        ),
        (numbered("7", "It met."), ["7. It met."], "a number stands without its stop or bracket: 7"),
        (
            "<paragraph><num>2.</num><subheading>Ropes</subheading><content><p>It rose.</p></content></paragraph>",
            ["Ropes", "2. It rose."],
            "a heading stands in a paragraph's element",
        ),
        (numbered("1.", "不让任何一个人掉\t队"), ["1. 不让任何一个人掉队"], "a tab parts a word"),
        (f'{BEGUN}<componentRef src="b.xml"/>', ["1. The Group met."], "which is not fetched: b.xml"),
    ],
)
def test_slips_are_mended_and_told(body: str, expected: list[str], slip: str) -> None:
    assert lines(body) == expected
    (told,) = slips(body)
    assert slip in told


def test_slips_are_told_at_their_blocks() -> None:
    source, (told,) = readers.read_bytes("a", document(BEGUN + numbered("2.", "2. It rose.")))
    assert (told.code, source.text[slice(*told.span)]) == ("T971", "2. It rose.")


def test_labels_of_words_stand_on_their_own_lines_and_numbers_without_words_too() -> None:
    assert lines(numbered("Recommendation 3", "Buy bells.")) == ["Recommendation 3", "Buy bells."]
    empty = "<paragraph><num>4.</num><content><p/></content></paragraph>"
    for body in (empty + BEGUN, empty + heading("Bells"), empty):
        assert lines(body)[0] == "4."
    assert slips(empty + BEGUN) == []


def test_a_number_that_looks_like_one_more_is_of_the_words() -> None:
    assert lines(numbered("1.", "1.5 million came.")) == ["1. 1.5 million came."]
    assert lines(numbered("3.", "3 May was windy.")) == ["3. 3 May was windy."]


def test_a_heading_may_print_a_bare_numeral() -> None:
    body = f"<section><num>II</num><heading>Ropes</heading>{BEGUN}</section>"
    assert (lines(body)[0], slips(body)) == ("II. Ropes", [])


def test_tables_quotations_and_plain_lists() -> None:
    rows = "<tr><th><p>Lake</p></th><th><p>Bells</p></th></tr><tr><td><p>Klow</p></td><td><p>7</p></td></tr>"
    for table in (rows, f"<tbody>{rows}</tbody>"):
        found = lines(f"{BEGUN}<table><caption>Bells</caption>{table}</table>")
        assert found[1:] == ["Bells", "Lake\tBells", "Klow\t7"]
    assert lines("<ul><li>a boat</li></ul><ol><li>a stove</li></ol>") == ["• a boat", "1. a stove"]
    quoted = '<p>It said: <quotedStructure startQuote="“" endQuote="”"><p>Ring it.</p></quotedStructure></p>'
    assert lines(quoted) == ["It said:", "“Ring it.”"]


def test_chinese_has_no_space_behind_a_stop_or_a_mark() -> None:
    note = '<authorialNote marker="1"><p>A/1。</p></authorialNote>'
    assert lines(numbered("1.", f"回顾《公约》、 《宪章》{note} 和钟。"))[0] == "1. 回顾《公约》、《宪章》¹和钟。"


LETTERS = {"ar": "أبج", "en": "abc", "es": "abc", "fr": "abc", "ru": "abc", "zh": "abc"}
SLIPS = {"ar": 0, "en": 0, "es": 1, "fr": 2, "ru": 2, "zh": 1}  # that a sample has


@pytest.mark.parametrize("path", AKN, ids=lambda path: path.name)
def test_the_samples_have_one_tree_in_six_languages(path: Path) -> None:
    source, slips = readers.read(str(path))
    report = parse_source(source).report
    language = path.suffixes[0].removeprefix(".")
    first, second = report.sections
    (paragraph,) = first.blocks
    assert (report.source.language, len(slips)) == (language, SLIPS[language])
    assert [block.number for block in report.blocks] == [None, "1"]
    assert (paragraph.number, [block.number for block in second.blocks]) == ("2", ["3", None])
    assert [(item.marker, len(item.subparagraphs)) for item in paragraph.subparagraphs] == [
        (letter, 2 * (at == 1)) for at, letter in enumerate(LETTERS[language])
    ]
    assert None not in (first.number, second.number)
    assert [note.mark for note in report.footnotes] == ["1"]
    head = report.masthead
    assert (head.symbol, head.date, head.agenda_item) == ("A/RES/99/7", "2031-05-03", "14")
    assert (head.job_number, head.other) == ("31-00007", ())
    assert None not in (head.organ, head.session, head.title)


def test_there_is_a_sample_for_each_language() -> None:
    assert len(AKN) == len(SLIPS)


LANGUAGES = {
    "ar": (numbered("1 -", "تقرر ذلك؛"), "1 - تقرر ذلك؛"),
    "es": ("<list><point><num>a)</num><content><p>Campanas;</p></content></point></list>", "a) Campanas;"),
    "fr": (numbered("1.", "Décide ce qui suit :"), "1. Décide ce qui suit :"),
    "ru": ("<list><point><num>а)</num><content><p>колокола;</p></content></point></list>", "а) колокола;"),
    "zh": ("<list><point><num>㈠</num><content><p>钟；</p></content></point></list>", "㈠ 钟；"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_keeps_the_numbers_that_it_prints(language: str) -> None:
    body, expected = LANGUAGES[language]
    assert lines(body) == [expected]


TAGS = """
    p num heading subheading content paragraph point list intro wrapUp sup i authorialNote table tr td ul li section eol
    quotedStructure container foreign unheardOf
    """.split()
ELEMENTS = st.recursive(
    st.sampled_from(["", "1.", "II", "(a)", "bell", " rope ", "Annex I"]),
    lambda inner: st.builds(
        lambda tag, style, inside: f'<{tag} class="{style}">{"".join(inside)}</{tag}>',
        st.sampled_from(TAGS),
        st.sampled_from(["", "H1", "bold"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.lists(ELEMENTS, max_size=4).map("".join))
def test_elements_in_any_order_lose_no_word(body: str) -> None:
    try:
        text = readers.read_bytes("a", document(body))[0].text
    except readers.ReadError as error:
        text = str(error)
    for word in ("bell", "rope"):
        assert (word in text) == (word in body)


DEEP = 100_000
BAD = {
    "entities": (
        b'<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + document("<p>&a;</p>"),
        "XML with a document type declaration, whose entities are not read; take it out",
    ),
    "an entity": (document("<p>&a;</p>"), "no XML that can be read (line 1)"),
    "depth": (document("<p>" * DEEP + "</p>" * DEEP), f"elements nested more than {xml.DEEPEST} deep"),
    "some depth": (
        document("<i>" * xml.DEEPEST + "</i>" * xml.DEEPEST),
        f"elements nested more than {xml.DEEPEST} deep",
    ),
    "an end": (document(BEGUN)[:-20], "no XML that can be read (line 1)"),
    "an older schema": (
        document(BEGUN).replace(b"docs.oasis-open.org/legaldocml/ns/akn/3.0", b"www.akomantoso.org/2.0"),
        f"Akoma Ntoso of the namespace http://www.akomantoso.org/2.0; only version 3.0 ({SPACE}) is read",
    ),
    "no schema": (
        document(BEGUN).replace(f' xmlns="{SPACE}"'.encode(), b""),
        f"Akoma Ntoso without a namespace; only version 3.0 ({SPACE}) is read",
    ),
    "no words": (document("<p> </p>"), "an Akoma Ntoso document without text"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_one_line(kind: str) -> None:
    data, told = BAD[kind]
    assert kind_of(data) is Kind.AKN
    with pytest.raises(readers.ReadError) as caught:
        readers.read_bytes("a", data)
    assert str(caught.value) == f"a: {told}"


def test_so_many_tags_are_read_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    data = document(BEGUN)
    monkeypatch.setattr(xml, "MOST_TAGS", data.count(b"<"))
    assert readers.read_bytes("a", data)[0].format == "akn"
    with pytest.raises(readers.ReadError, match=r"^a: XML of more than \d+ tags$"):
        readers.read_bytes("a", data.replace(b"<meta>", b"<!-- x --><meta>"))


def test_what_nests_to_the_limit_is_read() -> None:
    deepest = xml.DEEPEST - 4  # below akomaNtoso, doc, mainBody and p
    data = document(f"<p>{'<i>' * deepest}It met.{'</i>' * deepest}</p>")
    assert readers.read_bytes("a", data)[0].text == "It met.\n"


def test_it_is_known_behind_a_long_comment() -> None:
    data = b'<?xml version="1.0"?>\n<!-- ' + b"x" * 10_000 + b" -->\n" + document(BEGUN)
    assert kind_of(data) is Kind.AKN
    assert kind_of(b"<!-- " + b"x" * PROLOG + b" -->" + document(BEGUN)) is Kind.TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_and_prefixes(encoding: str) -> None:
    data = document(BEGUN).decode().replace("<akomaNtoso xmlns=", "<akomaNtoso xmlns:x='y' xmlns=")
    assert readers.read_bytes("a", data.encode(encoding))[0].text == "1. The Group met.\n"


def test_without_its_library_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("wgtip_parse.readers.akn.xml")
    monkeypatch.setitem(sys.modules, "wgtip_parse.readers.akn.xml", None)
    with pytest.raises(readers.ReadError, match=r"^a: reading Akoma Ntoso needs lxml: pip install lxml$"):
        readers.read_bytes("a", document(BEGUN))
