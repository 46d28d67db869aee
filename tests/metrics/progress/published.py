"""Where published vectors under licences that forbid a copy here may lie: MAALBILDE_SHARED, or beside the checkout."""

import os
from pathlib import Path

BESIDE = Path(__file__).parents[3].parent / "shared"
SHARED = Path(os.environ.get("MAALBILDE_SHARED", BESIDE))
FOLDER = SHARED / "realdata" / "testvektorer"

if "MAALBILDE_SHARED" in os.environ and not FOLDER.is_dir():
    raise FileNotFoundError(FOLDER)
