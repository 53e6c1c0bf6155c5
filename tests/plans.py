"""Plans for tests: the two real workbooks read once, random plans, and builders of small ones."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from pohon_docs import styles
from pohon_docs.documents import kartu_cascading, pohon_kinerja
from pohon_docs.identitas import Identitas
from pohon_docs.indikator import Indikator, JenisTarget, Target
from pohon_docs.layout.cards import cards_scene as lay_out_cards
from pohon_docs.layout.frame import Frame
from pohon_docs.layout.pictures import trees_scene
from pohon_docs.layout.scene import Scene
from pohon_docs.layout.tree import framed, plain_page
from pohon_docs.model import KOMPONEN, Jenis, Level, Node, Rencana
from pohon_docs.packs import load
from pohon_docs.pipeline import read
from pohon_docs.source import Ref
from pohon_docs.styles import Style
from pohon_docs.views import Cards, Trees

ROOT = Path(__file__).parents[1]
SEED = ROOT / "input" / "kecamatan-2022-2026.xlsx"
LENGKAP = ROOT / "tests" / "cases" / "lengkap" / "rencana.xlsx"
TAHUN = (2025, 2026, 2027, 2028, 2029)
HERE = Ref("uji.xlsx", "Pohon Kinerja", 1, 1)

_VERBS = ("Meningkatnya", "Terwujudnya", "Terselenggaranya", "Menurunnya", "Terkendalinya")
_THINGS = (
    "kualitas pelayanan publik",
    "akuntabilitas kinerja pemerintahan",
    "kemandirian desa",
    "ketahanan sosial masyarakat",
    "sarana dan prasarana pelayanan umum",
    "pertanggungjawaban keuangan",
    "pemberdayaan kelompok masyarakat",
    "angka prevalensi stunting",
)
_PLACES = (
    "di kecamatan",
    "hingga ke tingkat desa/kelurahan",
    "yang partisipatif, transparan, dan berkelanjutan",
    "pada seluruh perangkat daerah",
    "",
)
_MEASURES = ("Persentase", "Indeks", "Nilai", "Jumlah", "Rasio")
_LEVELS = tuple(Level)


@cache
def seed() -> Rencana:
    """Return the plan of the real deck."""
    return _read(SEED)


@cache
def lengkap() -> Rencana:
    """Return the plan of the case that uses every sheet and column."""
    return _read(LENGKAP)


@cache
def style() -> Style:
    """Return the shipped style."""
    return styles.load(styles.DEFAULT, styles.SHIPPED)


def _read(path: Path) -> Rencana:
    rencana, _ = read(path)
    assert rencana is not None
    return rencana


@cache
def trees(rencana: Rencana) -> Trees:
    """Return the view of a plan's tree: its two pictures."""
    return pohon_kinerja.build(rencana, load(pohon_kinerja.PACK))


@cache
def tree_scene(rencana: Rencana, draft: str = "") -> Scene:
    """Lay out the two pictures of a plan's tree."""
    return trees_scene(replace(trees(rencana), draft=draft), style())


@cache
def plain_scene(rencana: Rencana, draft: str = "") -> Scene:
    """Lay out the two pictures side by side, each on the first sheet that holds it."""
    look = replace(style(), ukuran_kertas={**style().ukuran_kertas, "Gulungan": (6000, 60000)})
    papers = ("Folio", "A3", "A2", "A1", "A0", "Gulungan")
    view = trees(rencana)
    pages = []
    for number, tree in enumerate(view.pages, start=1):
        frame = Frame(tree.title, tree.subtitle, tree.note, f"{number} / 2", draft)
        tried = (plain_page(tree, frame, paper, look) for paper in papers)
        pages.append(framed(next(page for page in tried if page), frame, look))
    return Scene(view.title, tuple(pages))


@cache
def cards(rencana: Rencana) -> Cards:
    """Return the view of a plan's cards, with its trees."""
    return kartu_cascading.build(rencana, load(kartu_cascading.PACK))


@cache
def cards_scene(rencana: Rencana, draft: str = "") -> Scene:
    """Lay out a plan's trees and cards."""
    return lay_out_cards(replace(cards(rencana), draft=draft), style())


def plan(*nodes: Node, **identitas: str) -> Rencana:
    """Return a plan of the given nodes for the years 2025 to 2029."""
    unit = Identitas(
        nama_perangkat_daerah="Kecamatan Cemara",
        pemerintah_daerah="Kabupaten Cemara",
        periode_awal=TAHUN[0],
        periode_akhir=TAHUN[-1],
        refs=(("nama_perangkat_daerah", HERE),),
    )
    return Rencana(replace(unit, **identitas), TAHUN, nodes)  # type: ignore[arg-type]


