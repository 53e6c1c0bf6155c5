"""Runs the command where its script isn't on the path: `python -m pohon_docs`."""

from pohon_docs.cli import main

if __name__ == "__main__":
    main(prog_name="pohon-docs")
