"""The inside of an Excel workbook: its parts read in one pass and marked, without any meaning."""
