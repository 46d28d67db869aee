"""What an indicator is called, alone and inside a sentence, and which months its figure is of."""

from dashboard.saying.facts import Facts
from dashboard.saying.voice import TEMPLATES, Voice
from metrics.windows import Window


def name(facts: Facts, voice: Voice) -> str:
    """«Rolleklarhet», «Rolleklarleik», «Role clarity»."""
    names = facts.indicator.name
    return names.get(voice.language, names["nb"])


def the(facts: Facts, voice: Voice) -> str:
    """«sykefraværet»; the name in small letters where no other form is given."""
    key = f"the.{facts.indicator.id}"
    if key in TEMPLATES[voice.language]:
        return voice.say(key)
    plain = name(facts, voice)
    return plain[:1].lower() + plain[1:]


def window(facts: Facts, voice: Voice) -> str:
    """«siste tolv måneder», «hittil i 2026», «i oktober 2026»."""
    if facts.indicator.window is Window.ROLLING_TWELVE:
        return voice.say("window.rolling12")
    if facts.indicator.window is Window.YEAR_TO_DATE:
        return voice.say("window.ytd", period=f"{facts.period.year}")
    return voice.say("window.period", period=voice.period(facts.period))
