"""A guide that says nothing: for a model that is tried without one."""

from pathlib import Path

from micra_assistant.guide.model import Guide, Page, Step


def bare_guide(name: str, title: str) -> Guide:
    """Return a guide with one empty step; ``name`` is its id."""
    page = Page(name, title, (Step(name, title, ()),))
    return Guide(
        id=name, title=title, car="", summary="", version="", folder=Path(), tools=(), pages=(page,), sources={}
    )
