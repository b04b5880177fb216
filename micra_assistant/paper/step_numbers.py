"""How the steps of a guide are numbered on paper."""

from micra_assistant.guide.model import Guide


def step_numbers(guide: Guide) -> dict[str, str]:
    """Return the number of each step by its id: ``2.3`` is the third step of the second page."""
    return {
        step.id: f"{number}.{place}"
        for number, page in enumerate(guide.pages, 1)
        for place, step in enumerate(page.steps, 1)
    }
