"""What holds for the whole workshop: labour rates, names, paper, numbers, units; one file for window and commands."""
