"""The bundled font: Liberation Sans (SIL Open Font License 1.1), metric-equal to Arial."""
