"""The style sheet of what is read from afar: the sizes of its letters; colours stay as they are."""

from micra_assistant.ui.style.far_sizes import FarSizes
from micra_assistant.ui.style.theme import Theme


def far_sheet(sizes: FarSizes, target: int, theme: Theme) -> str:
    """Return the style sheet of a slide, or of one thing to put back.

    ``target`` is how many pixels what is tapped needs at least.
    """
    target, edge = max(target, 2 * sizes.words), max(3, sizes.value // 20)
    accent, room = theme.colours["accent"], max(0, 9 - edge)
    return f"""
        QLabel[kind="body"], QLabel[kind="table-cell"] {{ font-size: {sizes.words}px; }}
        QLabel[kind="band"], QLabel[kind="band-why"], QLabel[kind="place"] {{ font-size: {sizes.words}px; }}
        QLabel[kind="table-head"], QLabel[kind="badges"] {{ font-size: {round(sizes.words * 0.85)}px; }}
        QLabel[kind="title"], QFrame#row QLabel[kind="item"] {{ font-size: {sizes.instruction}px; font-weight: bold; }}
        QFrame#row QLabel[kind="item"] {{ color: {theme.colours["ink"]}; }}
        QFrame#row QLabel[kind="unit"] {{ font-size: {sizes.instruction}px; }}
        QFrame#row QLabel[kind="expected"] {{ font-size: {round(sizes.words * 1.15)}px; }}
        QFrame#row QLabel[kind="caption"] {{ font-size: {round(sizes.words * 1.15)}px; font-weight: bold; }}
        QFrame#row QLineEdit {{ font-size: {sizes.words}px; min-height: {target}px; }}
        QFrame#row QLineEdit[kind="value"] {{ font-size: {sizes.value}px; font-weight: bold; padding: 0 8px; }}
        QFrame#row QLineEdit[kind="value"]:focus {{ border: {edge}px solid {accent}; padding: 0 {room}px; }}
        QLabel[kind="verdict-word"] {{ font-size: {sizes.instruction}px; font-weight: bold; }}
        QFrame#verdict {{ border-radius: 8px; }}
        QFrame#verdict[verdict="right"] {{ background: {theme.colours["tip-soft"]}; }}
        QFrame#verdict[verdict="right"] QLabel {{ color: {theme.colours["good"]}; }}
        QFrame#verdict[verdict="wrong"] {{ background: {theme.colours["bad-soft"]}; }}
        QFrame#verdict[verdict="wrong"] QLabel {{ color: {theme.colours["bad"]}; }}
        QFrame#row, QFrame#row:hover, QFrame#row[current="true"] {{ border: none; background: transparent; }}
        QPushButton {{ font-size: {sizes.words}px; min-height: {target}px; min-width: {target}px; padding: 0 8px; }}
    """


def touch_sheet(target: int) -> str:
    """Return the style sheet of a window all of whose buttons and choices are at least so many pixels high."""
    return f"""
        QFrame#sheet QPushButton, QPushButton[kind="small"], QPushButton[kind="sign"], QPushButton[kind="quiet"],
        QPushButton[kind="finder"], QPushButton[kind="fold"], QPushButton[kind="way-in"], QComboBox
        {{ min-height: {target}px; padding-top: 0; padding-bottom: 0; }}
    """
