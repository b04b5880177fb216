"""Puts a picture and the words that belong to it in their places, as large as there is room for."""

from PySide6.QtCore import QSize

from micra_assistant.ui.player.far_column import FarColumn
from micra_assistant.ui.player.picture_card import PictureCard
from micra_assistant.ui.player.slide_places import places_in
from micra_assistant.ui.style.far_sizes import FarRoom


def put_in_place(words: FarColumn, card: PictureCard | None, room: FarRoom, view: QSize) -> int:
    """Put them in their places in a view; return how high all is."""
    places = places_in(view, room.height, has_picture=card is not None)
    least = card.least_height(places.picture.width()) if card else 0
    picture, beside = places.with_picture_of(least)
    needed = words.fit(room, beside.size())
    words.setGeometry(beside.x(), beside.y(), beside.width(), max(needed, beside.height()))
    if card:
        card.setGeometry(picture)
    return max(view.height(), beside.y() + needed, picture.bottom() + 1)
