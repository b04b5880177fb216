"""The templates of a sheet: Typst reads whatever it is given anew for each, wanted or not."""

import re

from micra_assistant import assets

_IMPORTED = re.compile(r'^#import "([\w-]+\.typ)"', re.MULTILINE)


def templates_of(kind: str) -> dict[str, bytes]:
    """Return the template of a kind of sheet as ``main.typ``, and by their names those that it cannot do without."""
    main, found = _template(kind + ".typ"), dict[str, bytes]()
    wanted = _imported(main)
    while wanted:
        name = wanted.pop()
        found[name] = _template(name)
        wanted |= _imported(found[name]) - found.keys()
    return {"main.typ": main, **found}


def _template(name: str) -> bytes:
    return (assets.resource("print") / name).read_bytes()


def _imported(template: bytes) -> set[str]:
    return set(_IMPORTED.findall(template.decode()))
