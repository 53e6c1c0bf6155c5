"""The words of headings, sheets, levels and kinds, however their author wrote them."""

import pytest

from pohon_docs.model import Jenis, Level
from pohon_docs.reading import headings
from pohon_docs.reading.asides import aside
from pohon_docs.reading.headings import Column


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Identitas", "identitas"),
        ("IDENTITAS ", "identitas"),
        ("Pohon Kinerja", "pohon"),
        ("pohon_kinerja", "pohon"),
        ("Pohon-Kinerja", "pohon"),
        ("PohonKinerja", "pohon"),
        ("Tujuan dan Sasaran", "arah"),
        ("TUJUAN & SASARAN", "arah"),
        ("tujuan sasaran", "arah"),
        ("Program dan Kegiatan", "program"),
        ("Program & Kegiatan", "program"),
        ("Program Kegiatan Sub Kegiatan", "program"),
        ("Matriks Renstra", "program"),
        ("T-C.27", "program"),
        ("Crosscutting", "kemitraan"),
        ("Cross-Cutting", "kemitraan"),
        ("Sheet1", None),
        ("Danau", None),
        ("dan", None),
        ("", None),
    ],
)
def test_a_sheet_is_known_by_its_name(name: str, kind: str | None) -> None:
    assert headings.sheet_kind(name) == kind


@pytest.mark.parametrize(
    ("kind", "path", "column"),
    [
        ("program", (), None),
        ("program", ("Kode",), Column("kode")),
        ("program", ("KODE ",), Column("kode")),
        ("program", ("Uraian",), Column("uraian")),
        ("program", ("Nomenklatur",), Column("uraian")),
        ("program", ("Program / Kegiatan /\nSub Kegiatan",), Column("uraian")),
        ("pohon", ("Kinerja",), Column("uraian")),
        ("program", ("Kinerja",), Column("kinerja")),
        ("program", ("Indikator",), Column("indikator")),
        ("program", ("Indikator Kinerja",), Column("indikator")),
        ("program", ("IK",), Column("indikator")),
        ("program", ("Indikator Kinerja Utama",), Column("indikator")),
        ("program", ("Indikator Kinerja (Outcome)",), Column("indikator")),
        ("program", ("IK Kinerja",), Column("ik_kinerja")),
        ("arah", ("IKU",), Column("iku")),
        ("program", ("Target",), Column("target")),
        ("program", ("Target 2025",), Column("target", 2025)),
        ("program", ("Target\n2025",), Column("target", 2025)),
        ("program", ("Target Tahun 2025",), Column("target", 2025)),
        ("program", ("2025",), Column("target", 2025)),
        ("program", ("Tahun 2025",), Column("target", 2025)),
        ("program", ("Target", "2025"), Column("target", 2025)),
        ("program", ("2025", "Target"), Column("target", 2025)),
        ("program", ("Target Kinerja dan Pagu", "2025", "K"), Column("target", 2025)),
        ("program", ("Target Kinerja dan Pagu", "2025", "Rp"), Column("pagu", 2025)),
        ("program", ("2025", "Pagu (Rp)"), Column("pagu", 2025)),
        ("program", ("Pagu 2025",), Column("pagu", 2025)),
        ("program", ("Pagu 2025 (Rp)",), Column("pagu", 2025)),
        ("program", ("Anggaran 2025",), Column("pagu", 2025)),
        ("program", ("Kebutuhan Dana 2025",), Column("pagu", 2025)),
        ("program", ("Rp 2025",), Column("pagu", 2025)),
        ("program", ("Realisasi 2025",), Column("realisasi", 2025)),
        ("program", ("Kondisi Awal (2024)",), Column("kondisi_awal")),
        ("program", ("Kondisi Akhir",), Column("kondisi_akhir")),
        ("program", ("Kondisi Kinerja pada Akhir Periode", "Target"), Column("kondisi_akhir")),
        ("program", ("Kondisi Kinerja pada Akhir Periode", "Rp"), Column("pagu_akhir")),
        ("program", ("Sasaran PD",), Column("sasaran_pd")),
        ("program", ("Unit Kerja Penanggung Jawab",), Column("penanggung_jawab")),
        ("pohon", ("Faktor Kunci Keberhasilan",), Column("faktor_kunci")),
        ("pohon", ("Tingkat Kinerja",), Column("level")),
        ("program", ("Nomor Urut",), None),
        ("program", ("No",), None),
    ],
)
def test_a_column_is_known_by_its_headings(
    kind: str, path: tuple[str, ...], column: Column | None
) -> None:
    assert headings.column(kind, path) == column


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Strategis", Level.STRATEGIS),
        ("Kinerja Strategis", Level.STRATEGIS),
        ("URUSAN", Level.URUSAN),
        ("Urusan/Sub Urusan", Level.URUSAN),
        ("Kinerja Urusan/Suburusan", Level.URUSAN),
        ("Taktikal", Level.TAKTIKAL),
        ("Kinerja Tactical", Level.TAKTIKAL),
        ("operasional ", Level.OPERASIONAL),
        ("Antara", None),
        ("Kinerja", None),
        ("", None),
    ],
)
def test_a_level_is_known_with_or_without_kinerja(text: str, level: Level | None) -> None:
    assert headings.level(text) == level


@pytest.mark.parametrize(
    ("text", "jenis"),
    [
        ("Tujuan", Jenis.TUJUAN),
        ("sasaran strategis", Jenis.SASARAN),
        ("PROGRAM", Jenis.PROGRAM),
        ("Sub Kegiatan", Jenis.SUB_KEGIATAN),
        ("Subkegiatan", Jenis.SUB_KEGIATAN),
        ("sub-kegiatan", Jenis.SUB_KEGIATAN),
        ("Hasil", None),
        ("", None),
    ],
)
def test_a_kind_of_component_is_known(text: str, jenis: Jenis | None) -> None:
    assert headings.jenis(text) == jenis


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Jumlah", "jumlah"),
        ("TOTAL", "jumlah"),
        ("Jumlah:", "jumlah"),
        ("Jumlah dokumen", None),
        ("Catatan: angka sementara", "catatan"),
        ("Sumber: DPA 2024", "catatan"),
        ("*) angka sementara", "catatan"),
        ("Catatan", None),
        ("7.01.01", None),
    ],
)
def test_totals_and_notes_are_told_from_entries(text: str, sort: str | None) -> None:
    assert aside(text) == sort


def test_the_heading_that_resembles_most_is_suggested() -> None:
    assert headings.nearest("program", "kode", ("Kdoe", "Lokasi")) == "Kdoe"
    assert headings.nearest("pohon", "level", ("Levell",)) == "Levell"
    assert headings.nearest("pohon", "induk", ("Warna", "Tinggi")) == ""


def test_every_kind_of_sheet_names_a_heading_for_each_required_field() -> None:
    for kind in ("pohon", "arah", "program", "kemitraan"):
        assert headings.required(kind)
        for field in headings.required(kind):
            first = headings.wordings(kind, field)[0]
            assert headings.column(kind, (first,)) == Column(field), (kind, field)


def test_every_wording_of_a_heading_is_read_as_its_field() -> None:
    kinds = ("pohon", "arah", "program", "kemitraan")
    fields = {field for kind in kinds for field in headings.required(kind)}
    for field in fields | {"indikator", "satuan", "target", "pagu", "kondisi_awal"}:
        for wording in headings.wordings("program", field):
            assert headings.column("program", (wording,)) == Column(field), wording
