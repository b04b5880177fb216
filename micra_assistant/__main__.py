"""``python -m micra_assistant`` is the command ``micra-assistant``."""

import sys

from micra_assistant.cli import main

sys.exit(main())
