"""What titles and headings say of a plan: its unit, its pemda, its years."""

from collections.abc import Mapping

from pohon_docs.identitas import Identitas

_UNKNOWN = "…"
"""Stands where a title names what the plan doesn't say, as a gap to be filled by hand."""
_AROUND = {"lalu_3": -3, "lalu_2": -2, "lalu": -1, "depan": 1}
"""Years around the Renja's: two years before it is the last whole one when it is written."""


def fields(identitas: Identitas) -> Mapping[str, str]:
    """Return what titles and headings may name: unit, pemda, period and the years around."""
    year, first, last = identitas.tahun_renja, identitas.periode_awal, identitas.periode_akhir
    years = {f"tahun_{name}": year + by if year else 0 for name, by in _AROUND.items()}
    years |= {"tahun": year, "tahun_dasar": first - 1 if first else 0, "tahun_akhir": last}
    unit, pemda = identitas.nama_perangkat_daerah, identitas.pemerintah_daerah
    known = {
        "unit": unit,
        "pemda": pemda,
        "unit_kapital": unit.upper(),
        "pemda_kapital": pemda.upper(),
        "kode_unit": identitas.kode_perangkat_daerah,
        "periode": identitas.periode,
        **{name: str(number) if number else "" for name, number in years.items()},
    }
    return {name: text or _UNKNOWN for name, text in known.items()}
