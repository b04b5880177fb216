"""The sound at the end of a wait: made here, played by what the system has."""
