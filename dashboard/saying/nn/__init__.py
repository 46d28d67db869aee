"""Everything said in nynorsk."""

from typing import Final

from dashboard.saying.nn.answers import ANSWERS
from dashboard.saying.nn.figures import FIGURES
from dashboard.saying.nn.vocabulary import VOCABULARY

TEMPLATES: Final[dict[str, str]] = VOCABULARY | FIGURES | ANSWERS
