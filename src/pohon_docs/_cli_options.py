"""The options that several commands take."""

from pathlib import Path

import click

PATHS = click.Path(path_type=Path)

STYLES = click.option(
    "--styles",
    type=PATHS,
    metavar="FOLDER",
    default=Path("styles"),
    help="Folder gaya (bawaan: styles).",
)
OUTPUT = click.option(
    "--output",
    "-o",
    type=PATHS,
    metavar="FOLDER",
    default=Path("output"),
    help="Folder hasil (bawaan: output).",
)
