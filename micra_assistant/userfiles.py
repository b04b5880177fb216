"""Where the user's own files are: job records, settings, sheets saved without being asked where."""

from pathlib import Path

from msgspec import Struct


class UserFiles(Struct, frozen=True):
    """The files of one user; nothing is made until something is kept in it."""

    folder: Path

    @classmethod
    def default(cls) -> "UserFiles":
        """Return the place that the operating system gives a program for its data."""
        from platformdirs import user_data_path  # noqa: PLC0415 - not needed with --data-dir

        return cls(user_data_path("micra-assistant", appauthor=False))

    @property
    def records(self) -> Path:
        """The job records, a SQLite database."""
        return self.folder / "jobs.sqlite3"

    @property
    def backups(self) -> Path:
        """Checked copies of the job records; made when the first backup is."""
        return self.folder / "backups"

    @property
    def settings(self) -> Path:
        """How the window was left: size, theme, text size."""
        return self.folder / "settings.ini"

    @property
    def workshop(self) -> Path:
        """What holds for the whole workshop: labour rates, names, paper, numbers, units."""
        return self.folder / "workshop.toml"

    @property
    def opening(self) -> Path:
        """Marks for the jobs that are just being opened; see ``jobs.opening_marks``."""
        return self.folder / "opening"

    @property
    def guide_cache(self) -> Path:
        """Guides as they were last read; may be thrown away."""
        return self.folder / "cache"

    @property
    def guide_texts(self) -> Path:
        """Guides as jobs were done with them, unpacked from the records; may be thrown away."""
        return self.guide_cache / "texts"

    @property
    def search_index(self) -> Path:
        """The index of all guides; may be thrown away."""
        return self.guide_cache / "search.sqlite3"

    @property
    def sheets(self) -> Path:
        """Sheets and pictures that are saved on a machine with no screen."""
        return self.folder / "sheets"
