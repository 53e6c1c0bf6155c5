"""What a Word file asks of Word when it is opened."""

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_AFTER = (
    *("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids"),
    *("m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping"),
    *("w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade"),
    *("w:captions", "w:readModeInkLockDown", "w:smartTagType", "w:shapeDefaults"),
    *("w:doNotEmbedSmartTags", "w:decimalSymbol", "w:listSeparator"),
)
"""What the schema places behind the wish to update fields."""


def ask_for_update(document: WordDocument, *, wished: bool) -> None:
    """Let Word count the pages of the contents when the file is opened, or leave them alone.

    Word puts a question before it does; so it is asked only where nobody knows the pages.
    """
    settings = document.settings.element
    for found in settings.findall(qn("w:updateFields")):
        settings.remove(found)
    if wished:
        wish = OxmlElement("w:updateFields", {qn("w:val"): "true"})
        settings.insert_element_before(wish, *_AFTER)
