"""Everything said in English."""

from typing import Final

from dashboard.saying.en.answers import ANSWERS
from dashboard.saying.en.figures import FIGURES
from dashboard.saying.en.vocabulary import VOCABULARY

TEMPLATES: Final[dict[str, str]] = VOCABULARY | FIGURES | ANSWERS
