"""Where jobs are kept: one SQLite file."""
