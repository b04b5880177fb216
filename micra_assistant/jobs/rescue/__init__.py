"""Backups of the records, and the way back when the records are damaged."""
