"""How fast each language is parsed, by bytes, beside English: one report in six, again and again in a text."""

from __future__ import annotations

import time
from pathlib import Path

from wgtip_parse.parser import parse_source
from wgtip_parse.source import Source
from wgtip_parse.words import ENGLISH, KNOWN

SAMPLES = Path(__file__).parent.parent / "samples"
LENGTH = 100_000  # bytes of each text, which has its sample again and again below one masthead
TIMES = 3  # so often each is parsed in a turn
TURNS = 9


def main() -> None:
    """Print millions of bytes a second of each language, and its share of English's."""
    paths = {language: SAMPLES / "languages" / f"{language}-report.txt" for language in KNOWN}
    texts = {language: _long(path.read_text(encoding="utf-8")) for language, path in paths.items()}
    best = dict.fromkeys(texts, float("inf"))
    for _ in range(TURNS):
        for language, text in texts.items():
            start = time.process_time()
            for _ in range(TIMES):
                parse_source(Source("-", text, ""))
            best[language] = min(best[language], time.process_time() - start)
    speeds = {language: len(text.encode()) * TIMES / best[language] / 1e6 for language, text in texts.items()}
    for language, speed in speeds.items():
        print(f"{language} {speed:.2f} MB/s, {speed / speeds[ENGLISH]:.2f} of English")


def _long(text: str) -> str:
    return "\n\n".join([text] * (LENGTH // len(text.encode())))


if __name__ == "__main__":
    main()
