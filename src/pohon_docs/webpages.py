"""What is opened in a browser: a plan's page with its small picture, and the page of all units."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from pohon_docs.batching.manifest import FRONT
from pohon_docs.browser import PACK, Around, explorer
from pohon_docs.documents import pohon_kinerja
from pohon_docs.findings import copy_name
from pohon_docs.issue import Issue, Severity
from pohon_docs.layout.miniature import miniature
from pohon_docs.model import Rencana
from pohon_docs.outputs import File
from pohon_docs.packs import load
from pohon_docs.styles import Style
from pohon_docs.summary import Summary
from pohon_docs.values import indonesian
from pohon_docs.views import FileLink, Front, Unit
from pohon_docs.words import load as load_words
from pohon_docs.writers import page_writer, picture_writer

PAGE, PICTURE = "pohon.html", "pratinjau.svg"
_HIDDEN = (PICTURE,)


def plan_pages(
    workbook: str,
    rencana: Rencana,
    issues: tuple[Issue, ...],
    made: Sequence[File],
    style: Style,
    draft: str = "",
) -> tuple[File, ...]:
    """Return the page of a plan beside the files `made` for it, and its tree's small picture."""
    pack = load(PACK)
    names = tuple(file.name for file in made)
    copy = copy_name(workbook)
    tree = pohon_kinerja.DOCUMENT.file_name(rencana)
    prints = (one.content for one in made if one.name.startswith(tree) and _is_svg(one.name))
    around = Around(workbook, copy if copy in names else "", names, tuple(prints), draft)
    page = page_writer("explorer").write(explorer(rencana, issues, pack, around), style)
    titles = pohon_kinerja.build(rencana, pack).pages[0]
    (picture,) = picture_writer("svg").write(miniature(titles, style), style)
    return (File(PAGE, page), File(PICTURE, picture))


def _is_svg(name: str) -> bool:
    return name.endswith(".svg")


def front_page(summaries: Sequence[Summary], style: Style) -> File:
    """Return the page of all units, which links to the files in the folder of each."""
    return File(FRONT, page_writer("front").write(_front(summaries), style))


def _front(summaries: Sequence[Summary]) -> Front:
    said = load_words("jelajah")["unit"]
    ordered = sorted(summaries, key=_by_name)
    return Front(
        title=said["judul"],
        subtitle=said["subjudul"].format(jumlah=indonesian(Decimal(len(summaries)))),
        totals=tuple(_totals(summaries, said)),
        counts={str(one): sum(each.counts.get(one, 0) for each in summaries) for one in Severity},
        units=tuple(_unit(one, said) for one in ordered),
        states=said["keadaan"],
        orders=said["urutan"],
        words=said["kata"],
    )


def _by_name(one: Summary) -> tuple[bool, str, str]:
    """Order units by their names; those whose name isn't known come last."""
    return (not one.unit, one.unit.casefold(), one.workbook.casefold())


def _totals(summaries: Sequence[Summary], said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the sums over all units, each with what it counts."""
    money = sum((one.pagu or Decimal(0) for one in summaries), Decimal(0))
    for name, label in said["jumlah"].items():
        if name == "pagu":
            yield said["uang"].format(nilai=indonesian(money)), label
        else:
            total = sum(getattr(one, name) for one in summaries)
            yield indonesian(Decimal(total)), label


def _unit(one: Summary, said: Mapping[str, Any]) -> Unit:
    links = [FileLink(_address(one, name), name, one.pages.get(name, 0)) for name in one.files]
    main = {name: text for name, text in said["tautan"].items() if name in one.files}
    year = (said["tahun"].format(tahun=one.tahun_renja),) if one.tahun_renja else ()
    return Unit(
        name=one.unit or said["tanpa_nama"],
        workbook=one.workbook,
        period=" · ".join((*((one.periode,) if one.periode else ()), *year)),
        state=one.state.name.lower(),
        said=said["keadaan"][one.state.name.lower()],
        counts={str(each): one.counts.get(each, 0) for each in Severity},
        facts=tuple(_sizes(one, said)),
        order=_order(one),
        main=_address(one, PAGE) if PAGE in one.files else "",
        picture=_address(one, PICTURE) if PICTURE in one.files else "",
        links=tuple(_named(links, main)),
        others=tuple(link for link in links if link.name not in {*main, *_HIDDEN}),
    )


def _sizes(one: Summary, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the money of a plan, and how many nodes and components it has, where it has any."""
    if one.pagu is not None:
        yield said["kata"]["pagu"], said["uang"].format(nilai=indonesian(one.pagu))
    sizes = {text: getattr(one, name) for name, text in said["isian"].items()}
    if any(sizes.values()):
        yield from ((text, indonesian(Decimal(size))) for text, size in sizes.items())


def _address(one: Summary, name: str) -> str:
    return f"{quote(one.folder)}/{quote(name)}"


def _named(links: Sequence[FileLink], names: Mapping[str, str]) -> Iterator[FileLink]:
    known = {link.name: link for link in links}
    for name, text in names.items():
        yield FileLink(known[name].address, text, known[name].pages)


def _order(one: Summary) -> Mapping[str, float]:
    """Return the numbers by which the page sorts units, the greatest first."""
    return {
        "galat": one.counts.get(Severity.GALAT, 0),
        "temuan": sum(one.counts.values()),
        "pagu": float(one.pagu or 0),
        "simpul": one.nodes,
    }
