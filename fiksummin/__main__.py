"""``python -m fiksummin`` is ``fiksummin``."""

import sys

from fiksummin.cli import main

sys.exit(main())
