"""Asking the command line for figures."""

import sys

COMMAND = [sys.executable, "-P", "-m", "dashboard.cli"]
"""The console command as a process of its own."""



def figures_of(run, **filters):
    """The figures that a home's board has, by the filters of the command."""
    words = [part for name, value in filters.items() for part in (f"--{name}", value)]
    return run("figures", *words).said["figures"]
