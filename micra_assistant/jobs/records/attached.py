"""What is attached to events: photos, and the texts of guides, each under the fingerprint of what it holds."""

import re
from contextlib import suppress

from micra_assistant.errors import MicraError

_FINGERPRINT = r"[0-9a-f]{64}"


def is_fingerprint(name: str) -> bool:
    """Whether an id is one that says what is attached under it."""
    return bool(re.fullmatch(_FINGERPRINT, name))


def is_whole(name: str, content: bytes) -> bool:
    """Whether ``content`` is what its fingerprint says, that of a photo or of a guide's text."""
    import hashlib  # noqa: PLC0415 - loaded when it is wanted

    if hashlib.sha256(content).hexdigest() == name:
        return True
    from micra_assistant.guide.snapshot import fingerprint_of  # noqa: PLC0415 - loaded when it is wanted

    with suppress(MicraError):
        return fingerprint_of(content) == name
    return False


def is_scribbled(name: str, content: bytes) -> bool:
    """Whether ``content`` is not what its fingerprint says; nothing is known of what has none."""
    return is_fingerprint(name) and not is_whole(name, content)
