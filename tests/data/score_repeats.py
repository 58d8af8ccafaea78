"""Score what an index says was said before against repeats.json.

usage: score_repeats.py INDEX.json HALF     (wgtip compile ../shared/board/reviews/*.pdf -o INDEX.json; mended or once)

Prints a line for each recommendation that is judged wrong, then the figures. A recommendation of the index is that of
the labels if it is of the same file and has the same number, or else the same first words.
"""

import json
import pathlib
import re
import sys
from collections import Counter

LABELS = json.loads(pathlib.Path(__file__).with_name("repeats.json").read_text(encoding="utf-8"))


def plain_number(number: str | None) -> str:
    """ "77 (6)" and "77.6" are one number."""
    return re.sub(r"\s*\((\w+)\)", r".\1", number or "").replace(" ", "")


def letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def find(entries: list[dict], number: str, words: str) -> dict | None:
    """The recommendation of a number and first words, or of one of them; the number counts more."""
    numbered = [each for each in entries if plain_number(each["number"]) == number]
    worded = [each for each in entries if letters(each["text"]).startswith(letters(words))]
    return next(iter([each for each in numbered if each in worded] or worded or numbered), None)


def judge(label: dict, files: dict[str, list[dict]], by_id: dict[str, dict]) -> str:
    """ "right", "wrong" or "missing": what the index says of a label, links within the later review aside."""
    later = find(files.get(label["later"], []), label["number"], label["words"])
    if later is None:
        return "missing"
    linked = [by_id[each["id"]] for each in later["similar"]]
    first = next((each for each in linked if pathlib.Path(each["source"]["name"]).name == label["earlier"]), None)
    if first is None or not label["same"]:
        return "right" if first is None and not label["same"] else "wrong"
    same = [find(files[label["earlier"]], number, words) for number, words in label["same"].items()]
    return "right" if first in same else "wrong"


def main() -> int:
    if len(sys.argv) != 3 or not pathlib.Path(sys.argv[1]).is_file():
        sys.stderr.write(__doc__)
        return 2
    index = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    by_id = {each["id"]: each for each in index["recommendations"]}
    files: dict[str, list[dict]] = {}
    for each in by_id.values():
        files.setdefault(pathlib.Path(each["source"]["name"]).name, []).append(each)
    counted: Counter[tuple[str, str]] = Counter()
    for label in LABELS:
        if label["half"] == sys.argv[2]:
            judged = judge(label, files, by_id)
            kind = "said before" if label["same"] else "said nothing of"
            counted[kind, judged] += 1
            if judged != "right":
                sys.stdout.write(f"{judged}: {label['later']} {label['number']} {label['words']}\n")
    sys.stdout.writelines(f"{kind}, {judged}: {count}\n" for (kind, judged), count in sorted(counted.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
