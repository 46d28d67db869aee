"""The overview's first sentence: how many targets are met, on schedule and not met, with the misses by name."""

from dashboard import phrases, sentences
from dashboard.reading import Reading
from dashboard.standings import Standing, stand
from metrics.progress.codes import Level
from metrics.strategy import Link


def summary(reading: Reading, goals: dict[str, dict[str, Link | None]]) -> tuple[str, str | None]:
    """The sentence, and how many indicators have nothing to be held against."""
    count = sentences.TargetCount()
    without = 0
    for indicator in dict.fromkeys(one for found in goals.values() for one in found):
        held = reading.held(reading.root.id, indicator)
        if held is None or held.limit is None:
            without += 1
        else:
            _add(
                count,
                stand(reading, reading.root.id, indicator),
                phrases.in_sentence(reading.board.indicators[indicator]),
            )
    return sentences.targets_summary(count), sentences.without_target_summary(without)


def _add(count: sentences.TargetCount, standing: Standing, name: str) -> None:
    if standing.level is Level.HIDDEN:
        count.hidden += 1
    elif standing.shown is None:
        count.missing += 1
    elif standing.shown.met:
        count.met += 1
    elif standing.level is Level.ON_TRACK:
        count.on_track += 1
    else:
        count.not_met.append(name)
