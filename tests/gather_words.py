"""What ``make words`` does: gather the words for translators, bring the catalogues up to date, judge and compile them.

``build/micra-assistant.pot`` holds all words. A catalogue is kept in ``resources/words/<language>/LC_MESSAGES``, as a
``.po`` that translators change; the program reads the ``.mo`` beside it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from micra_assistant import __version__
from micra_assistant.catalogues import DOMAIN
from tests.catalogue_faults import Fault, faults_of

HERE = Path(__file__).parent.parent
_PROJECT = "Micra Assistant"
_KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "pgettext": ((1, "c"), 2)}


def main(root: Path = HERE, build: Path = HERE / "build") -> int:
    """Do all of it; return 1 if a catalogue has a word that is lost, doubtful or wrong, else 0."""
    words = gathered(root / "micra_assistant")
    build.mkdir(exist_ok=True)
    _write(words, build / f"{DOMAIN}.pot")
    sys.stdout.write(f"{len(words)} words in {build / f'{DOMAIN}.pot'}\n")
    faults = [fault for file in catalogue_files(root) for fault in renewed(file, words)]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return int(any(fault.is_grave for fault in faults))


def gathered(package: Path) -> Catalog:
    """Return the words that are marked in a package."""
    words = Catalog(project=_PROJECT, version=__version__)
    found = extract_from_dir(package, [("**.py", "python")], keywords=_KEYWORDS)
    for file, line, message, _comments, context in sorted(found, key=lambda one: one[:2]):
        words.add(message, None, [(f"{package.name}/{file}", line)], context=context)
    return words


def catalogue_files(root: Path) -> list[Path]:
    """Return the catalogues that there are, as translators change them."""
    return sorted((root / "resources" / "words").glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def renewed(file: Path, words: Catalog) -> Iterator[Fault]:
    """Bring a catalogue up to date, yield what is wrong, compile it unless something would be said wrong."""
    try:
        _update(file, words)
        catalogue = _read(file)
    except (PoFileError, ValueError) as error:
        yield Fault(file, getattr(error, "lineno", 0) + 1, f"cannot be read: {error}")
        return
    faults = list(faults_of(file, catalogue))
    yield from faults
    if not any(fault.is_wrong for fault in faults):
        with file.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue)


def _update(file: Path, words: Catalog) -> None:
    """Give a catalogue the words as they are now; a translation that is lost stays at its end, out of use."""
    catalogue = _read(file)
    catalogue.update(words, update_creation_date=False)
    catalogue.project, catalogue.version = words.project, words.version
    _write(catalogue, file)


def _read(file: Path) -> Catalog:
    with file.open("rb") as content:
        return read_po(content, locale=file.parent.parent.name, abort_invalid=True)


def _write(catalogue: Catalog, file: Path) -> None:
    with file.open("wb") as content:
        write_po(content, catalogue, width=0, sort_by_file=True)


if __name__ == "__main__":
    sys.exit(main())
