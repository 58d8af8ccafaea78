"""Elements of Akoma Ntoso, made one in another, and the identifiers that no two of a document share."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from wgtip_parse.akn import AKN, OWN
from wgtip_parse.emitters.lines import shown

_UNUSUAL = re.compile(r"[^\w.-]+")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")  # what no XML holds besides control characters


def within(parent: etree._Element, tag: str, words: str = "", /, **attributes: str | None) -> etree._Element:
    """A new element at the end of another; attributes that are None are left out, "class_" is "class"."""
    told = {key.rstrip("_"): written(value) for key, value in attributes.items() if value is not None}
    made = etree.SubElement(parent, f"{{{AKN}}}{tag}", told)
    made.text = written(words) or None
    return made


def own(element: etree._Element, /, **attributes: object) -> None:
    """Attributes of our own namespace, for what Akoma Ntoso has no place for; what is None or False is left out."""
    for name, value in attributes.items():
        if value is not None and value is not False:
            element.set(f"{{{OWN}}}{name}", "true" if value is True else written(str(value)))


def written(words: str) -> str:
    """Words as XML can hold them: control characters by their pictures."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", shown(words))


class Identifiers:
    """The identifiers (eId) of a document."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()
        self._counted: Counter[tuple[str, str]] = Counter()

    def give(self, above: str, kind: str, label: str | None = None) -> str:
        """One for an element of a kind with the number that it bears, else counted, within the one above."""
        if not label or not (wanted := _UNUSUAL.sub("-", label).strip("-")):
            self._counted[above, kind] += 1
            wanted = str(self._counted[above, kind]) if label else f"n{self._counted[above, kind]}"
        name = f"{above}__{kind}_{wanted}" if above else f"{kind}_{wanted}"
        self._given[name] += 1
        while (times := self._given[name]) > 1:
            name = f"{name}-{times}"
            self._given[name] += 1
        return name
