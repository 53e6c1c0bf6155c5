"""The file format of a spreadsheet: parts of a zip, read and marked, without any meaning."""
