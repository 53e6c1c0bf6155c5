"""Checks between the parts of a plan: the tree, the tables and the years must say the same."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from pohon_docs.indikator import Indikator, Target
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Level, Node, Rencana
from pohon_docs.rules import Found
from pohon_docs.rules._text import content, indicators, measured, named, stem, tokens
from pohon_docs.rules._units import same_unit

Measure = tuple[Node, Indikator]
_SPECIFIC = 3


def other_targets(rencana: Rencana) -> Iterator[Found]:
    """Find an indicator of one wording whose target for a year differs between two sheets."""
    known: dict[str, list[Measure]] = {}
    for node, indikator in indicators(rencana):
        for name in measured(indikator.uraian) if indikator.target else ():
            known.setdefault(name, []).append((node, indikator))
    told: set[tuple[int, int]] = set()
    for name, several in known.items():
        first = several[0]
        for other in several[1:]:
            pair = (id(first[1]), id(other[1]))
            if pair not in told and _comparable(name, first, other):
                told.add(pair)
                yield from _disagreement(first, other)


def _comparable(name: str, one: Measure, other: Measure) -> bool:
    """Tell whether two indicators stand on two sheets under a name that means one thing."""
    own = one[1].at("uraian").sheet != other[1].at("uraian").sheet
    specific = len(name.split()) >= _SPECIFIC or " " not in name
    return own and specific


def _disagreement(one: Measure, other: Measure) -> Iterator[Found]:
    """Report the first year for which two indicators have different targets."""
    for first in one[1].target:
        second = other[1].target_tahun(first.tahun) if first.tahun else None
        if second and _differ(first, second):
            message = f'target {first.tahun} "{other[1].uraian}" {second.teks} di {other[0].kode}, '
            message += f"tetapi {first.teks} di {one[0].kode}"
            yield Found(second.ref, message, related=(first.ref,))
            return


def _differ(one: Target, other: Target) -> bool:
    if one.nilai is None or other.nilai is None:
        return tokens(one.teks) != tokens(other.teks)
    same_kind = not (one.satuan and other.satuan) or same_unit(one.satuan, other.satuan)
    return same_kind and round(one.nilai, 2) != round(other.nilai, 2)


def iku_outside_the_tree(rencana: Rencana) -> Iterator[Found]:
    """Find indicators of tujuan and sasaran that no condition of the tree carries."""
    inside = _names(rencana, Jenis.KINERJA)
    if not inside:
        return
    for node, indikator in indicators(rencana, *ARAH):
        names = measured(indikator.uraian)
        if names and names.isdisjoint(inside):
            message = f'indikator "{indikator.uraian}" tidak ada pada pohon kinerja'
            yield Found(indikator.at("uraian"), message, _where_to(node))


def _where_to(node: Node) -> str:
    """Advise on the condition of the tree that should carry a component's indicator."""
    if not node.mendukung:
        return ""
    named_codes = ", ".join(node.mendukung)
    return f"Tulis indikator itu sebagai IK simpul {named_codes}, atau samakan penulisannya."


def measures_outside_the_tables(rencana: Rencana) -> Iterator[Found]:
    """Find indicators of Urusan and Taktikal that no component of the plan carries.

    A sub kegiatan has its official indicator, which the tree needn't repeat; the topmost are
    the daerah's, whose targets stand in the RPJMD.
    """
    outside = _names(rencana, *ARAH, *KOMPONEN)
    if not outside:
        return
    lone: dict[frozenset[str], list[Measure]] = {}
    for node, indikator in indicators(rencana, Jenis.KINERJA):
        names = measured(indikator.uraian)
        own = node.level not in (Level.STRATEGIS, Level.OPERASIONAL)
        if own and names and names.isdisjoint(outside):
            lone.setdefault(names, []).append((node, indikator))
    for group in lone.values():
        codes = ", ".join(node.kode for node, _ in group)
        message = f'indikator "{group[0][1].uraian}" ({codes}) tidak ada pada tujuan, sasaran, '
        places = [indikator.at("uraian") for _, indikator in group]
        yield Found(places[0], f"{message}program, atau kegiatan", related=tuple(places[1:]))


def _names(rencana: Rencana, *jenis: Jenis) -> set[str]:
    found = (measured(indikator.uraian) for _, indikator in indicators(rencana, *jenis))
    return {name for names in found for name in names}


