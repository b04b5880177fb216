"""The guides that ship, read once for all tests that only read them."""

from micra_assistant import assets
from micra_assistant.guide.library import Library

LIBRARY = Library(assets.guides_folder())
