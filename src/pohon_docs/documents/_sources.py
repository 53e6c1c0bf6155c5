"""Where the cells of the official tables get their values: one small reader for each source."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from pohon_docs.documents._before import BEFORE
from pohon_docs.documents._place import Place, Reader, Source, rupiah
from pohon_docs.documents._reached import (
    at_last,
    estimate,
    estimated_rate,
    of_year,
    rate,
    reached,
    reached_until,
)
from pohon_docs.indikator import Indikator
from pohon_docs.model import Jenis, Node
from pohon_docs.packs import Sumber

_THOUSAND = Decimal(1000)
_DASH = "-"


def _joined(*texts: str, by: str) -> str:
    return by.join(text for text in texts if text)


def _code_and_name(place: Place, _: int) -> str:
    return _joined(place.group.kode, place.group.uraian, by=" - ")


def _kind_and_name(place: Place, _: int) -> str:
    """Return a component's name behind its kind, as `Kegiatan …`, where it doesn't say it."""
    kind = place.pack.teks.get(f"jenis.{place.group.jenis}", "")
    name = place.group.uraian
    return name if name.casefold().startswith(kind.casefold()) else f"{kind} {name}"


def _unit(place: Place, _: int) -> str:
    identitas = place.rencana.identitas
    return _joined(identitas.kode_perangkat_daerah, identitas.nama_perangkat_daerah, by=" - ")


def _name_and_statement(place: Place, _: int) -> str:
    return _joined(place.group.uraian, place.text("sasaran"), by="\n")


def _priority_program(place: Place, year: int) -> str:
    """Return a program with its code, and the priority of the region that it serves."""
    priority = place.text("prioritas_daerah") or place.text("prioritas_nasional")
    return _joined(_code_and_name(place, year), priority, by="\n")


def _norm_and_goal(place: Place, _: int) -> str:
    return _joined(place.text("nspk"), place.text("sasaran_rpjmd"), by="\n")


def _all_indicators(place: Place, _: int) -> str:
    return "\n".join(one.uraian for one in place.group.indikator)


def _with_unit(place: Place, _: int) -> str:
    one = place.indikator
    return f"{one.uraian} ({one.satuan})" if one.uraian and one.satuan else one.uraian


def _target_text(place: Place, year: int) -> str:
    return place.indikator.tanpa_satuan(place.indikator.target_polos(year, _last_year(place)))


def _last_year(place: Place) -> int:
    return place.rencana.tahun[-1] if place.rencana.tahun else 0


def _draft_target(place: Place, year: int) -> str:
    found = of_year(place.indikator.target_rkpd, year)
    return place.indikator.dengan_satuan(found.teks) if found else ""


def _quarter(number: int) -> Reader:
    def read(place: Place, _: int) -> str:
        quarters = place.indikator.triwulan
        return place.indikator.tanpa_satuan(quarters[number - 1]) if quarters else ""

    return read


def _money(place: Place, year: int) -> Decimal | None:
    return place.rencana.total(place.group.parts, year)


def _whole_money(place: Place, _: int) -> str:
    """Return the money of the whole period."""
    known = [value for year in place.rencana.tahun if (value := _money(place, year)) is not None]
    return rupiah(sum(known, Decimal(0)) if known else None)


def _thousands(value: Decimal | None) -> str:
    return rupiah(None if value is None else value / _THOUSAND)


def _draft_money(place: Place, year: int) -> str:
    """Return the draft RKPD's money of a component, or of all in a total, in thousands."""
    drafts = [one for part in place.group.parts for one in part.pagu_rkpd if one.tahun == year]
    return _thousands(sum((one.nilai for one in drafts), Decimal(0)) if drafts else None)


def _serving(place: Place) -> list[Node]:
    kode = place.group.kode
    return [one for one in place.rencana.of(Jenis.PROGRAM) if kode and kode in one.sasaran_pd]