def other_measures_of_a_condition(rencana: Rencana) -> Iterator[Found]:
    """Find components whose column IK Kinerja says something else than the tree."""
    for node in rencana.of(*ARAH, *KOMPONEN):
        conditions = [found for kode in node.mendukung
                      if (found := rencana.find(Jenis.KINERJA, kode))]  # fmt: skip
        carried = [indikator for one in conditions for indikator in one.indikator]
        known = {name for one in carried for name in measured(one.uraian)}
        if node.ik_kinerja and carried and measured(node.ik_kinerja).isdisjoint(known):
            names = ", ".join(one.kode for one in conditions)
            message = f'IK Kinerja "{node.ik_kinerja}", padahal IK simpul {names} '
            message += f'pada pohon "{carried[0].uraian}"'
            places = tuple(one.at("indikator") for one in conditions)
            yield Found(node.at("ik_kinerja"), message, related=places)


def other_short_titles(rencana: Rencana) -> Iterator[Found]:
    """Find short titles with words that the statement doesn't have."""
    for node in rencana.of(Jenis.KINERJA):
        added = named(node.judul_singkat) - named(node.uraian)
        if node.judul_singkat and node.uraian and added:
            new = ", ".join(f'"{one}"' for one in tokens(node.judul_singkat) if stem(one) in added)
            message = f"judul singkat {node.kode} memuat kata di luar pernyataannya ({new})"
            yield Found(node.at("judul_singkat"), message, related=(node.at("uraian"),))


def cut_short_titles(rencana: Rencana) -> Iterator[Found]:
    """Find short titles that leave words out in the middle of the statement."""
    for node in rencana.of(Jenis.KINERJA):
        short, whole = tokens(node.judul_singkat), tokens(node.uraian)
        kept = named(node.judul_singkat) <= named(node.uraian)
        left = _left_out(short, whole) if short and kept else ""
        if left:
            message = f'judul singkat {node.kode} melewatkan "{left}" di tengah pernyataannya'
            yield Found(node.at("judul_singkat"), message, related=(node.at("uraian"),))


def _left_out(short: tuple[str, ...], whole: tuple[str, ...]) -> str:
    """Return the words of a statement that its short title skips between its first and last."""
    size = len(short)
    if any(whole[at : at + size] == short for at in range(len(whole) - size + 1)):
        return ""
    blocks = SequenceMatcher(None, short, whole, autojunk=False).get_matching_blocks()[:-1]
    gaps = (whole[one.b + one.size : other.b] for one, other in pairwise(blocks))
    return " … ".join(" ".join(gap) for gap in gaps if gap) or " ".join(whole)


def other_statements(rencana: Rencana) -> Iterator[Found]:
    """Find tujuan and sasaran that state their condition of the tree in other words."""
    stated: dict[str, list[Node]] = {}
    for node in rencana.of(*ARAH):
        for kode in node.mendukung if node.uraian else ():
            stated.setdefault(kode, []).append(node)
    for kode, nodes in stated.items():
        condition = rencana.find(Jenis.KINERJA, kode)
        if condition is None or not condition.uraian:
            continue
        if any(_same(node, condition) for node in nodes):
            continue
        for node in nodes:
            message = f'{node.jenis} "{node.uraian}" dikaitkan dengan simpul {kode}, padahal '
            message += f'rumusan simpul itu lain ("{condition.uraian}")'
            yield Found(node.at("uraian"), message, related=(condition.at("uraian"),))


def _same(one: Node, other: Node) -> bool:
    return content(one.uraian) == content(other.uraian)


def years_outside_the_period(rencana: Rencana) -> Iterator[Found]:
    """Find years of targets and pagu that the period doesn't hold, once for the plan.

    The year before the period shows where it begins, that after it what is to come.
    """
    if not rencana.tahun:
        return
    first, last = rencana.tahun[0] - 1, rencana.tahun[-1] + 1
    dated = [one for _, indikator in indicators(rencana) for one in indikator.target if one.tahun]
    told = [(one.tahun or 0, one.ref) for one in dated]
    told += [(pagu.tahun, pagu.ref) for node in rencana.node for pagu in node.pagu]
    outside = {tahun: ref for tahun, ref in reversed(told) if not first <= tahun <= last}
    if outside:
        years = ", ".join(str(tahun) for tahun in sorted(outside))
        message = f"target atau pagu tahun {years} di luar periode {rencana.identitas.periode}"
        place, *others = (outside[tahun] for tahun in sorted(outside))
        yield Found(place, message, related=tuple(others))


def renja_outside_the_period(rencana: Rencana) -> Iterator[Found]:
    """Find a year of the Renja that the period of the Renstra doesn't hold."""
    unit = rencana.identitas
    first, last = unit.periode_awal, unit.periode_akhir
    place = dict(unit.refs).get("tahun_renja")
    if place and first and last and not first <= unit.tahun_renja <= last:
        message = f"Tahun Renja {unit.tahun_renja} di luar periode Renstra {unit.periode}"
        yield Found(place, message)
