"""Print preview, printer, PDF."""
