"""What the HTML page weighs and how soon it answers: `make bench`. Nothing here is a test.

The index is made from the recommendations of the samples, told again in other meetings until there are 5,000 of them.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # for the tests' browser

from tests.browser import MISSING, Browser, browser
from wgtip_parse import symbols
from wgtip_parse.emitters import html
from wgtip_parse.index.assembly import assemble
from wgtip_parse.index.entry import enter
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import RecommendationIndex, Similar
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
MANY = 5_000
A_MEETING = 100  # recommendations
WORDS = 40  # before its items: as long as recommendations are
RUNS = 7
QUERY = "victims"
MEGABYTE = 1_000_000


def index_of(many: int) -> RecommendationIndex:
    """An index of so many recommendations, a hundred to a meeting."""
    entries = []
    for path in SAMPLES:
        source, _ = read(str(path))
        entries.append(enter(source, parse_source(source).report, symbols.bodies(), vocabularies.of_the_package()))
    small, _ = assemble(entries, symbols.bodies())
    models = cycle(small.recommendations)
    meeting = next(each for each in small.meetings if each.id == "CTOC-COP-WG.4-2022-07")
    meetings, made = [], []
    for number in range(many):
        year = 1977 + number // A_MEETING
        name = f"CTOC-COP-WG.4-{year}-07"
        if number % A_MEETING == 0:
            dates = {"start": f"{year}-07-04", "end": f"{year}-07-06"}
            meetings.append(meeting.model_copy(update={"id": name, "year": year, "ordinal": None, **dates}))
        similar = (repeated(made[-A_MEETING].id),) if number >= A_MEETING else ()
        label = str(number % A_MEETING + 1)
        model, text = next(models), ""
        while len(text.split()) < WORDS:
            text = f"{text} {next(models).text}".lstrip()
        changed = {"id": f"{name}-R{label}", "meeting": name, "number": label, "similar": similar, "text": text}
        made.append(model.model_copy(update=changed))
    return RecommendationIndex(
        schema_version=1, meetings=tuple(meetings), documents=(), recommendations=tuple(made), passed_over=()
    )


def repeated(earlier: str) -> Similar:
    """That recommendation, said again."""
    return Similar(id=earlier, score=91.5, exact=False, shared=(), differing=(), strength=None)


def first_answer(window: Browser, page: Path) -> tuple[float, float]:
    """Seconds from opening the page with a query in its address to the answer on the screen, and of them at work."""
    window.time_on_processor()
    window.open(page, f"#q={QUERY}")
    painted = "performance.getEntriesByName('first-contentful-paint')"
    window.wait(f"{painted}.length > 0")
    ready, seen = window.run(f"[+document.documentElement.dataset.ready, {painted}[0].startTime]")
    return max(ready, seen) / 1000, window.processor_time()


def next_answer(window: Browser) -> float:
    """Seconds from a changed query to the answer laid out."""
    script = (
        "(() => { const box = document.getElementById('query'); const start = performance.now();"
        "box.value = 'children labour'; box.dispatchEvent(new Event('input')); document.body.offsetHeight;"
        "return performance.now() - start; })()"
    )
    return float(window.run(script)) / 1000


def main() -> None:
    index = index_of(MANY)
    start = time.perf_counter()
    page = b"".join(html.emit_index(index))
    took = time.perf_counter() - start
    words = sum(len(each.text.split()) for each in index.recommendations) / MANY
    print(f"HTML page of {MANY:,} recommendations of {words:.0f} words before their items")
    print(f"  made in {took:.1f} s; {len(page) / MEGABYTE:.1f} MB")
    if MISSING:
        print(f"  not opened: {MISSING}")
        return
    with tempfile.TemporaryDirectory() as folder, browser() as window:
        path = Path(folder, "index.html")
        path.write_bytes(page)
        first = [first_answer(window, path) for _ in range(RUNS)]
        later = [next_answer(window) for _ in range(RUNS)]
    seen, worked = (statistics.median(each) for each in zip(*first, strict=True))
    print(f"  opened, searched and drawn in {seen:.2f} s (to reach: at most 1)")
    print(f"  of which the page itself was at work for {worked:.2f} s")
    print(f"  each query after that in {statistics.median(later) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
