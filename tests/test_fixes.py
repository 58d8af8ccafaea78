"""Fixes: what they change in a file, what they leave alone, and when nothing is written."""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases import ROOT, SAMPLES, source
from tests.shell import wgtip, wgtip_here
from tests.word import typed
from wgtip_parse import readers
from wgtip_parse.compiler import checking, choice, fixing, judging
from wgtip_parse.compiler.verification import differs_only_by
from wgtip_parse.diagnostics import Diagnostic, Edit, Fix, Severity
from wgtip_parse.parser import parse_source
from wgtip_parse.rules import Draft, Rule

INVALID = sorted(path for path in (ROOT / "samples" / "invalid").rglob("*.txt"))
TEXT = "1. It saw 40% of them.\n\n2. It – met 5 %.\n\n3. It adopted the report."
FIXED = "1. It saw 40 per cent of them.\n\n2. It – met 5 per cent.\n\n3. It adopted the report.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "cp1252"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_file_keeps_encoding_mark_and_line_ends(tmp_path: Path, mark: bytes, encoding: str, line_end: str) -> None:
    def written(text: str) -> bytes:
        return mark + text.replace("\n", line_end).encode(encoding)

    file = tmp_path / "a.txt"
    file.write_bytes(written(TEXT))
    done = wgtip_here("check", "--fix", "--ignore", "T001", "a.txt", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (
        0,
        b"no findings in 1 report\n",
        b"3 fixed in a.txt",
    )
    assert file.read_bytes() == written(FIXED)
    assert list(tmp_path.iterdir()) == [file]


def test_bytes_that_are_no_character_stay_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode() + "Côte".encode() + b"\xff\n")
    wgtip_here("check", "--fix", file)
    assert file.read_bytes() == FIXED.removesuffix("\n").encode() + "Côte".encode() + b"\xff\n"


