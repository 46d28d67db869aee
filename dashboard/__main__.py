"""The dashboard's process: `python -m dashboard HOST PORT`, with the board's and the journal's addresses around it."""

import os
import sys

from dashboard.server import run

if __name__ == "__main__":
    run(os.environ["MAALBILDE_BOARD_URL"], os.environ["MAALBILDE_JOURNAL_URL"], sys.argv[1], int(sys.argv[2]))
