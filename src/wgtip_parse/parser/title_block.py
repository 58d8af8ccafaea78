"""The title block of a masthead: which of its lines are the title, and which only the name of the agenda item."""

from __future__ import annotations

from wgtip_parse.parser.cells import AUTHOR, REPORT, TRANSMITTED, Cell, is_title
from wgtip_parse.parser.titles import title_goes_on, without_stars


class TitleBlock:
    """What may be the title: the lines taken for it, and those that no word gives away, kept as spare.

    `values` are the fields read so far; "title" among them is set here. `of_the_item` says that the title may only be
    the item's name: "Review of …" right below it.
    """

    def __init__(self, cells: list[Cell], values: dict[str, str]) -> None:
        self.cells = cells
        self.values = values
        self.spare: list[list[Cell]] = []
        self.of_the_item = False
        self.above_the_item = 0  # how many of the spare lines stand above the agenda item

    def begins(self, words: str) -> bool:
        """Whether a title begins: the first; the same in full, where a cover has broken it; or one below the item."""
        known = self.values.get("title")
        if not is_title(words):
            return False
        longer = known is not None and words != known and words.startswith(known)
        return known is None or longer or (self.of_the_item and REPORT.match(words) is not None)

    def take(self, words: str, *, below_the_item: bool) -> None:
        """Take a line for the title."""
        self._drop_name_of_the_item()
        self.of_the_item = below_the_item and not REPORT.match(words)
        self.values["title"] = without_stars(words)

    def take_spare(self) -> None:
        """Take the last of the spare lines for the title."""
        self._drop_name_of_the_item()
        lines = self.spare.pop()
        for cell in lines:
            cell.kind = "title"
        self.values["title"] = without_stars(" ".join(" ".join(cell.text for cell in lines).split()))

    def is_above_its_author(self, words: str) -> bool:
        """ "Report of the Secretary-General" below the item of the agenda, its name and the title of the document."""
        if "title" in self.values and not self.of_the_item:
            return False
        if TRANSMITTED.match(words):
            return bool(self.spare)
        return self.stands_below_the_item() and AUTHOR.match(words) is not None

    def stands_below_the_item(self) -> bool:
        """Whether a spare line stands below the agenda item and its name."""
        names = 0 if self.of_the_item else 1
        return "agenda_item" in self.values and len(self.spare) - self.above_the_item > names

    def goes_on(self, cell: Cell, words: str) -> bool:
        """Whether the title goes on in a line."""
        last = next(each for each in reversed(self.cells) if each.kind == "title")
        if self.of_the_item and cell.apart and not last.apart:
            return False
        return self._fills_its_width(cell) or title_goes_on(last.text, words, apart=cell.apart)

    def spare_goes_on(self, cell: Cell, words: str) -> bool:
        """Whether the last of the spare lines goes on in a line."""
        return bool(self.spare) and not cell.apart and title_goes_on(self.spare[-1][-1].text, words, apart=False)

    def settle(self, *, met: bool) -> None:
        """A title that no word gives away: the first spare line below meeting or session (`met`), or the last."""
        if "title" in self.values:
            return
        if self.spare and "agenda_item" not in self.values and met:
            self.spare.append(self.spare.pop(0))
            self.take_spare()
        elif "agenda_item" in self.values and len(self.spare) > self.above_the_item:
            self.take_spare()

    def _drop_name_of_the_item(self) -> None:
        if self.of_the_item:
            for cell in self.cells:
                cell.kind = "other" if cell.kind == "title" else cell.kind
        self.of_the_item = False

    def _fills_its_width(self, cell: Cell) -> bool:
        """Whether a title of several lines has no room in the last one for the first word of this cell."""
        lines = [each.text for each in self.cells if each.kind == "title"]
        if cell.apart or len(lines) < 2:
            return False
        return len(lines[-1]) + 1 + len(cell.text.split()[0]) > max(map(len, lines))
