"""Strategi: the thread from the strategy's text to the number."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from dashboard import phrases, sentences
from dashboard.cards import Column, card, facts, heading, lead, more, number, table
from dashboard.chips import chip
from dashboard.frame import open_page
from dashboard.markup import Html, div, draw, join, paragraph, span, tag
from dashboard.notation import date_label, format_limit
from dashboard.reading import Reading
from dashboard.standings import stand
from metrics.indicators import Indicator, Measure
from metrics.strategy import Goal, Link, Scope, Strategy, SubGoal, Target

Part = Goal | SubGoal


def _period_of(strategy: Strategy) -> str:
    until = f"–{strategy.valid_to.year}" if strategy.valid_to else ""
    return f"{strategy.valid_from.year}{until}"


def _facts(strategy: Strategy) -> Html:
    rows: list[tuple[str, object]] = [("Vedtatt av", strategy.owner), ("Kilde", strategy.source)]
    rows.append(("Gjelder fra", date_label(strategy.valid_from)))
    if strategy.valid_to:
        rows.append(("Gjelder til", date_label(strategy.valid_to)))
    if strategy.revised_every_years:
        rows.append(("Revideres", sentences.revised(strategy.revised_every_years)))
    if strategy.vision:
        rows.append(("Visjon", strategy.vision))
    if strategy.values:
        rows.append(("Verdier", ", ".join(strategy.values)))
    return facts(rows)


def _place(part: Part | Target) -> Html | None:
    return div("sub place", f"I strategien: «{part.place}»") if part.place else None


def _scope(reading: Reading, target: Target) -> str:
    if target.scope.unit is not None:
        at = reading.tree.index.get(target.scope.unit)
        return target.scope.unit if at is None else reading.tree.units[at].name
    if target.scope.every_service_area:
        return "Hvert tjenesteområde"
    return f"Enheter av typen {target.scope.unit_type}" if target.scope.unit_type else "Hele kommunen"


def _target(reading: Reading, target: Target, measure: Measure, place: str) -> Html:
    by = f"satt av {target.set_by}" if target.set_by else None
    own = None if target.inherited else "gjelder ikke enhetene under"
    extra = ", ".join(part for part in (phrases.due_words(target), by, own) if part)
    return tag(
        "li",
        f"{_scope(reading, target)}: ",
        tag("b", phrases.target_words(target, measure)),
        f" {extra}" if extra else None,
        _place(target) if target.place != place else None,
    )


def _years(reading: Reading, about: str, targets: list[Target], measure: Measure) -> Html | None:
    """The milestones, a row for each whom a target is for and a column for each year."""
    years = sorted({step.due.year for target in targets for step in target.milestones})
    if not years:
        return None
    columns = [Column("Delmål"), *(Column(str(year), numeric=True) for year in years)]
    rows = ([_scope(reading, target), *_steps(target, years, measure)] for target in targets if target.milestones)
    return table(f"Delmål per år: {about}", columns, rows, wide=True)


def _steps(target: Target, years: list[int], measure: Measure) -> list[str]:
    limits = {step.due.year: format_limit(Fraction(step.limit), measure) for step in target.milestones}
    return [limits.get(year, phrases.NO_STEP) for year in years]


def _stands(reading: Reading, indicator: Indicator) -> Html:
    standing = stand(reading, reading.root.id, indicator.id)
    figure = standing.figure
    age = phrases.age_words(figure, reading.period) if figure else None
    return div(
        "stands", span("sub", "Kommunen nå "), number(figure), " ", chip(standing), span("sub", age) if age else None
    )


def _municipality_first(target: Target) -> tuple[bool, str]:
    return target.scope != Scope(), target.scope.unit or ""


def _thread(reading: Reading, indicator_id: str, place: str, targets: list[Target], links: list[Link]) -> Html:
    """One indicator under a goal: how well it measures, its targets, and where the municipality stands."""
    indicator = reading.board.indicators.get(indicator_id)
    measure = indicator.measure if indicator else Measure.PERCENT
    name = phrases.name_of(indicator) if indicator else phrases.capital(indicator_id)
    ordered = sorted(targets, key=_municipality_first)
    listed = join(
        tag("ul", *(_target(reading, target, measure, place) for target in ordered), class_="targets"),
        _years(reading, name, ordered, measure),
    )
    if indicator is None:
        return div("thread", div("name", sentences.NOT_ON_BOARD), listed if targets else None)
    why = [phrases.EVIDENCE[link.evidence] for link in links] + [link.why for link in links]
    return div(
        "thread",
        div("top", div("name", name), _stands(reading, indicator)),
        div("sub", phrases.capital(" · ".join(word for word in why if word))) if links else None,
        listed if targets else div("sub", sentences.no_target(reading.held(reading.root.id, indicator_id), measure)),
    )


def _threads(reading: Reading, part: Part) -> Iterator[Html]:
    named = dict.fromkeys(chain((one.indicator for one in part.targets), (one.indicator for one in part.links)))
    for indicator in named:
        targets = [one for one in part.targets if one.indicator == indicator]
        links = [one for one in part.links if one.indicator == indicator]
        yield _thread(reading, indicator, part.place, targets, links)


def _sub_goal(reading: Reading, sub_goal: SubGoal) -> Html:
    threads = list(_threads(reading, sub_goal))
    return div(
        "subgoal",
        tag("h3", span("no", f"{sub_goal.id} "), sub_goal.title),
        _place(sub_goal),
        *(threads or [div("sub", sentences.NOT_MEASURED)]),
    )


def _prompts(summary: str, prompts: tuple[str, ...]) -> Html | None:
    return more(summary, tag("ul", *(tag("li", prompt) for prompt in prompts))) if prompts else None


def _goal(reading: Reading, goal: Goal) -> Html:
    return card(
        div("no", f"Mål {goal.id}"),
        tag("h2", goal.title, class_="t"),
        _place(goal),
        *_threads(reading, goal),
        div("sub", sentences.NOT_MEASURED_GOAL) if not (goal.links or goal.targets or goal.sub_goals) else None,
        *(_sub_goal(reading, sub_goal) for sub_goal in goal.sub_goals),
        _prompts("Kommunen skal", goal.municipality_shall),
        _prompts("Ledere skal", goal.leaders_shall),
    )


def _count(strategy: Strategy) -> Html:
    subs = [sub for goal in strategy.goals for sub in goal.sub_goals]
    dark = sum(1 for sub in subs if not sub.links and not sub.targets)
    quantified = {one.indicator for one in strategy.targets if one.limit is not None}
    return lead(
        sentences.strategy_summary(len(strategy.goals), len(subs), len(quantified)),
        sentences.not_measured(dark, len(subs)),
    )


def main() -> None:
    """Draw the page."""
    reading = open_page("Strategi")
    strategy = reading.strategy
    if strategy is None:
        draw(heading("Strategi", "Ingen strategi ennå", ""), card(paragraph(sentences.NO_STRATEGY)))
        return
    draw(
        heading(f"Strategi {_period_of(strategy)}", strategy.title, "Hva målene bygger på, og hvor kommunen står"),
        _count(strategy),
        card(_facts(strategy)),
        *(_goal(reading, goal) for goal in strategy.goals),
    )


main()
