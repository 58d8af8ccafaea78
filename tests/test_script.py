"""Scripts: marks of direction, presentation forms and look-alike letters are read for what they are, and told."""

from __future__ import annotations

import pytest

from tests.cases import ROOT, source
from wgtip_parse.model import Report
from wgtip_parse.parser import Parsed, parse_source
from wgtip_parse.words import KNOWN, words

LANGUAGES = ROOT / "samples" / "languages"
UNCHANGED = "1. In 2031 (a) “one”, ‘two’; [three]: four? No! А–Я а-я.\n"  # English reads nothing here otherwise

# Of each sample, the codes told, the numbers and markers, and the titles.
READ = {
    "ar-direction-marks": (["P003"], ["1", "2", "أ", "ب"], ["مقدمة"]),
    "ar-presentation-forms": (["P004"], ["1", "2", "أ", "ب"], ["مقدمة"]),
    "en-look-alikes": (["P005", "P005"], ["1", "2", "a", "b", "c"], ["List of documents"]),
    "ru-look-alikes": (["P005", "P005"], ["1", "а", "b", "с", "2"], []),
}


def parsed(text: str) -> Parsed:
    return parse_source(source(text))


def labels(report: Report) -> list[str]:
    return [
        label
        for block in report.every_block()
        for label in (block.number, *(item.marker for item in block.subparagraphs))
        if label
    ]


@pytest.mark.parametrize("name", READ)
def test_signs_of_other_scripts_are_read_and_told(name: str) -> None:
    text = (LANGUAGES / f"{name}.txt").read_text(encoding="utf-8")
    found = parsed(text)
    titles = [section.title for section in found.report.every_section()]
    assert ([each.code for each in found.diagnostics], labels(found.report), titles) == READ[name]
    covered = sorted(at for leaf in found.leaves for at in range(leaf.start, leaf.end) if not text[at].isspace())
    assert covered == [at for at, sign in enumerate(text) if not sign.isspace()]


def test_a_text_is_kept_as_it_is_printed() -> None:
    text = (LANGUAGES / "ar-presentation-forms.txt").read_text(encoding="utf-8")
    first = next(parsed(text).report.every_block())
    assert text[slice(*first.span)] == f"1 - {first.text}"


@pytest.mark.parametrize("language", KNOWN)
def test_a_text_is_read_as_long_as_it_is(language: str) -> None:
    known = words(language)
    for printed in (UNCHANGED, "".join("".join(every) for every in known.typography.get("reads", {}).values())):
        assert len(known.as_read(printed)) == len(printed)
    assert words().as_read(UNCHANGED) == UNCHANGED


def test_wrapped_chinese_is_joined_without_spaces_and_latin_words_with_them() -> None:
    first = "1. 委员会在维也纳举行会\n议，António\nGuterres\n出席了会议，并通过了第4/\n9号决定。"
    block = next(parsed(f"{first}\n\n2. 委员会请秘书处公布报告，并请各国发表意见。\n").report.every_block())
    assert block.text == "委员会在维也纳举行会议，António Guterres出席了会议，并通过了第4/9号决定。"
