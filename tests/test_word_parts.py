"""What stands around the tables of a Word file: headings, captions, signature, header, footer."""

from dataclasses import replace

import plans
import reports
from pohon_docs.writers.docx import write
from wordfile import W, WordFile

RENSTRA = """\
Sampul Judul: RENCANA STRATEGIS (RENSTRA)
Sampul Isi: KECAMATAN SUKAMAJU
Sampul Isi: KABUPATEN CEMARA
Sampul Isi: TAHUN 2025–2029
Sampul Tahun: 2025
Judul Daftar: DAFTAR ISI
toc 1: DAFTAR ISI →
toc 1: DAFTAR TABEL →
toc 1: BAB IV TUJUAN DAN SASARAN →
toc 1: BAB VI RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN →
toc 1: BAB VII KINERJA PENYELENGGARAAN BIDANG URUSAN →
Judul Daftar: DAFTAR TABEL
table of figures: Tabel T-C.25 Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah \
Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029 →
table of figures: Tabel T-C.27 Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah \
Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029 →
table of figures: Tabel T-C.28 Indikator Kinerja Perangkat Daerah yang Mengacu pada Tujuan \
dan Sasaran RPJMD Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029 →
heading 1: BAB IV / TUJUAN DAN SASARAN
Body Text: Renstra Kecamatan Sukamaju Tahun 2025–2029 menetapkan 2 tujuan dan 4 sasaran dengan \
11 indikator, yang targetnya disajikan pada Tabel T-C.25.
caption: Tabel T-C.25 / Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah / \
Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029
heading 1: BAB VI / RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN
Body Text: Renstra Kecamatan Sukamaju Tahun 2025–2029 memuat 6 program, 19 kegiatan, dan 53 sub \
kegiatan dengan pagu indikatif Rp4.083.500.500 pada tahun 2025, Rp4.248.450.000 pada tahun 2026, \
Rp4.494.000.000 pada tahun 2027, Rp4.631.650.000 pada tahun 2028, dan Rp4.845.425.500 pada tahun \
2029, sebagaimana dirinci pada Tabel T-C.27.
caption: Tabel T-C.27 / Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah / \
Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029
heading 1: BAB VII / KINERJA PENYELENGGARAAN BIDANG URUSAN
Body Text: Kinerja Kecamatan Sukamaju Tahun 2025–2029 diukur dengan 11 indikator tujuan dan \
sasaran, yang targetnya setiap tahun disajikan pada Tabel T-C.28.
caption: Tabel T-C.28 / Indikator Kinerja Perangkat Daerah yang Mengacu pada Tujuan dan Sasaran \
RPJMD / Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029
"""
"""What stands outside the tables of the complete case, a paragraph a line behind its style."""


def test_cover_contents_headings_sentences_and_captions_stand_in_their_styles() -> None:
    lines = reports.word(plans.lengkap(), "renstra").lines()
    told = [f"{style}: {text}".replace("\n", " / ").replace("\t", " →") for style, text in lines]
    assert "\n".join(told) == RENSTRA.strip().replace("\\\n", "")


def test_the_signature_comes_from_the_identity_and_prints_the_nip_in_groups() -> None:
    signature = reports.word(plans.lengkap(), "renja").tables[-1].rows[-1].cells[0]
    identitas = plans.lengkap().identitas
    assert [text for text in signature.text if text] == [
        f"{identitas.tempat}, {identitas.tanggal}",
        identitas.jabatan_penanda_tangan,
        identitas.nama_penanda_tangan,
        identitas.pangkat_golongan,
        "NIP. 19750817 200003 1 004",
    ]


def test_a_signature_without_data_is_left_open_for_the_pen() -> None:
    signature = reports.word(plans.seed(), "renja").tables[-1].rows[-1].cells[0]
    texts = [text for text in signature.text if text]
    assert texts[0].startswith("Contoh, …")
    assert texts[1] == "Camat Contoh"
    assert texts[2].startswith("…")
    assert texts[3].startswith("NIP. …")


def test_footer_names_the_document_and_numbers_the_pages() -> None:
    footer = reports.word(plans.lengkap(), "renja").side("footer")
    assert footer == "{PAGE}\nRenja Kecamatan Sukamaju Tahun 2026"


def test_only_a_draft_is_marked() -> None:
    assert "DRAF" in reports.word(plans.seed(), "renja", "DRAF").side("header")
    assert "DRAF" not in reports.word(plans.seed(), "renja").side("header")


def test_the_file_names_its_title_author_and_language_but_no_day() -> None:
    word = reports.word(plans.lengkap(), "renstra")
    core = word.parts["docProps/core.xml"].decode()
    assert "<dc:title>RENCANA STRATEGIS (RENSTRA) Kecamatan Sukamaju 2025–2029</dc:title>" in core
    assert "<dc:creator>Kecamatan Sukamaju</dc:creator>" in core
    assert "<dc:language>id-ID</dc:language>" in core
    assert "dcterms" not in core.replace("xmlns:dcterms", "")
    assert word.dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_table_is_named_to_screen_readers() -> None:
    first, second, third = reports.word(plans.seed(), "renstra").tables
    assert first.caption.startswith("Tabel T-C.25 Tujuan dan Sasaran")
    assert second.caption.startswith("Tabel T-C.27 Rencana Program")
    assert third.caption.startswith("Tabel T-C.28 Indikator Kinerja")


def test_word_is_asked_to_count_pages_only_where_nobody_did() -> None:
    asked = "updateFields"
    unknown = reports.word(plans.lengkap(), "renja")
    assert asked in unknown.parts["word/settings.xml"].decode()
    view = reports.view(plans.lengkap(), "renja")
    known = WordFile(write(replace(view, places=(2, 3, 4, 4, 4, 9, 9)), plans.style()))
    assert asked not in known.parts["word/settings.xml"].decode()
    letter = reports.word(plans.lengkap(), "kinerja")
    assert asked not in letter.parts["word/settings.xml"].decode()
    pages = [
        text.rpartition("\t")[2] for style, text in known.lines() if style[:3] in ("toc", "tab")
    ]
    assert pages == ["i", "ii", "1", "1", "6", "1", "6"]


def test_a_caption_is_numbered_by_a_field_that_gives_the_regulation_s_number() -> None:
    told = reports.word(plans.lengkap(), "renstra").instructions()
    assert [text for text in told if text.startswith("SEQ")] == [
        rf"SEQ Tabel \* ARABIC \r {number}" for number in (25, 27, 28)
    ]
    assert [text for text in told if text.startswith("TOC")] == [
        r'TOC \o "1-2" \h \z \u',
        r'TOC \h \z \c "Tabel"',
    ]


def test_the_sheets_lie_as_their_tables_ask_and_leave_room_for_the_binding() -> None:
    found = [reports.paper(one) for one in reports.word(plans.lengkap(), "renstra").sections()]
    lies = [sheet.get("orient", "portrait") for sheet, _ in found]
    assert lies == ["portrait", "portrait", "portrait", "landscape", "portrait"]
    sides = {"portrait": "left", "landscape": "top"}
    binding = [margins[sides[lie]] for lie, (_, margins) in zip(lies, found, strict=True)]
    assert set(binding) == {str(round(30 / 25.4 * 1440))}
    numbers = [
        dict(one.attrib.items())
        for section in reports.word(plans.lengkap(), "renstra").sections()
        for one in section.findall(f"{W}pgNumType")
    ]
    assert [one[f"{W}fmt"] for one in numbers] == ["decimal", "lowerRoman", *["decimal"] * 3]
    assert [one.get(f"{W}start") for one in numbers] == ["1", "1", "1", None, None]
