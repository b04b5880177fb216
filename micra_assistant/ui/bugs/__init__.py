"""How bugs of the program itself are told in the window."""
