"""The ways to get the part on a job: those of its guide, and what suppliers ask."""

from micra_assistant.jobs.state import JobState
from micra_assistant.parts.joined_quotes import with_quotes
from micra_assistant.parts.options import PartsTable
from micra_assistant.workshop.values import Workshop


def ways_of(parts: PartsTable | None, state: JobState, workshop: Workshop) -> PartsTable | None:
    """Return the ways of a guide with the quotes of a job among them; None if the guide needs no part."""
    quotes = {kept.id: kept.quote for kept in state.quotes}
    return with_quotes(parts, quotes, workshop.tax) if parts and quotes else parts
