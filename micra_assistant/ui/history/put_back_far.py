"""The style sheet of what is put back where that is read from afar, one thing at a time."""

from micra_assistant.ui.player.far_sheet import far_sheet
from micra_assistant.ui.style.far_sizes import FarSizes
from micra_assistant.ui.style.theme import Theme


def put_back_sheet(sizes: FarSizes, target: int, theme: Theme) -> str:
    """Return it for letters of these sizes; what is tapped is as high as a ``target``, in pixels."""
    return (
        far_sheet(sizes, target, theme)
        + f"""
        QLabel[kind="band"], QLabel[kind="band-why"], QLabel[kind="place"] {{ font-size: {sizes.words}px; }}
    """
    )
