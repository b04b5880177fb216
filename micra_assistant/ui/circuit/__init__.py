"""The circuit that answers."""
