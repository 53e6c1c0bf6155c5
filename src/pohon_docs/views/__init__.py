"""What a document shows, before any format: trees, cards, tables and reports.

A view names roles ("kartu.label"), never looks: a style gives each role its look,
and a writer or the layout applies it.
"""

from pohon_docs.views._cards import Card, Cards, Column, Section
from pohon_docs.views._cascade import Cascade, Pane, Strip
from pohon_docs.views._charts import Chart, Listing
from pohon_docs.views._explorer import (
    Explorer,
    Fact,
    Layer,
    Measure,
    Partner,
    Point,
    Series,
    Sprig,
)
from pohon_docs.views._front import FileLink, Front, Unit
from pohon_docs.views._lineage import Lineage
from pohon_docs.views._skipped import Skipped
from pohon_docs.views._tables import Merge, Table, TableCell, TableRow
from pohon_docs.views._trees import Band, Box, Key, Paragraph, Part, Tree, Trees, Words

__all__ = [
    "Band",
    "Box",
    "Card",
    "Cards",
    "Cascade",
    "Chart",
    "Column",
    "Explorer",
    "Fact",
    "FileLink",
    "Front",
    "Key",
    "Layer",
    "Lineage",
    "Listing",
    "Measure",
    "Merge",
    "Pane",
    "Paragraph",
    "Part",
    "Partner",
    "Point",
    "Section",
    "Series",
    "Skipped",
    "Sprig",
    "Strip",
    "Table",
    "TableCell",
    "TableRow",
    "Tree",
    "Trees",
    "Unit",
    "Words",
]
