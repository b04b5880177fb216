"""What names pages, steps, items and places in guides: jobs refer to them, so they stay."""

import re

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like."""
