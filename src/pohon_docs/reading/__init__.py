"""How the sheets of a workbook become one plan: tables, rows, values, nodes."""
