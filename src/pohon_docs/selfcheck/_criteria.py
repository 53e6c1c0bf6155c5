"""The planning part of the LKE: what the plan shows for each criterion, and what was found."""

from collections.abc import Iterator, Mapping
from typing import Any

from pohon_docs.grids import GridCell
from pohon_docs.issue import areas
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Rencana
from pohon_docs.selfcheck._evidence import JUDGED, Evidence, Row, words
from pohon_docs.source import Ref


def criteria_rows(known: Evidence) -> tuple[Row, ...]:
    """Return a row for every criterion; those that no plan can answer say so."""
    facts = _facts(known.rencana)
    return tuple(
        (
            GridCell(number, "angka"),
            GridCell(one["teks"], "teks"),
            GridCell(_shown(one, facts), "teks"),
            GridCell(_found(known, one), "teks"),
            JUDGED,
        )
        for number, one in enumerate(words("lke")["kriteria"], 1)
    )


def _shown(criterion: Mapping[str, Any], facts: Mapping[str, str | int]) -> str:
    template = criterion.get("bukti", words("lke")["tidak_terjawab"])
    return str(template).format(**facts)


def _found(known: Evidence, criterion: Mapping[str, Any]) -> str:
    """Return the findings that bear on a criterion, a line for each code."""
    if "bukti" not in criterion:
        return ""
    lines = tuple(_lines(known, criterion["temuan"]))
    return "\n".join(lines) or str(words("lke")["tanpa_temuan"])


def _lines(known: Evidence, codes: list[str]) -> Iterator[str]:
    for code in codes:
        found = [issue for issue in known.issues if issue.code == code]
        if found:
            refs = tuple(ref for issue in found for ref in (issue.ref, *issue.related) if ref.row)
            line = words("lke")["temuan"]
            yield line.format(kode=code, jumlah=len(found), sel=_places(refs))


def _places(refs: tuple[Ref, ...]) -> str:
    """Name the first of some cells, and how many more there are."""
    once, most = tuple(dict.fromkeys(refs)), words("lke")["sel"]
    more = len(once) - most
    rest = words("lke")["sel_lainnya"].format(jumlah=more) if more > 0 else ""
    return f"{areas(once[:most])}{rest}"


def _facts(rencana: Rencana) -> dict[str, str | int]:
    """Count what the criteria speak of."""
    goals, conditions = rencana.of(*ARAH), rencana.of(Jenis.KINERJA)
    own = [one for node in goals for one in node.indikator]
    supported = {code for part in rencana.of(*ARAH, *KOMPONEN) for code in part.mendukung}
    shared = _places(tuple(dict(one.refs)["baris"] for one in rencana.kemitraan))
    return {
        "periode": rencana.identitas.periode,
        "tujuan": len(rencana.of(Jenis.TUJUAN)),
        "sasaran": len(rencana.of(Jenis.SASARAN)),
        "sel_arah": _places(tuple(node.at("uraian") for node in goals)) or "-",
        "arah_tanpa_ik": sum(not node.indikator for node in goals),
        "ik": len(own),
        "ik_satuan": sum(bool(one.satuan) for one in own),
        "ik_formula": sum(bool(one.formula) for one in own),
        "ik_sumber": sum(bool(one.sumber_data) for one in own),
        "ik_awal": sum(bool(one.kondisi_awal) for one in own),
        "ik_tahunan": sum(all(map(one.target_tahun, rencana.tahun)) for one in own),
        "simpul": len(conditions),
        "simpul_didukung": sum(node.kode in supported for node in conditions),
        "simpul_penanggung": sum(bool(node.penanggung_jawab) for node in conditions),
        "mitra": len(rencana.kemitraan),
        "sel_mitra": f" ({shared})" if shared else "",
    }
