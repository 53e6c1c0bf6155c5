"""What stands around the tables of a Word file: headings, captions, signature, header, footer."""

import plans
import reports


def test_headings_captions_and_signature_stand_in_their_styles() -> None:
    lines = reports.word(plans.lengkap(), "renstra").lines()
    assert lines == [
        ("Title", "RENCANA STRATEGIS (RENSTRA)"),
        ("Subtitle", "KECAMATAN SUKAMAJU"),
        ("Subtitle", "KABUPATEN CEMARA"),
        ("Subtitle", "TAHUN 2025–2029"),
        ("heading 1", "BAB IV TUJUAN DAN SASARAN"),
        ("Nomor Tabel", "Tabel T-C.25"),
        (
            "caption",
            "Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah\n"
            "Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029",
        ),
        ("heading 1", "BAB VI RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN"),
        ("Nomor Tabel", "Tabel T-C.27"),
        (
            "caption",
            "Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah\n"
            "Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029",
        ),
        ("heading 1", "BAB VII KINERJA PENYELENGGARAAN BIDANG URUSAN"),
        ("Nomor Tabel", "Tabel T-C.28"),
        (
            "caption",
            "Indikator Kinerja Perangkat Daerah yang Mengacu pada Tujuan dan Sasaran RPJMD\n"
            "Kecamatan Sukamaju Kabupaten Cemara Tahun 2025–2029",
        ),
    ]


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
    assert footer == "Renja Kecamatan Sukamaju Tahun 2026\tHalaman {PAGE} dari {NUMPAGES}"


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
