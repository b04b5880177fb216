"""Pictures of every screen of the program, on screens of any size: ``make gallery``."""
