"""Printing by CUPS, the print service of Linux and macOS: it gets the PDF itself, so that text and tags arrive."""
