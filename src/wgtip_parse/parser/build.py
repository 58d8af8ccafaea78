"""The grammar's callbacks: they build plain dictionaries in the shape of the models, validated once at the end."""

from __future__ import annotations

from typing import Any

from wgtip_parse.parser.entries import Heading, Part
from wgtip_parse.parser.lexer import Document, Token
from wgtip_parse.parser.words import Words

Children = list[Any]
Dict = dict[str, Any]


class Build:
    """One callback for each alias of the grammar. `document` and `words` are set before each parse."""

    def __init__(self) -> None:
        self.document = Document("")
        self.words = Words("", [])

    def begin(self, document: Document) -> None:
        """Take up the document that the tokens of the next parse come from."""
        self.document = document
        self.words = Words(document.text, document.marks)

    # Sequences

    def empty(self, _: Children) -> list[Any]:
        return []

    def first(self, children: Children) -> list[Any]:
        return children

    def same(self, children: Children) -> Any:
        return children[0]

    def append(self, children: Children) -> list[Any]:
        children[0].append(children[1])
        return children[0]  # type: ignore[no-any-return]

    def extend(self, children: Children) -> list[Any]:
        children[0].extend(children[1])
        return children[0]  # type: ignore[no-any-return]

    def items(self, children: Children) -> Any:
        return children[1]

    # Parts of the tree

    def document_(self, children: Children) -> Dict:
        _, blocks, *sections = children
        return {"blocks": blocks, "sections": [section for level in sections for section in level]}

    def section(self, children: Children) -> Dict:
        token, blocks, *sections = children
        heading: Heading = token.value
        inner = [section for level in sections for section in level]
        end = _end_of(inner, _end_of(blocks, heading.logical.end))
        return {
            "number": heading.number,
            "level": heading.level,
            "title": self.words.of(heading.pieces).rstrip("*").rstrip(),
            "continued": heading.continued is not None,
            "blocks": blocks,
            "sections": inner,
            "span": (heading.logical.start, end),
        }

    def plain_block(self, children: Children) -> Dict:
        return self._block(children[0], [], None)

    def block(self, children: Children) -> Dict:
        return self._block(children[0], children[1], children[2] if len(children) > 2 else None)

    def _block(self, token: Token, items: list[Dict], closing: Token | None) -> Dict:
        part: Part = token.value
        return {
            "kind": part.kind,
            "number": part.number,
            "text": self.words.of(part.pieces),
            "subparagraphs": items,
            "closing": self.words.of(closing.value.pieces) if closing else None,
            "span": (part.logical.start, closing.value.end if closing else _end_of(items, _end_of_part(part))),
        }

    def plain_item(self, children: Children) -> Dict:
        return self._item(children[0], [])

    def item(self, children: Children) -> Dict:
        return self._item(children[0], children[1])

    def _item(self, token: Token, items: list[Dict]) -> Dict:
        item = token.value
        marker = item.label if item.label[0].isalnum() else "•"
        end = _end_of(items, item.end)
        return {"marker": marker, "text": self.words.of(item.pieces), "subparagraphs": items, "span": (item.start, end)}


def _end_of_part(part: Part) -> int:
    end = part.logical.end
    return max(end, part.pieces[-1][1]) if part.pieces else end


def _end_of(nodes: list[Dict], otherwise: int) -> int:
    return max(nodes[-1]["span"][1], otherwise) if nodes else otherwise
