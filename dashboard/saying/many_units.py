"""How many units stand where, without ranking them (STATISTICS §8, §12)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from dashboard.saying.said import joined
from dashboard.saying.voice import Language, Voice
from metrics.figures import round_half_up
from metrics.progress.codes import Level

_STATES: Final[tuple[tuple[str, tuple[Level, ...]], ...]] = (
    ("on_secure", (Level.ON_SECURE,)),
    ("on_track", (Level.ON_TRACK,)),
    ("unsure", (Level.ON_UNSURE, Level.OFF_UNSURE)),
    ("off_clear", (Level.OFF_CLEAR,)),
    ("too_little", (Level.TOO_LITTLE,)),
    ("no_target", (Level.NO_TARGET,)),
)
_ALONE, _BOTH = 1, 2


def by_level(counts: Mapping[Level, int], language: Language) -> str:
    """«Sju av tolv er trygt i mål, én er i rute, to kan snu, to er klart utenfor (tre skjermet)»."""
    voice = Voice(language)
    states = [(key, sum(counts.get(level, 0) for level in levels)) for key, levels in _STATES]
    found = [(key, count) for key, count in states if count]
    said = _judged(found, voice) + _beside(counts, voice) + "."
    return said[:1].upper() + said[1:]


def by_side(
    met: int, shown: int, language: Language, *, hidden: int = 0, missing: int = 0, misses: Sequence[str] = ()
) -> str:
    """«31 av 40 viste enheter er i mål. Tolv enheter er skjermet.», and the misses by name where they are given."""
    voice = Voice(language)
    return joined(
        _shown(met, shown, voice),
        voice.sentence("side.misses", names=voice.listed(list(misses))) if misses else "",
        voice.counted("side.hidden", hidden, "feminine") if hidden else "",
        voice.counted("side.missing", missing, "feminine") if missing else "",
    )


def rest_group(units: int, language: Language, *, own_staff: bool = False) -> str:
    """«Samlet for én skjermet enhet og ansatte over den»."""
    return Voice(language).counted("note.rest_staff" if own_staff else "note.rest", units, "feminine")


def contribution(man_years: Fraction, language: Language) -> str:
    """«Fravær tilsvarende 3,4 årsverk mer enn målet.» `man_years` is lost beyond the target, negative below it."""
    voice = Voice(language)
    if not round_half_up(abs(man_years), 1):
        return voice.sentence("contribution.same")
    key = "contribution.more" if man_years > 0 else "contribution.less"
    return voice.sentence(key, years=voice.number(abs(man_years), 1))


def composition(*, upwards: bool, language: Language) -> str:
    """All areas moved one way and the total the other; `upwards` is the total's way (Simpson, STATISTICS §8)."""
    return Voice(language).sentence(f"composition.{'up' if upwards else 'down'}")


def _judged(found: list[tuple[str, int]], voice: Voice) -> str:
    total = sum(count for _, count in found)
    if not found:
        return voice.say("many.nothing")
    key, count = found[0]
    if len(found) == 1:
        which = {_ALONE: "one", _BOTH: "both"}.get(total, "all")
        state = voice.say(f"state.{key}.{'one' if which == 'one' else 'many'}")
        numbers = {"count": voice.count(count)} if which == "all" else {}
        return voice.say(f"many.{which}", state=state, **numbers)
    first = voice.say("many.first", pair=voice.pair(count, total, "feminine"), state=_state(key, count, voice))
    next_ones = [
        voice.say("many.next", count=voice.count(count, "feminine"), state=_state(key, count, voice))
        for key, count in found[1:]
    ]
    return ", ".join([first, *next_ones])


def _state(key: str, count: int, voice: Voice) -> str:
    return voice.say(f"state.{key}.{'one' if count == 1 else 'many'}")


def _beside(counts: Mapping[Level, int], voice: Voice) -> str:
    """« (tre skjermet, én uten tall)»: units that are no part of the count."""
    beside = []
    for key, level in (("hidden", Level.HIDDEN), ("missing", Level.MISSING)):
        count = counts.get(level, 0)
        words = voice.count(count, "feminine")
        beside += [voice.say(f"beside.{key}.{'one' if count == 1 else 'many'}", count=words)] if count else []
    return f" ({', '.join(beside)})" if beside else ""


def _shown(met: int, shown: int, voice: Voice) -> str:
    if not shown:
        return voice.sentence("side.nothing")
    if shown == _ALONE:
        return voice.sentence("side.only.met" if met else "side.only.missed")
    if met == shown:
        return voice.sentence("side.both" if shown == _BOTH else "side.all", **_count_of(shown, voice))
    if not met:
        return voice.sentence("side.neither" if shown == _BOTH else "side.none", **_count_of(shown, voice))
    return voice.sentence(f"side.some.{'one' if met == 1 else 'many'}", pair=voice.pair(met, shown, "feminine"))


def _count_of(shown: int, voice: Voice) -> dict[str, str]:
    return {} if shown == _BOTH else {"count": voice.count(shown)}