def node(
    kode: str,
    *induk: str,
    uraian: str = "Terwujudnya kemandirian desa",
    level: Level | None = Level.STRATEGIS,
    ik: tuple[str, ...] = ("Indeks Desa Membangun",),
) -> Node:
    """Return a condition of the performance tree."""
    return Node(
        Jenis.KINERJA,
        kode,
        induk,
        uraian,
        level,
        indikator=tuple(indikator(text) for text in ik),
        refs=_places(kode),
    )


def component(
    kode: str,
    *mendukung: str,
    jenis: Jenis = Jenis.PROGRAM,
    uraian: str = "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK",
    sasaran: str = "Meningkatnya kualitas pelayanan publik",
    ik: tuple[str, ...] = ("Indeks Kepuasan Masyarakat",),
    induk: tuple[str, ...] = (),
) -> Node:
    """Return a component of the plan that supports conditions of the tree."""
    return Node(
        jenis,
        kode,
        induk,
        uraian,
        sasaran=sasaran,
        indikator=tuple(indikator(text) for text in ik),
        mendukung=mendukung,
        refs=_places(kode),
    )


def indikator(uraian: str, teks: str = "83,30", satuan: str = "Indeks") -> Indikator:
    """Return an indicator with one target for the end of the period."""
    target = Target(None, teks, None, satuan, JenisTarget.TEKS, HERE)
    return Indikator(uraian, satuan, target=(target,), refs=(("uraian", HERE),))


def _places(kode: str) -> tuple[tuple[str, Ref], ...]:
    """Return places that differ from node to node, as a workbook's do."""
    row = sum(ord(letter) * 31**at for at, letter in enumerate(kode)) % 100_000 + 2
    names = ("baris", "kode", "induk", "uraian", "indikator")
    return tuple((name, HERE._replace(row=row, column=at)) for at, name in enumerate(names, 1))


@cache
def random_plan(number: int, nodes: int) -> Rencana:
    """Return a plan with `nodes` conditions, about as many components, and goals; seeded.

    Some plans have several roots, some conditions two parents or no level, some components
    support several conditions or none.
    """
    random = Random(f"{number}-{nodes}")
    conditions = _conditions(random, nodes)
    codes = [condition.kode for condition in conditions]
    return plan(*conditions, *_goals(random), *_components(random, codes))


def _conditions(random: Random, count: int) -> list[Node]:
    made: list[Node] = []
    for number in range(count):
        above = random.choice(made[-40:]) if made and random.random() > 0.03 else None
        level = _below(above.level, random) if above else Level.STRATEGIS
        others = [one.kode for one in made if one is not above]
        second = (random.choice(others),) if above and others and random.random() < 0.06 else ()
        induk = (above.kode, *second) if above else ()
        ik = tuple(_measure(random) for _ in range(random.randint(1, 4)))
        made.append(node(f"K{number}", *induk, uraian=_statement(random), level=level, ik=ik))
    return made


def _below(level: Level | None, random: Random) -> Level | None:
    """Return the level of a child: its parent's or the next one, seldom none."""
    if level is None or random.random() < 0.02:
        return None
    return _LEVELS[min(level.rank + random.choice((0, 1, 1)), len(_LEVELS) - 1)]


def _goals(random: Random) -> list[Node]:
    goals = [component("T1", jenis=Jenis.TUJUAN, uraian=_statement(random), sasaran="")]
    return goals + [
        component(
            f"T1.S{number}",
            jenis=Jenis.SASARAN,
            uraian=_statement(random),
            sasaran="",
            ik=tuple(_measure(random) for _ in range(random.randint(1, 3))),
            induk=("T1",),
        )
        for number in range(1, random.randint(2, 5))
    ]


def _components(random: Random, conditions: list[str]) -> list[Node]:
    """Return programs with their kegiatan and sub kegiatan, as many as there are conditions."""
    made: list[Node] = []
    codes = [f"7.01.{number:02}" for number in range(1, len(conditions) // 9 + 2)]
    kegiatan = [f"{code}.2.{number:02}" for code in codes for number in (1, 2)]
    sub = [f"{code}.{number:04}" for code in kegiatan for number in (1, 2, 3)]
    for jenis, some in zip(KOMPONEN, (codes, kegiatan, sub), strict=True):
        for code in some:
            parent = max((one.kode for one in made if code.startswith(one.kode)), default="")
            made.append(
                component(
                    code,
                    *random.sample(conditions, min(len(conditions), random.choice((0, 1, 1, 2)))),
                    jenis=jenis,
                    uraian=_statement(random).upper(),
                    sasaran=_statement(random),
                    ik=tuple(_measure(random) for _ in range(random.randint(1, 4))),
                    induk=(parent,) if parent else (),
                )
            )
    return made


def _statement(random: Random) -> str:
    words = (random.choice(_VERBS), random.choice(_THINGS), random.choice(_PLACES))
    return " ".join(word for word in words if word)


def _measure(random: Random) -> str:
    return f"{random.choice(_MEASURES)} {_statement(random).lower()}"
