"""The inside of an Excel workbook, read part by part in a single pass, whoever saved it."""