def test_a_second_run_finds_nothing_to_fix(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    wgtip_here("check", "--fix", file)
    first = file.read_bytes()
    done = wgtip_here("check", "--fix", file)
    assert (done.returncode, done.stderr, file.read_bytes()) == (0, b"", first)


def test_a_diff_shows_the_same_change_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    done = wgtip_here("check", "--diff", "--fix", "a.txt", folder=tmp_path)
    assert (done.returncode, file.read_text()) == (1, TEXT)
    assert done.stdout.decode().splitlines() == [
        "--- a.txt",
        "+++ a.txt",
        "@@ -1,5 +1,5 @@",
        "-1. It saw 40% of them.",
        "+1. It saw 40 per cent of them.",
        " ",
        "-2. It – met 5 %.",
        "+2. It – met 5 per cent.",
        " ",
        "-3. It adopted the report.",
        "\\ No newline at end of file",
        "+3. It adopted the report.",
    ]
    assert wgtip("check", "--diff", "-", data=TEXT.encode()).stdout.count(b"\n+") == 4
    clean = wgtip("check", "--diff", "-", data=FIXED.encode())
    assert (clean.returncode, clean.stdout) == (0, b"")


def test_what_is_not_chosen_is_not_fixed(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    assert wgtip_here("check", "--fix", "--ignore", "N603,T008", file).returncode == 0
    assert wgtip_here("check", "--fix", "--severity", "error", file).returncode == 0
    assert file.read_text() == TEXT


def test_standard_input_has_no_file_to_fix() -> None:
    done = wgtip("check", "--fix", "-", data=TEXT.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"use --diff" in done.stderr


def checked(text: str, kind: str = "text") -> checking.Checked:
    return checking.check_source("-", choice.Choice(), replace(source(text, "-"), format=kind))


def judge(all_checked: object) -> list[checking.Checked]:
    return judging.judge(all_checked, {}, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "told"), [("word", "Word from standard input"), ("pdf", "pdf")])
def test_word_without_a_file_and_pdf_are_refused_and_hold_nothing_up(kind: str, told: str) -> None:
    other = checked(TEXT, kind)
    assert fixing.refusal(other) == f"-: only text and Word files can be fixed, not {told}: correct the original"
    judged, fixed = fixing.fix_all([other, checked(TEXT)], judge, unsafe=False)
    assert [each.before.source.format for each in fixed] == ["text"]
    assert judged[0].diagnostics == judge([other])[0].diagnostics


def test_a_word_file_among_drafts_is_named_and_the_drafts_are_fixed(tmp_path: Path) -> None:
    draft, other = tmp_path / "a.txt", tmp_path / "b.docx"
    draft.write_text(TEXT)
    other.write_bytes(typed(TEXT))
    alone = wgtip("check", "--fix", other)
    assert (alone.returncode, alone.stdout, alone.stderr.count(b"\n")) == (2, b"", 1)
    done = wgtip("check", "--fix", tmp_path)
    assert done.returncode == 1
    assert "40 per cent" in draft.read_text()
    assert f"{other}: a Word file is written over with --in-place only".encode() in done.stderr
    assert b"b.docx" in done.stdout
    assert b"fixable" not in done.stdout


def test_a_document_that_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    before = checking.check(str(file), choice.Choice(), readers.read)
    assert isinstance(before, checking.Checked)
    file.write_text(TEXT + "\n")
    with pytest.raises(fixing.UnfixableError, match="changed while it was checked"):
        fixing.fix_all([before], judge, unsafe=False)


Find = Callable[[Draft], list[Diagnostic]]


def with_rule(monkeypatch: pytest.MonkeyPatch, find: Find) -> None:
    """Let one invented rule be the only one."""
    rule = Rule("N603", "invented", Severity.WARNING, "none", "None.", find)
    monkeypatch.setattr(checking, "RULES", (rule,))


def replacing(old: str, new: str, *, safe: bool = True) -> Find:
    def find(draft: Draft) -> list[Diagnostic]:
        at = draft.source.text.find(old)
        edits = (Edit(at, at + len(old), new),)
        span = (at, at + len(old))
        return [Diagnostic("N603", Severity.WARNING, "bad", span, None, Fix(edits, safe))] if at >= 0 else []

    return find


def test_unsafe_fixes_wait_to_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rule(monkeypatch, replacing("saw", "noted", safe=False))
    assert fixing.fix_all([checked(TEXT)], judge, unsafe=False)[1] == []
    _, fixed = fixing.fix_all([checked(TEXT)], judge, unsafe=True)
    assert [each.data.decode() for each in fixed] == [TEXT.replace("saw", "noted")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" saw", " saw:\n\n(a) "),  # a paragraph becomes a list
        ("them.\n\n2. ", "them. "),  # a paragraph is lost
        ("\n\n3. It", "\n\nIII. It"),  # a paragraph becomes a heading
        ("2. It", "II. Heading\n\n2. It"),  # what follows comes under a heading
    ],
)
def test_a_fix_that_changes_the_tree_is_our_fault(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    assert old in TEXT
    with_rule(monkeypatch, replacing(old, new))
    with pytest.raises(fixing.FaultyFixError, match="the fix of N603 changes more than it means to"):
        fixing.fix_all([checked(TEXT)], judge, unsafe=False)


def test_fixes_without_an_end_are_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rule(monkeypatch, replacing("saw", "saw saw"))
    with pytest.raises(fixing.FaultyFixError, match="no end"):
        fixing.fix_all([checked(TEXT)], judge, unsafe=False)


def test_a_faulty_fix_is_exit_3_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    with_rule(monkeypatch, replacing("2. It", "II. Heading\n\n2. It"))
    done = wgtip_here("check", "--fix", "a.txt", folder=tmp_path)
    assert (done.returncode, done.stdout, file.read_text()) == (3, b"", TEXT)
    assert done.stderr.startswith(b"wgtip: internal error: a.txt:3:1: the fix of N603 changes more than it means to; ")
    assert done.stderr.count(b"\n") == 1


def test_an_encoding_without_the_characters_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.replace("saw", "“saw” – côté").encode("cp1252"))
    with_rule(monkeypatch, replacing("them", "th\u0119m"))
    before = checking.check(str(file), choice.Choice(), readers.read)
    assert isinstance(before, checking.Checked)
    with pytest.raises(fixing.UnfixableError, match="save it as UTF-8"):
        fixing.fix_all([before], judge, unsafe=False)


