"""Draw the documents whose mastheads are labelled by hand in mastheads.json.

usage: draw_mastheads.py FOLDER     (../shared/board/pdf)

Prints "half name", a line for each of 60 documents: 30 "mended", which may be looked at while the parser is mended,
then 30 "once", which are reported once, at first sight.

The labels. Written by hand on 26 November 2026 by one labeller, a session of this project (a language model, no
person), from the layout text and a picture of the first page of each document, without running wgtip; for the three
Official Records also from the text of cover and contents page. Then every string was looked up in the text by its
letters and digits, and 15 documents drawn at random were read again from the picture by the same labeller: no answer
changed. The paragraph on the masthead in section 3 of shared/DESIGN.md decides, then the answers of shared/corpus;
a second reading that both allow stands under "alt", where null is an answer too.

How doubtful cases were decided:
- The title is every line of the largest type (in old documents, capitals) of the title block. "Report of …", "Note
  by …", "Transmitted by …", "Draft … submitted by …", "Corrigendum" and the adoption line of a resolution beside it
  are never part of it. Another smaller line is `other`, with the joined title in "alt". Two titles of one type are
  joined, with the first alone in "alt". A request that prints titles above its letter has these as its title, the
  letter's heading in "alt".
- Where two organs are printed the first is `organ`; both together, the second as body, and both sessions together are
  in "alt".
- Of several bodies the last is `body`. An executive board or a conference that stands alone is `organ`, in "alt"
  `body`. A committee named only in the line of its report, or in the office of who writes, is no body; on the cover of
  Official Records it is one (null in "alt").
- "2025 session" and the dates below it are session and meeting. Dates within a title are no meeting. The adoption line
  of a resolution is none either (its day is in "alt").
- On Official Records the session is the General Assembly's, the date the one in square brackets, the meeting from the
  first day of the first session below the title to the last day of the last (null in "alt" where there are several).
- "English only" is English; "English", then "Original: French" is French. "X" behind a job number is left out ("alt"
  keeps it). A Chair is no rapporteur.
"""

import pathlib
import random
import sys

SEED = 20250610
EACH = 30


def draw(folder: pathlib.Path) -> list[tuple[str, str]]:
    """Half and name of each document, in the order drawn."""
    names = sorted(path.stem for path in folder.glob("*.pdf"))
    drawn = random.Random(SEED).sample(names, 2 * EACH)
    return [("mended" if place < EACH else "once", name) for place, name in enumerate(drawn)]


def main() -> int:
    if len(sys.argv) != 2 or not (folder := pathlib.Path(sys.argv[1])).is_dir():
        sys.stderr.write(__doc__)
        return 2
    sys.stdout.writelines(f"{half} {name}\n" for half, name in draw(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
