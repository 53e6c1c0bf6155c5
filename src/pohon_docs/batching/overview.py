"""The page of all units beside the folders of outputs, kept as young as the manifest."""

from pathlib import Path

from pohon_docs.batching.manifest import FRONT, MANIFEST, Manifest, written_at
from pohon_docs.misuse import MisuseError
from pohon_docs.outputs import write_whole


def refresh(output: Path, manifest: Manifest, styles_folder: Path) -> None:
    """Write the page anew where the manifest is younger; raises MisuseError and StyleError."""
    if written_at(output / FRONT) >= written_at(output / MANIFEST):
        return
    units = manifest.summaries()
    if not units:
        return
    from pohon_docs import styles, webpages  # noqa: PLC0415 (loads what only building needs)

    page = webpages.front_page(units, styles.load(styles.DEFAULT, styles_folder))
    blocked = write_whole(output, (page,), (), FRONT)
    if blocked is not None:
        raise MisuseError(str(blocked))
