"""``python -m tests.fuzz``: see ``running``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.running import main

sys.exit(main())
