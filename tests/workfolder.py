"""A working folder for tests: workbooks in, outputs out, and a style that is fast to draw."""

from pathlib import Path

import books
from pohon_docs.batch import build_all, workbooks
from pohon_docs.batching.settling import Options, Outcome
from pohon_docs.batching.task import Asked

PLAN = books.BASE.partition("# Tujuan")[0]


class Folder:
    """A working folder: workbooks in `input`, a style of its own in `styles`, its outputs."""

    def __init__(self, place: Path) -> None:
        self.input, self.output, self.styles = place / "input", place / "output", place / "styles"
        self.styles.mkdir(parents=True)
        (self.styles / "hijau.toml").write_text('dasar = "baku"\nresolusi_png = 30\n')

    def write(self, name: str, text: str = PLAN) -> Path:
        return books.book(self.input, text, name)

    def build(self, *paths: Path, style: str | None = "hijau") -> dict[str, Outcome]:
        options = Options(self.output, self.styles, Asked(style))
        outcomes = build_all(workbooks(paths or (self.input,)), options)
        return {outcome.workbook: outcome for outcome in outcomes}

    def files(self) -> dict[str, tuple[int, bytes]]:
        """Return every output with the time at which it was written."""
        return {
            path.relative_to(self.output).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
            for path in sorted(self.output.rglob("*"))
            if path.is_file() and path.parent != self.output
        }

    def rewritten(self, before: dict[str, tuple[int, bytes]]) -> set[str]:
        """Return the folders of the outputs that were written since."""
        return {
            name.partition("/")[0] for name, file in self.files().items() if before[name] != file
        }
