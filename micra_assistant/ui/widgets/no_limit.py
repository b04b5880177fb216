"""What Qt takes for no limit of a width or height."""

NO_LIMIT = 16_777_215
"""In pixels: QWIDGETSIZE_MAX, which PySide does not name."""
