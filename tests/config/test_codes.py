import re

import config.codes
from config.codes import CODES


def test_the_table_and_the_list_are_the_same() -> None:
    table = re.findall(r"^\| ([a-z_0-9]+) \|", config.codes.__doc__ or "", re.MULTILINE)
    assert sorted(code for code in table if code != "code") == sorted(CODES)
