"""The invented municipality: files in the templates, made from a seed and imported like anyone's."""

from pathlib import Path

from data.sample.files import SampleFiles, write_files
from data.sample.months import LAST
from data.sample.organisation import NAME

MUNICIPALITY = "fjordvik"
LAST_MONTH = LAST

__all__ = ["LAST_MONTH", "MUNICIPALITY", "NAME", "SampleFiles", "settings_yaml", "strategy_file", "write_files"]


def settings_yaml() -> str:
    """The home's settings.yaml for the invented municipality."""
    return f"municipality: {MUNICIPALITY}\nname: {NAME}\ninvented: true\n"


def strategy_file() -> Path:
    """The invented municipality's own strategy."""
    return Path(__file__).with_name("strategy.yaml")
