"""Gets what the tests need and pip cannot bring: Chromium and PostgreSQL, through apt as root."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NEEDED = {"chromium": "chromium", "postgres": "postgresql"}


def found(program: str) -> bool:
    """Whether a program is on the path, or where Debian puts PostgreSQL's server."""
    return bool(shutil.which(program)) or any(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))


def main() -> int:
    """Install what is missing. Returns 1 with a sentence when it cannot."""
    missing = [package for program, package in NEEDED.items() if not found(program)]
    if not missing:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        subprocess.run(install, check=True, env=environment, stdout=subprocess.DEVNULL)
        return 0
    sys.stderr.write(f"Testene trenger {' og '.join(missing)}. På Debian: sudo apt-get install {' '.join(missing)}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
