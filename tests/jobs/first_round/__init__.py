"""Records and job files as the first version of the program wrote them, and that they still open."""