def test_fixes_that_touch_wait_for_the_next_round(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(draft: Draft) -> list[Diagnostic]:
        places = [at for at in range(len(draft.source.text)) if draft.source.text.startswith("a", at)]
        fixes = [Fix((Edit(at, at + 1, "e"),), safe=True) for at in places]
        return [
            Diagnostic("N603", Severity.WARNING, "a", (at, at + 1), None, fix)
            for at, fix in zip(places, fixes, strict=True)
        ]

    with_rule(monkeypatch, find)
    _, fixed = fixing.fix_all([checked("1. Baaad haat.\n")], judge, unsafe=False)
    assert [(each.data, each.fixes) for each in fixed] == [(b"1. Beeed heet.\n", 5)]


def test_edits_are_made_where_the_source_text_has_them() -> None:
    data = "\ufeffone\r\ntwo\rthree\n\r\nfour".encode()
    text = "one\ntwo\nthree\n\nfour"
    for at, word in ((text.index(word), word) for word in ("one", "two", "three", "four")):
        revised = readers.rewrite(data, [Edit(at, at + len(word), "x\n")])
        assert revised == data.replace(word.encode(), b"x\r\n")
    assert readers.rewrite(data, [Edit(3, 4, "")]) == data.replace(b"one\r\n", b"one")


TEXTS = sorted({path.read_text(encoding="utf-8") for path in (*SAMPLES, *INVALID)})


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_fixing_twice_is_fixing_once_for_every_sample(path: Path) -> None:
    twice_is_once(path.read_text(encoding="utf-8"))


SPOILS = [
    "%",
    " % ",
    "  ",
    " ",
    "\u00a0",
    "percent",
    ";",
    ".",
    "\t",
    "-",
    "\u200b",
    '"',
    "10th",
    " ,",
    "\n",
    "th",
    "UN ",
]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.floats(0, 1), st.sampled_from(SPOILS)), min_size=1, max_size=12))
def test_fixing_twice_is_fixing_once_for_spoilt_samples(text: str, spoils: list[tuple[float, str]]) -> None:
    for where, spoil in spoils:
        at = int(where * len(text))
        text = text[:at] + spoil + text[at:]
    with contextlib.suppress(fixing.FaultyFixError):  # then nothing is written, which is as it should be
        twice_is_once(text)


def twice_is_once(text: str) -> None:
    """Fixing ends, loses nothing that it does not mean to, and leaves nothing to fix."""
    before = checked(text)
    judged, fixed = fixing.fix_all([before], judge, unsafe=False)
    assert not any(fixing.fixable(each, unsafe=False, takes=lambda _: True) for each in judged)
    after = fixed[0].data.decode() if fixed else before.draft.source.text
    assert fixing.fix_all([checked(after)], judge, unsafe=False)[1] == []


def test_the_tree_may_differ_only_where_edits_are() -> None:
    before = parse_source(source(TEXT)).report
    after = parse_source(source(TEXT.replace("saw", "noted"))).report
    at = TEXT.index("saw")
    assert differs_only_by([Edit(at, at + 3, "noted")], before, after)
    assert not differs_only_by([], before, after)
    assert not differs_only_by([Edit(len(TEXT) - 1, len(TEXT), "..")], before, after)
    assert differs_only_by([], before, before)


NOTED = '1. The item was "Lamps of the port" 1/ and was put off.\n\n2. The Group met.\n\n1/ See the list of lamps.\n'


def test_a_mark_behind_a_straight_quotation_mark_stays_one_behind_a_curly_one(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(NOTED)
    assert wgtip_here("check", "--fix", file).returncode == 0
    assert "“Lamps of the port” 1/" in file.read_text()


def test_a_marker_with_spaces_is_left_to_a_person(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "1. The books are: (a) On lamps; (b) On boats; ( c ) On oil; and (d) On wax.\n\n2. The Group met.\n"
    )
    done = wgtip_here("check", "--fix", file)
    assert (done.returncode, done.stdout.count(b"T011"), done.stderr) == (1, 2, b"")
