"""The exit codes of a command that was not done."""

FAULTY = 1
MISUSED = 2
BROKEN = 3
