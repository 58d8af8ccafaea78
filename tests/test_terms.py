"""House terms: what is found where a report speaks in its own words, what is let be, and what is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell import wgtip_here

TERMS = """[terms]
"Turkey" = "Türkiye"
"e-mail" = "email"
"web site" = "website"
"mail" = "post"
"email" = "email message"
reject = ["whilst"]
accept = ["Turkey Red", "organise"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wgtip.toml").write_text(TERMS.replace('"email" = "email message"\n', ""), encoding="utf-8")
    return tmp_path


def fixed(folder: Path, words: str, *options: str) -> str:
    draft = folder / "a.txt"
    draft.write_text(f"1. The Group met and {words}\n", encoding="utf-8")
    wgtip_here("check", "--select", "W790", *options, "--fix", "a.txt", folder=folder)
    return draft.read_text(encoding="utf-8").removeprefix("1. The Group met and ").removesuffix("\n")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("went to Turkey.", "went to Türkiye."),
        ("saw Turkey’s ports, Turkey-based firms.", "saw Türkiye’s ports, Türkiye-based firms."),
        ("wrote an e-mail.", "wrote an email."),
        ("wrote an e\u2011mail.", "wrote an email."),
        ("left. E-mail was sent by mail.", "left. Email was sent by post."),
        ("made a web\nsite.", "made a website."),
    ],
)
def test_a_house_term_is_written(folder: Path, words: str, written: str) -> None:
    assert fixed(folder, words) == written


@pytest.mark.parametrize(
    "words",
    [
        "ate turkey and TURKEY.",
        "wrote e-mails to Turkeys.",
        "read “the e-mail from Turkey”.",
        "read *Turkey and its Ports*.",
        "read CEDAW/C/Turkey/7 and A/HRC/Turkey/2.",
        "wrote to mail@example.org and https://example.org/e-mail.",
        "bought Turkey Red.",
    ],
)
def test_other_words_and_words_of_others_are_let_be(folder: Path, words: str) -> None:
    assert fixed(folder, words) == words
    assert wgtip_here("check", "--select", "W790", "a.txt", folder=folder).returncode == 0


def test_what_is_rejected_is_found_and_not_mended(folder: Path) -> None:
    assert fixed(folder, "sang whilst it rained.") == "sang whilst it rained."
    done = wgtip_here("check", "--select", "W790", "a.txt", "--format", "concise", folder=folder)
    assert done.stdout.decode() == "a.txt:1:27: warning W790 “whilst” is no house term\n"


def test_what_is_accepted_is_let_through_by_the_rules_of_words(folder: Path) -> None:
    (folder / "a.txt").write_text("1. States organise it and recognise it.\n")
    done = wgtip_here("check", "--select", "W703", "a.txt", "--format", "concise", folder=folder)
    assert [line.split(":")[2] for line in done.stdout.decode().splitlines()] == ["27"]


def test_a_term_within_what_is_to_be_written_is_right(folder: Path) -> None:
    (folder / "wgtip.toml").write_text('[terms]\n"email" = "email message"\n')
    assert fixed(folder, "wrote an email message and an email.") == "wrote an email message and an email message."


def test_what_is_quoted_in_a_heading_or_a_draft_is_let_be(folder: Path) -> None:
    (folder / "a.txt").write_text("I. Turkey\n\n1. The Group met in Vienna.\n")
    done = wgtip_here("check", "--select", "W790", "a.txt", "--format", "concise", folder=folder)
    assert done.stdout.startswith(b"a.txt:1:4: warning W790 ")
    wgtip_here("check", "--fix", "a.txt", folder=folder)
    assert (folder / "a.txt").read_text().startswith("I. Turkey\n")  # in a heading only with --unsafe-fixes


def test_without_terms_nothing_is_found(tmp_path: Path) -> None:
    assert fixed(tmp_path, "went to Turkey.") == "went to Turkey."
