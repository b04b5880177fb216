"""What is loaded while a person looks at the first step: it is wanted in most jobs, and is then there at once."""

from collections.abc import Iterator


def load_ahead() -> Iterator[None]:
    """Load in pieces what the first act needs, and the views that come in the place of a job."""
    from micra_assistant.jobs import room  # noqa: F401, PLC0415 - not before the first paint
    from micra_assistant.ui.history import put_back_view  # noqa: F401, PLC0415 - likewise

    yield
    from micra_assistant.ui.history import timeline_view  # noqa: F401, PLC0415 - likewise

    yield
    from micra_assistant.ui.jobs import jobs_view  # noqa: F401, PLC0415 - likewise
