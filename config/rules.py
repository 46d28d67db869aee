"""The rules that the configuration must keep, each a small function from the catalogue to problems.

A new rule is a function in one of the four modules and its name below.
"""

from collections.abc import Callable, Iterator

from config import format_rules, indicator_rules, strategy_rules, target_rules
from config.catalogue import Catalogue
from config.written import Written
from metrics.problems import Problem

Rule = Callable[[Catalogue, Written], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    strategy_rules.followed_strategies_exist,
    strategy_rules.indicators_exist,
    strategy_rules.links_are_on_the_board,
    target_rules.targets_are_whole,
    strategy_rules.targets_lie_on_the_scale,
    strategy_rules.targets_are_set_once,
    strategy_rules.goals_have_their_own_ids,
    strategy_rules.strategies_end_after_they_start,
    indicator_rules.thresholds_are_high_enough,
    indicator_rules.families_exist,
    indicator_rules.families_agree,
    indicator_rules.factor_names_are_unambiguous,
    indicator_rules.scores_have_a_scale,
    indicator_rules.texts_are_in_norwegian,
    indicator_rules.numbers_are_possible,
    indicator_rules.breakdowns_are_delivered,
    indicator_rules.origins_fit_their_delivery,
    format_rules.needed_fields_have_a_place,
    format_rules.fields_are_known,
    format_rules.values_are_known,
    format_rules.formats_name_known_indicators,
)
