"""What a test needs of this machine besides Python: without it the test is skipped, in words."""

import shutil

import pytest


def needs(*programs: str, package: str) -> pytest.MarkDecorator:
    """Return the mark of tests that start programs, which Debian has in ``package``."""
    missing = [program for program in programs if not shutil.which(program)]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)} (Debian: {package})")
