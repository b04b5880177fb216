"""How faults of the program itself are told in the window."""
