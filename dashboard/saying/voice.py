"""One language at a time: its sentences, and how it writes numbers, months and lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from dashboard import notation
from dashboard.notation import NO_BREAK
from dashboard.saying.en import TEMPLATES as ENGLISH
from dashboard.saying.nb import TEMPLATES as BOKMAAL
from dashboard.saying.nn import TEMPLATES as NYNORSK
from metrics.figures import MOST_DECIMALS, round_half_up
from metrics.indicators import Measure
from metrics.periods import Grain, Period

Language = Literal["nb", "nn", "en"]
Gender = Literal["common", "feminine", "neuter"]
LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")
TEMPLATES: Final[Mapping[Language, Mapping[str, str]]] = {"nb": BOKMAAL, "nn": NYNORSK, "en": ENGLISH}
_UNIT = {Measure.PERCENT: "unit.percent", Measure.YEARS: "unit.years"}
_DIFFERENCE = {Measure.PERCENT: "unit.points", Measure.YEARS: "unit.years"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A language to say things in."""

    language: Language

    def say(self, key: str, **values: str) -> str:
        """A piece of a sentence. Raises KeyError for an unknown key or a value that is lacking."""
        return TEMPLATES[self.language][key].format(**values)

    def sentence(self, key: str, **values: str) -> str:
        """A piece that begins a sentence, with a capital letter."""
        said = self.say(key, **values)
        return said[:1].upper() + said[1:]

    def counted(self, key: str, count: int, gender: Gender = "common", **values: str) -> str:
        """A sentence on a count: `key.one` or `key.many`, with `{count}` in words to twelve."""
        return self.sentence(f"{key}.{'one' if count == 1 else 'many'}", count=self.count(count, gender), **values)

    def count(self, count: int, gender: Gender = "common") -> str:
        """«én», «ett», «to», … «tolv», then digits."""
        if count == 1:
            return self.say(f"one.{gender}")
        words = self.say("numbers").split()
        return words[count] if 0 <= count < len(words) else self.number(Fraction(count))

    def pair(self, part: int, whole: int, gender: Gender = "common") -> str:
        """«sju av tolv», «11 av 24»: both in words or both in digits."""
        if whole < len(self.say("numbers").split()):
            return self.say("pair", part=self.count(part, gender), whole=self.count(whole, gender))
        return self.say("pair", part=self.number(Fraction(part)), whole=self.number(Fraction(whole)))

    def number(self, value: Fraction, decimals: int = 0) -> str:
        """A number with the language's decimal sign and thin spaces between thousands; minus is «−»."""
        written = notation.format_number(value, decimals)
        return written.replace(",", ".") if self.language == "en" else written

    def amount(self, value: Fraction, decimals: int, measure: Measure) -> str:
        """«8,1 %», «4,1», «62,8 år»."""
        return self.number(value, decimals) + self._suffix(_UNIT.get(measure))

    def difference(self, value: Fraction, decimals: int, measure: Measure) -> str:
        """The size of a difference: «1,2 prosentpoeng», «0,2», «0,4 år»; with the decimals that keep it from 0."""
        size = abs(value)
        seen = next((d for d in range(decimals, MOST_DECIMALS) if round_half_up(size, d) or not size), MOST_DECIMALS)
        return self.number(size, seen) + self._suffix(_DIFFERENCE.get(measure))

    def listed(self, words: list[str]) -> str:
        """«a», «a og b», «a, b og c»."""
        return f" {self.say('and')} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))

    def period(self, period: Period) -> str:
        """«oktober 2026», «3. kvartal 2026», «2. tertial 2026», «2026»."""
        within = period.start % 12
        name = {Grain.MONTH: "month", Grain.QUARTER: "quarter", Grain.TERTIAL: "tertial"}.get(period.grain)
        if name is None:
            return f"{period.year}"
        part = self.say("months").split()[within] if name == "month" else f"{within // period.months + 1}"
        return self.say(f"period.{name}", part=part, year=f"{period.year}")

    def month(self, day: date) -> str:
        """«desember 2027»: the month of a day."""
        return self.period(Period.containing(day))

    def _suffix(self, key: str | None) -> str:
        return NO_BREAK + self.say(key) if key else ""
