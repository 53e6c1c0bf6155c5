"""Texts of a workbook: what is written in a cell, without the runs that are struck through."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pohon_docs.remembering import remembered
from pohon_docs.shown import shown
from pohon_docs.spreadsheet.parts import Parts, is_true, local
from pohon_docs.values import clean

LONGEST = 32_767
"""The most characters that Excel keeps in a cell."""


class Text(NamedTuple):
    """A text as its reader sees it and as it is written, without what is struck out of it.

    `cut` tells that it was longer than a cell may be.
    """

    text: str
    written: str
    struck: str = ""
    cut: bool = False


def shared_strings(parts: Parts, name: str) -> tuple[Text, ...]:
    """Return the texts that a workbook's cells name by number; raises BrokenPartError."""
    return tuple(rich_text(item) for item in parts.elements(name, "si"))


def rich_text(item: etree._Element) -> Text:
    """Read a text of one run or of several; how it is pronounced is no part of it."""
    if len(item) == 1 and not len(item[0]):
        return plain_text(item[0].text or "")
    runs = tuple(_runs(item))
    struck = clean(shown("".join(text for text, is_struck in runs if is_struck), ""))
    kept = plain_text("".join(text for text, is_struck in runs if not is_struck))
    return kept._replace(struck=struck[:LONGEST])


@remembered
def plain_text(written: str) -> Text:
    """Return a text unescaped, cleaned, and no longer than Excel's cells."""
    text = clean(shown(written, ""))
    if len(text) <= LONGEST:
        return Text(text, written)
    return Text(text[:LONGEST].rstrip(), written[:LONGEST], cut=True)


def _runs(item: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield each run's writing, and whether it is struck through."""
    for child in item:
        if local(child) == "t":
            yield child.text or "", False
        elif local(child) == "r":
            inner = {local(one): one for one in child}
            written = inner["t"].text if "t" in inner else None
            yield written or "", "rPr" in inner and _strikes(inner["rPr"])


def _strikes(properties: etree._Element) -> bool:
    return any(local(one) == "strike" and is_true(one.get("val", "1")) for one in properties)
