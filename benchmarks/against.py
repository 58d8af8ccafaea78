"""Text → JSON against an earlier commit, which is taken from the repository's own history: `make bench`.

Both are installed into folders of their own and run in turns, each in its own process, by the time of computing, so
that what else the machine does weighs on neither. Printed are ratios of medians; nothing here is a test.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

from bench import corpus_like

COMMIT = "7f7aef6"  # the parser before it was rebuilt on evidence
ROOT = Path(__file__).parent.parent
TURNS = 5
SIZES = ((100_000, None), (100_000, 78), (1_000_000, None), (1_000_000, 78))

TIME = """
import statistics, sys, time
from wgtip_parse.emitters import json
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read_text
text = open(sys.argv[1], encoding="utf-8").read()
def run():
    parsed = parse_source(read_text("-", text))
    return json.emit(getattr(parsed, "tree", None) or parsed.report)  # then, the tree was made of models only
run()
times = []
for _ in range(int(sys.argv[2])):
    start = time.process_time()
    run()
    times.append(time.process_time() - start)
print(statistics.median(times))
"""


def install(source: Path, folder: Path) -> Path:
    """The package of a source tree, without what it depends on, in a folder of its own."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--target",
    ]
    subprocess.run([*command, str(folder), str(source)], check=True)
    return folder


def earlier(folder: Path) -> Path:
    """The source tree of the earlier commit."""
    packed = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def seconds(package: Path, text: Path, times: int) -> float:
    command = [
        sys.executable,
        "-I",
        "-c",
        f"import sys; sys.path.insert(0, {str(package)!r})\n{TIME}",
        str(text),
        str(times),
    ]
    return float(subprocess.check_output(command))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        then = install(earlier(folder / "source"), folder / "then")
        now = install(ROOT, folder / "now")
        print(f"text → JSON: the speed of now as a share of that of commit {COMMIT} (to reach: at least 0.9)")
        for size, width in SIZES:
            text = folder / "text.txt"
            text.write_text(corpus_like(size, width=width), encoding="utf-8")
            times = 9 if size < 1_000_000 else 3
            pairs = [(seconds(then, text, times), seconds(now, text, times)) for _ in range(TURNS)]
            share = statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)
            form = "one line a block" if width is None else f"wrapped at {width}"
            print(f"  {size:>9,} characters, {form}: {share:.2f}")


if __name__ == "__main__":
    main()
