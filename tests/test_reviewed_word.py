"""Word drafts written again: comments at their words, fixes as tracked changes, everything else as it was."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests import review
from tests.cases import ROOT
from tests.word import FIRST_PAGE, abstract, level, listed, paragraph, run, word
from wgtip_parse import readers
from wgtip_parse.diagnostics import Edit
from wgtip_parse.readers import Revisions
from wgtip_parse.review.changes import planned
from wgtip_parse.review.opened import Opened, Parts
from wgtip_parse.review.remark import Remark
from wgtip_parse.review.word import reviewed, rewritten

SAMPLES = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "samples" / "invalid").rglob("*.txt")])
BOARD = ROOT.parent / "shared" / "board" / "word"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("given")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
OTHERS = 'w:id="3" w:author="An Editor"'
INSERTED, DELETED = f"<w:ins {OTHERS}>{run('put in')}</w:ins>", f"<w:del {OTHERS}>{run('gone')}</w:del>"
DELETED = DELETED.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
LINK = f'<w:hyperlink w:anchor="a">{run("linked")}</w:hyperlink>'
BOOKMARK = '<w:bookmarkStart w:id="9" w:name="a"/>'
ADDED = {"word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def opened(data: bytes, revisions: Revisions = Revisions.ACCEPT) -> Opened:
    return Opened(Parts("a.docx", data), revisions)


def text_of(data: bytes, revisions: Revisions = Revisions.ACCEPT) -> str:
    return readers.read_bytes("a.docx", data, revisions=revisions)[0].text


def edit(text: str, old: str, new: str) -> Edit:
    at = text.index(old)
    return Edit(at, at + len(old), new)


def remark(text: str, words: str) -> Remark:
    at = text.index(words)
    return Remark((at, at + len(words)), ("T000 warning: said",))


def review_of(data: bytes, old: str, new: str) -> bytes | None:
    """A draft in which some words are replaced, and remarked on."""
    draft = opened(data)
    return reviewed(draft, [edit(draft.text, old, new)], [remark(draft.text, old)], None)


def takes(data: bytes, old: str, new: str) -> bool:
    draft = opened(data)
    return planned(draft, [edit(draft.text, old, new)]) is not None


def changed_parts(before: bytes, after: bytes) -> set[str]:
    old, new = review.bare(before), review.bare(after)
    return {name for name in new if old.get(name) != new[name]}


# What a draft becomes


def test_words_across_runs_are_replaced_in_the_look_of_the_first() -> None:
    data = word(paragraph("It ", run("saw", "<w:b/>"), run(" th", "<w:i/>"), "em."))
    copy = review_of(data, "saw them", "met us")
    assert copy is not None
    assert (review.faults(copy), review.anchored(copy)) == ([], {"3": "saw them"})
    assert text_of(review.settled(copy, accept=True)) == text_of(copy) == "It met us.\n"
    assert text_of(review.settled(copy, accept=False)) == text_of(copy, Revisions.REJECT) == "It saw them.\n"
    assert b'<w:ins w:id="2" w:author="wgtip"><w:r><w:rPr><w:b/></w:rPr>' in review.parts(copy)["word/document.xml"]
    assert changed_parts(data, copy) == ADDED


@pytest.mark.parametrize(
    ("pieces", "old"),
    [
        (["It ", FIELD, " them."], "given"),
        (["It ", FIELD, " them."], "It given"),
        (["It ", LINK, " them."], "It linked"),
        (["It ", INSERTED, " them."], "put in"),
        (["It ", INSERTED, " them."], "in them"),
        (["It ", DELETED, "saw them."], "It saw"),
        (["It ", f'<w:fldSimple w:instr="PAGE">{run("12")}</w:fldSimple>', " them."], "12"),
        (["It ", f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{run("saw")}'
          "</w:sdtContent></w:sdt>", " them."], "saw"),
        (["It ", '<w:r><w:t>sa</w:t><w:footnoteReference w:id="2"/><w:t>w</w:t></w:r>', " them."], "sa¹w"),
        (["It ", "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", " them."], "x+y"),
    ],
    ids="result past-field past-link inserted past-inserted past-deleted simple-field locked note maths".split(),
)  # fmt: skip
def test_what_cannot_be_edited_safely_gets_a_comment_only(pieces: list[str], old: str) -> None:
    data = word(paragraph(*pieces))
    assert not takes(data, old, "new")
    draft = opened(data)
    copy = reviewed(draft, [], [remark(draft.text, old)], None)
    assert copy is not None
    (words,) = review.anchored(copy).values()
    assert review.squeezed(old) in review.squeezed(words)
    assert (review.faults(copy), changed_parts(data, copy)) == ([], ADDED)


@pytest.mark.parametrize(
    ("pieces", "old", "new"),
    [
        (["It ", LINK, " them."], "linked", "tied"),
        (["Co", "<w:r><w:noBreakHyphen/></w:r>", "operation."], "Co\N{NON-BREAKING HYPHEN}operation", "Cooperation"),
        (["It ", BOOKMARK, "saw", '<w:bookmarkEnd w:id="9"/>', " it."], "It saw it", "We"),
        (["It soft\N{SOFT HYPHEN}ly spoke."], "softly", "gently"),
        (["It saw 40% of them."], "%", " per cent"),
        (["It saw them ."], " .", "."),
        ([LINK, run(" them")], "linked", ""),
    ],
)  # fmt: skip
def test_what_can_be_edited_reads_as_it_should_when_accepted_and_when_rejected(
    pieces: list[str], old: str, new: str
) -> None:
    data = word(paragraph(*pieces))
    text = text_of(data)
    copy = review_of(data, old, new)
    assert copy is not None
    assert (review.faults(copy), changed_parts(data, copy)) == ([], ADDED)
    assert text_of(review.settled(copy, accept=True)).split() == text.replace(old, new, 1).split()
    assert text_of(review.settled(copy, accept=False)) == text
    draft = opened(data)
    plain = rewritten(draft, [edit(text, old, new)])
    assert plain is not None
    assert text_of(plain, Revisions.REJECT).split() == text.replace(old, new, 1).split()


def test_an_insertion_stands_outside_of_what_is_linked() -> None:
    data = word(paragraph("It ", LINK, " them."))
    draft = opened(data)
    at = draft.text.index("linked") + len("linked")
    copy = reviewed(draft, [Edit(at, at, ",")], [], None)
    assert copy is not None
    assert b'</w:hyperlink><w:ins w:id="1" w:author="wgtip">' in review.parts(copy)["word/document.xml"]


def test_a_finding_on_a_counted_number_stands_at_the_whole_paragraph() -> None:
    lists = abstract(1, level(0, "decimal", "%1.")) + listed(1, 1)
    data = word(paragraph("It saw them.", numbering=(1, 0)) + paragraph("It met.", numbering=(1, 0)), numbering=lists)
    assert not takes(data, "2.", "3.")
    draft = opened(data)
    copy = reviewed(draft, [], [remark(draft.text, "2.")], None)
    assert copy is not None
    assert list(review.anchored(copy).values()) == ["It met."]


def test_words_in_headers_notes_and_boxes_are_quoted_where_those_hang_on() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Boxed words.')}</w:txbxContent></w:pict></w:r>"
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(
        paragraph("First.") + paragraph("Noted", mark, " and boxed", box) + FIRST_PAGE,
        header=paragraph("Headed words."),
        footnotes=f'<w:footnote w:id="2">{paragraph("Words of a note.")}</w:footnote>',
        footer=paragraph(""),
    )
    draft = opened(data)
    said = [remark(draft.text, words) for words in ("Headed", "Boxed", "of a note")]
    copy = reviewed(draft, [edit(draft.text, "of a note", "of the note")], said, None)
    assert copy is not None
    assert [lines[-1] for lines in review.comments(copy).values()] == ["“Headed”", "“Boxed”", "“of a note”"]
    assert list(review.anchored(copy).values()) == ["First.", "", "Boxed words."]
    assert review.faults(copy) == []
    assert "Words of the note." in text_of(review.settled(copy, accept=True))
    assert changed_parts(data, copy) == ADDED


def test_comments_of_others_are_kept_and_their_numbers_not_used_again() -> None:
    theirs = f'<w:comment w:id="7" w:author="An Editor">{paragraph("Is this so?")}</w:comment>'
    marks = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    data = word(paragraph(marks[0], "It saw", marks[1], " them."), comments=theirs)
    copy = review_of(data, "saw them", "met")
    assert copy is not None
    assert list(review.comments(copy, "An Editor").values()) == [["Is this so?"]]
    (ours,) = review.comments(copy)
    assert int(ours) > 7
    assert (review.faults(copy), changed_parts(data, copy)) == ([], {"word/comments.xml"})
    assert review.anchored(copy) == {"7": "It saw", ours: "saw them"}


def test_a_draft_in_the_strict_form_stays_in_it() -> None:
    data = word(paragraph("It saw them."), strict=True)
    copy = review_of(data, "saw", "met")
    assert copy is not None
    assert text_of(copy) == "It met them.\n"
    assert not any(b"schemas.openxmlformats.org/wordprocessingml" in part for part in review.parts(copy).values())


def test_other_entries_keep_their_bytes_as_packed() -> None:
    data = word(paragraph("It saw them."), styles="")
    copy = review_of(data, "saw", "met")
    assert copy is not None
    for name in ("word/styles.xml", "_rels/.rels"):
        assert packed(data, name) == packed(copy, name)


def packed(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(name)
        start = entry.header_offset + 30 + len(name)
        return data[start : start + entry.compress_size]


def test_comments_of_xml_are_kept() -> None:
    data = word(paragraph("It saw them.") + "<!-- kept -->")
    copy = review_of(data, "saw", "met")
    assert copy is not None
    assert b"<!-- kept -->" in review.parts(copy)["word/document.xml"]
