"""What makes a PDF an archive's: metadata, the colours' meaning, line ends around streams.

ISO 19005-2 (PDF/A-2a) and ISO 14289-1 (PDF/UA-1).
"""

from html import escape
from struct import pack

from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from pohon_docs.values import printable
from pohon_docs.writers._pdf_objects import Document

CREATOR = "pohon-docs"
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{creator}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""What PDF/UA's property is must be said in every PDF/A file that has it (6.6.2.3)."""
_SRGB = "sRGB IEC61966-2.1"
_PUBLIC = "Domain publik"
_D50 = (0.9642, 1.0, 0.8249)
_ADAPTED = (
    *(1.0479, 0.0229, -0.0502),
    *(0.0296, 0.9905, -0.0171),
    *(-0.0092, 0.0151, 0.7517),
)
"""D65 → D50 by Bradford (ICC.1:2004-10, annex E)."""
_RED, _GREEN, _BLUE = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
"""The primaries of sRGB (IEC 61966-2-1), adapted to D50."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""The transfer function of sRGB: exponent, then a, b, c and d of ICC's function 3."""
_FIXED = 1 << 16
_HEADER = 128


class LineEnds(NoEncryption):
    """Ends every stream's data with an end-of-line, which `endstream` must follow.

    ISO 19005-2, 6.1.7.1; reportlab lets a document change its streams as they are written.
    """

    def encode(self, data: bytes) -> bytes:
        """Return a stream's data with an end-of-line that its length leaves out."""
        return _Ended(data + b"\n") if isinstance(data, bytes) else data


class _Ended(bytes):
    def __len__(self) -> int:
        return super().__len__() - 1


def make_archive(document: Document, title: str, language: str, root: PDFObject) -> None:
    """Enter structure, metadata and the colours' meaning into a document's catalog."""
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.StructTreeRoot = root
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = _metadata(title, language)
    catalog.OutputIntents = PDFArray([_output_intent(document)])


def _metadata(title: str, language: str) -> PDFStream:
    """Return the metadata, uncompressed as archives want it, with no date of the clock."""
    safe = escape(printable(title), quote=False)
    text = _METADATA.format(title=safe, language=language, creator=CREATOR)
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return PDFStream(PDFDictionary(kind), text.encode())


def _output_intent(document: Document) -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_SRGB),
            "Info": PDFString(_SRGB),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB made from the standard's numbers (ICC.1:2004-10, v4.2)."""
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + _numbers(_CURVE)
    tags = (
        (b"desc", _words(_SRGB)),
        (b"cprt", _words(_PUBLIC)),
        (b"wtpt", _colour(_D50)),
        (b"chad", b"sf32" + bytes(4) + _numbers(_ADAPTED)),
        *zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(_colour, (_RED, _GREEN, _BLUE)), strict=True),
        *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")),
    )
    at = _HEADER + 4 + 12 * len(tags)
    table, data = pack(">I", len(tags)), b""
    for name, content in tags:
        table += name + pack(">II", at + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    return _icc_header(at + len(data)) + table + data


def _icc_header(size: int) -> bytes:
    """Return the header of a display's RGB profile, dated like the zip entries: 1980."""
    date = pack(">6H", 1980, 1, 1, 0, 0, 0)
    head = pack(">I4xI", size, 0x04200000) + b"mntrRGB XYZ " + date + b"acsp"
    return head + bytes(28) + _numbers(_D50) + bytes(48)


def _numbers(values: tuple[float, ...]) -> bytes:
    return b"".join(pack(">i", round(value * _FIXED)) for value in values)


def _colour(xyz: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(xyz)


def _words(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II4sII", 1, 12, b"enUS", len(data), 28) + data
