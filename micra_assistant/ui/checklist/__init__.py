"""The lines of the step in sight: rows to tick, to read, to count and to write on."""
