"""The check of gaps in the numbering of codes that the plan's author gives."""

import re
from collections.abc import Iterator

from pohon_docs.model import Jenis, Node, Rencana
from pohon_docs.rules import Found

_NUMBERED = re.compile(r"^(.*?)(\d{1,3})$")
_FEW = 3


def gaps(rencana: Rencana) -> Iterator[Found]:
    """Find numbers that are left out between the codes of one row of siblings."""
    runs: dict[str, dict[int, Node]] = {}
    for node in rencana.of(Jenis.KINERJA, Jenis.TUJUAN, Jenis.SASARAN):
        if found := _NUMBERED.match(node.kode):
            runs.setdefault(found.group(1), {}).setdefault(int(found.group(2)), node)
    for stem, nodes in runs.items():
        missing = sorted(set(range(min(nodes), max(nodes))) - nodes.keys())
        if missing and len(missing) < len(nodes) and len(missing) <= _FEW:
            after = min(number for number in nodes if number > missing[0])
            names = ", ".join(f"{stem}{number}" for number in missing)
            yield Found(nodes[after].at("kode"), f"kode {names} tidak ada")
