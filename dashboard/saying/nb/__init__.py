"""Everything said in bokmål."""

from typing import Final

from dashboard.saying.nb.answers import ANSWERS
from dashboard.saying.nb.figures import FIGURES
from dashboard.saying.nb.vocabulary import VOCABULARY

TEMPLATES: Final[dict[str, str]] = VOCABULARY | FIGURES | ANSWERS
