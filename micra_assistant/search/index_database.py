"""The file of the index. It is a cache: what cannot be used is thrown away, and what cannot be kept is in memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock

from micra_assistant.search.index_schema import APPLICATION_ID, TABLES, VERSION

_BUSY_SECONDS = 2.0
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PRIMARY_CODE = 0xFF
_MAPPED_BYTES = 1 << 28


class IndexDatabase:
    """One SQLite file, or memory if it cannot be had, opened when first used. One thread may read, another write."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._begun = 1

    @property
    def is_kept(self) -> bool:
        """Whether the index is still there when the program starts again."""
        with self.reading():
            return self._file is not None

    @property
    def begun(self) -> int:
        """How often the index was begun, which is more than once if it had to be thrown away."""
        return self._begun

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Return the connection to read by, for this thread alone."""
        with self._lock:
            if self._connection is None:
                self._connection, self._file = _opened(self._file)
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Return a connection within one transaction. Reading goes on meanwhile, unless the index is in memory."""
        if self.is_kept and self._file is not None:
            with closing(_connected(self._file)) as connection:
                connection.execute("PRAGMA synchronous = NORMAL")  # a cache may lose its last words, not its sense
                with _transaction(connection):
                    yield connection
        else:
            with self.reading() as connection, _transaction(connection):
                yield connection

    def begin_anew(self) -> None:
        """Throw the file away, so that an empty one is opened."""
        with self._lock:
            self.close()
            if self._file is not None:
                _throw_away(self._file)
            self._begun += 1

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


class _NotOursError(sqlite3.DatabaseError):
    """The file is another program's, or another version's."""


def is_broken(error: Exception) -> bool:
    """Whether ``error`` says that the file itself is no use, not just busy or out of reach."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, _NotOursError) or code & _PRIMARY_CODE in _BROKEN


def _opened(file: Path | None) -> tuple[sqlite3.Connection, Path | None]:
    """Return a connection with all tables to ``file``, or to memory, and the file that it is."""
    if file is not None:
        for _ in range(2):  # the second time without the file that was no use
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                return _prepared(_connected(file)), file
            except (sqlite3.Error, OSError) as error:
                if not is_broken(error):
                    break
                _throw_away(file)
    return _prepared(_connected(None)), None


def _connected(file: Path | None) -> sqlite3.Connection:
    return sqlite3.connect(file or ":memory:", timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return the connection with all tables made; sqlite3.Error, and closed, if they cannot be written."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        with _transaction(connection):
            _make_tables(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks == [APPLICATION_ID, VERSION]:
        return
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise _NotOursError
    for statement in TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _throw_away(file: Path) -> None:
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        with suppress(OSError):
            file.with_name(name).unlink()
