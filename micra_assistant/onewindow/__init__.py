"""One window for one folder of records: a second start has the window that is open raised, and ends.

The first start listens at an address that follows from the folder, until it ends. The system keeps that it listens: a
program that was killed listens no more, so nothing that it left behind is ever in the way. Nothing here knows Qt, and
asking loads hardly anything: the person waits for it.
"""
