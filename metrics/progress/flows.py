"""Rates with little memory (STATISTICS §5.1): judged as rates; the chart's rules speak only where months are free."""

from metrics.indicators import Better
from metrics.progress import rates
from metrics.progress.aims import Aims
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.seasons import memory
from metrics.progress.verdicts import Verdicts

MOST_MEMORY = 0.25
"""Pooled lag-1 autocorrelation above which the rules of an XmR chart give false alarms."""


def judge(
    history: History,
    groups: Groups,
    aims: Aims,
    better: Better,
    rule: rates.Rule = rates.SHORT_TERM,
    provisional: int = 0,
) -> Verdicts:
    """As `rates.judge`, with the overdispersion that short spells have."""
    return rates.judge(history, groups, aims, better, rule, provisional)


def rules_speak(history: History, groups: Groups) -> bool:
    """Whether a chart of the months may be coloured by its rules. False with less than two full years."""
    return memory(history, groups) <= MOST_MEMORY
