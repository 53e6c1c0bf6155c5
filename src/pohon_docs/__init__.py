"""From one planning workbook to every official document of the plan."""

__version__ = "0.4.0"