def _node(field: str) -> Source:
    return Source(lambda place, _: place.text(field), shared=True)


def _own(read: Callable[[Indikator], str]) -> Source:
    return Source(lambda place, _: read(place.indikator))


def _shared(read: Reader) -> Source:
    return Source(read, shared=True)


_OF_NODE: tuple[Sumber, ...] = (
    "sasaran",
    "penanggung_jawab",
    "lokasi",
    "sumber_dana",
    "kelompok_sasaran",
    "prioritas_nasional",
    "prioritas_daerah",
    "catatan",
    "strategi",
    "arah_kebijakan",
    "sasaran_rpjmd",
)
SOURCES: Mapping[Sumber, Source] = {
    **{field: _node(field) for field in _OF_NODE},
    **BEFORE,
    "kosong": Source(lambda _, __: ""),
    "strip": _shared(lambda _, __: _DASH),
    "nomor": _shared(lambda place, _: str(place.group.nomor)),
    "nomor_urut": _shared(lambda place, _: str(place.group.urut)),
    "nomor_baris": Source(lambda place, _: str(place.nomor)),
    "kode": _shared(lambda place, _: place.group.kode),
    "uraian": _shared(lambda place, _: place.group.uraian),
    "kode_nama": _shared(_code_and_name),
    "jenis_nama": _shared(_kind_and_name),
    "uraian_sasaran": _shared(_name_and_statement),
    "program_prioritas": _shared(_priority_program),
    "unit": _shared(_unit),
    "nama_unit": _shared(lambda place, _: place.rencana.identitas.nama_perangkat_daerah),
    "nspk_sasaran_rpjmd": _shared(_norm_and_goal),
    "indikator_semua": _shared(_all_indicators),
    "program_terkait": _shared(lambda p, _: "\n".join(one.uraian for one in _serving(p))),
    "indikator": _own(lambda one: one.uraian),
    "indikator_satuan": Source(_with_unit),
    "satuan": _own(lambda one: one.satuan),
    "formula": _own(lambda one: one.formula),
    "sumber_data": _own(lambda one: one.sumber_data),
    "definisi_operasional": _own(lambda one: one.definisi_operasional),
    "status_ikk": _own(lambda one: one.status_ikk),
    "spm": _own(lambda one: one.spm),
    "tanda_ikk": _own(lambda one: "√" if one.ikk else ""),
    "rencana_aksi": _own(lambda one: one.rencana_aksi),
    "sub_rencana_aksi": _own(lambda one: one.sub_rencana_aksi),
    "kondisi_awal": _own(lambda one: one.dengan_satuan(one.kondisi_awal)),
    "kondisi_awal_teks": _own(lambda one: one.tanpa_satuan(one.kondisi_awal)),
    "kondisi_akhir": Source(lambda place, _: place.indikator.dengan_satuan(at_last(place))),
    "target": Source(lambda p, year: p.indikator.teks_tahun(year, _last_year(p))),
    "target_teks": Source(_target_text),
    "target_rkpd": Source(_draft_target),
    "realisasi_kinerja": Source(reached),
    "persen_realisasi": Source(rate),
    "realisasi_sampai": Source(reached_until),
    "perkiraan": Source(estimate),
    "persen_perkiraan": Source(estimated_rate),
    "triwulan_1": Source(_quarter(1)),
    "triwulan_2": Source(_quarter(2)),
    "triwulan_3": Source(_quarter(3)),
    "triwulan_4": Source(_quarter(4)),
    "pagu": _shared(lambda place, year: rupiah(_money(place, year))),
    "pagu_akhir": _shared(_whole_money),
    "pagu_ribu": _shared(lambda place, year: _thousands(_money(place, year))),
    "pagu_rkpd_ribu": _shared(_draft_money),
    "pagu_terkait": _shared(lambda p, year: rupiah(p.rencana.total(_serving(p), year))),
}
"""Every source of the vocabulary, by its name."""
