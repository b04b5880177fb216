"""When the program itself is at fault: what is caught, what is kept of it, and what a person can hand on.

Nothing here knows Qt, and nothing that a person typed is kept: no text of an error, no value, no path of a user's file.
"""
