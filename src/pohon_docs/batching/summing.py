"""What there is to tell of a plan that was built: whose it is, its size, its money, its pages."""

from collections import Counter
from collections.abc import Sequence

from pohon_docs.issue import Issue, count
from pohon_docs.model import KOMPONEN, Jenis, Rencana
from pohon_docs.outputs import File
from pohon_docs.summary import State, Summary


def summed(name: str, rencana: Rencana, issues: Sequence[Issue], files: Sequence[File]) -> Summary:
    """Return the summary of a workbook's plan, as yet without a folder."""
    identitas = rencana.identitas
    tahun = identitas.tahun_renja or None
    sizes = Counter(node.jenis for node in rencana.node)
    return Summary(
        workbook=name,
        folder="",
        state=State.DIBUAT,
        counts=count(issues),
        unit=identitas.nama_perangkat_daerah,
        periode=identitas.periode,
        tahun_renja=tahun,
        pagu=rencana.total(rencana.roots(*KOMPONEN), tahun) if tahun else None,
        nodes=sizes[Jenis.KINERJA],
        program=sizes[Jenis.PROGRAM],
        kegiatan=sizes[Jenis.KEGIATAN],
        subkegiatan=sizes[Jenis.SUB_KEGIATAN],
        pages={file.name: file.pages for file in files if file.pages},
        files=tuple(file.name for file in files),
    )
