"""Plans of every shape that the layout is tried on."""

import plans
from pohon_docs.model import Jenis, Level, Rencana

LONG = "Meningkatnya kualitas penyelenggaraan pemerintahan hingga ke tingkat desa/kelurahan"


def _chain(length: int) -> Rencana:
    nodes = [plans.node("K0")]
    nodes += [plans.node(f"K{n}", f"K{n - 1}", level=Level.TAKTIKAL) for n in range(1, length)]
    return plans.plan(*nodes)


def _wide(children: int) -> Rencana:
    below = [
        plans.node(f"K{n}", "S", uraian=f"{LONG} {n}", level=Level.URUSAN) for n in range(children)
    ]
    return plans.plan(plans.node("S"), *below)


def _cycle() -> Rencana:
    ring = [plans.node("A", "C"), plans.node("B", "A"), plans.node("C", "B")]
    return plans.plan(plans.node("S", level=Level.STRATEGIS), plans.node("T", "S"), *ring)


def _diamond() -> Rencana:
    """Return a shared node whose second parent stands three tiers above it."""
    return plans.plan(
        plans.node("S"),
        plans.node("U", "S", level=Level.URUSAN),
        plans.node("T", "U", level=Level.TAKTIKAL),
        plans.node("O", "T", "S", level=Level.OPERASIONAL),
        plans.node("O2", "S", level=Level.OPERASIONAL),
    )


PLANS = {
    "seed": plans.seed(),
    "lengkap": plans.lengkap(),
    "satu-simpul": plans.plan(plans.node("S")),
    "rantai": _chain(40),
    "lebar": _wide(120),
    "siklus": _cycle(),
    "intan": _diamond(),
    "tanpa-level": plans.plan(plans.node("A", level=None), plans.node("B", "A", level=None)),
    **{f"acak-{n}": plans.random_plan(7, n) for n in (1, 2, 3, 5, 9, 17, 33, 70, 150, 300)},
    **{f"lain-{n}": plans.random_plan(n, 24) for n in range(8)},
}


def tall(letters: int) -> Rencana:
    """Return a plan with a card whose indicators and targets take several pages."""
    text = words(letters // 8)
    long = plans.component("1.01", "S", sasaran=text, ik=(text, "Indeks kedua", text))
    return plans.plan(plans.node("S", level=Level.TAKTIKAL), long, plans.component("1.02", "S"))


def side_by_side() -> Rencana:
    """Return a plan whose cards fit a page alone, but not with the rows of their neighbours."""
    conditions = [plans.node(f"S{n}", level=Level.TAKTIKAL) for n in range(4)]
    sizes = ((45, 5, 5), (5, 90, 5), (5, 5, 90), (20, 20, 20))
    parts = [
        plans.component(f"1.0{n}", f"S{n}", uraian=words(a), sasaran=words(b), ik=(words(c),))
        for n, (a, b, c) in enumerate(sizes)
    ]
    return plans.plan(*conditions, *parts)


def words(count: int) -> str:
    return " ".join(f"kata{number}" for number in range(count))


def many_goals() -> Rencana:
    """Return a plan whose tujuan and sasaran have more indicators than a page has rows."""
    ik = tuple(f"Indeks kepuasan nomor {number}" for number in range(70))
    aim = plans.component("T", jenis=Jenis.TUJUAN, uraian="Terwujudnya pelayanan prima", ik=ik)
    goal = plans.component("T.S", jenis=Jenis.SASARAN, uraian="Puasnya masyarakat", ik=ik)
    return plans.plan(plans.node("S"), aim, goal)


def shared_and_loose() -> Rencana:
    return plans.plan(
        plans.node("S", level=Level.TAKTIKAL, uraian="Meningkatnya pelayanan"),
        plans.node("T", "S", level=Level.TAKTIKAL),
        plans.component("1.01", "S", "T", uraian="PROGRAM BERSAMA"),
        plans.component("1.02", "T", uraian="PROGRAM SENDIRI"),
        plans.component("1.03", uraian="PROGRAM LEPAS"),
        plans.component("1.04", "TIDAK-ADA", uraian="PROGRAM YATIM"),
    )


HOSTILE = (
    "<b>tebal</b> & <i>miring</i>",
    "</text></svg><script>alert(1)</script>",
    "kurung (buka) \\) tutup",
    "kendali\x07\x1b satu",
    "bidi \u202egnilab\u202c lurus",
    "emoji \U0001f600 dan 漢字",
    "&amp; &#93; ]]> %d {0} =1+1",
    "kutip \"dua\" 'satu' “lengkung” – é ½",
)


def hostile() -> Rencana:
    """Return a plan whose texts look like markup, code or nothing at all."""
    nodes = [plans.node(f"S{n}", uraian=text, ik=(text,)) for n, text in enumerate(HOSTILE)]
    parts = [
        plans.component(f"1.0{n}", f"S{n}", uraian=text, sasaran=text, ik=(text,))
        for n, text in enumerate(HOSTILE)
    ]
    return plans.plan(*nodes, *parts, judul_pohon_kinerja=HOSTILE[0])


CARD_PLANS = {
    "seed": plans.seed(),
    "lengkap": plans.lengkap(),
    "panjang": tall(8000),
    "berdampingan": side_by_side(),
    "banyak-indikator": many_goals(),
    "bersama": shared_and_loose(),
    "tanpa-komponen": plans.plan(plans.node("S"), plans.node("U", "S", level=Level.URUSAN)),
    "kosong": plans.plan(),
    **{f"acak-{n}": plans.random_plan(3, n) for n in (1, 2, 5, 12, 40, 70)},
    **{f"lain-{n}": plans.random_plan(n, 18) for n in range(4)},
}
