"""Where a stick or another disk is found, to begin with in a dialog."""

from pathlib import PurePath

from PySide6.QtCore import QStorageInfo

_MOUNTED_IN = ("/media", "/run/media", "/mnt")
"""Where Linux puts what is plugged in."""


def likely_stick() -> str:
    """Return the folder of the first stick or disk that can be written to, empty if none is seen."""
    volumes = (volume for volume in QStorageInfo.mountedVolumes() if volume.isReady() and not volume.isReadOnly())
    return next((volume.rootPath() for volume in volumes if _is_plugged_in(volume)), "")


def _is_plugged_in(volume: QStorageInfo) -> bool:
    place = PurePath(volume.rootPath())
    is_drive = bool(place.drive) and place.drive != PurePath(QStorageInfo.root().rootPath()).drive
    return is_drive or any(place.is_relative_to(folder) and str(place) != folder for folder in _MOUNTED_IN)
