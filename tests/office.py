"""LibreOffice for tests: files saved in another format, as many as are asked for in one start."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) tidak terpasang")


def converted(ending: str, *paths: Path) -> list[Path]:
    """Let LibreOffice save files in another format, in the folder `hasil` beside the first.

    A start takes far longer than a file, so that files of one folder are best given at once.
    """
    assert SOFFICE is not None
    out = paths[0].parent / "hasil"
    with TemporaryDirectory(prefix="pohon-docs-profil-") as profile:
        start = [SOFFICE, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        asked = ["--convert-to", ending, "--outdir", str(out), *map(str, paths)]
        done = subprocess.run([*start, *asked], capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [out / f"{path.stem}.{ending}" for path in paths]
