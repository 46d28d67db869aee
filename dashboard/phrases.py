"""How a figure, a target and a status are put in words, in bokmål (STATISTICS §12)."""

from fractions import Fraction

from dashboard.notation import (
    date_label,
    format_limit,
    format_number,
    format_value,
    month_label,
    number_word,
    period_label,
)
from dashboard.states import HIDDEN, NO_FIGURES, missing_label
from metrics.figures import Figure, Hidden, Shown
from metrics.indicators import Indicator, Measure
from metrics.periods import Grain, Period
from metrics.strategy import Operator, Target
from metrics.targets import Held
from metrics.windows import Window

NO_STEP = "ikke satt"
MET, NOT_MET, WITHOUT_TARGET = "Målet er nådd", "Målet er ikke nådd", "Uten måltall"
NOT_QUANTIFIED = "ikke tallfestet"
EVIDENCE = {"direct": None, "partial": "måler bare en del av målet", "weak": "sier bare litt om målet"}
_WORD = {
    Operator.BELOW: "lavere enn ",
    Operator.AT_MOST: "høyst ",
    Operator.AT_LEAST: "minst ",
    Operator.ABOVE: "høyere enn ",
}
_DIRECTION = {Operator.INCREASE: "skal opp", Operator.DECREASE: "skal ned"}


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def listed(words: list[str]) -> str:
    """«a», «a og b», «a, b og c»."""
    return " og ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def count_of(count: int, one: str, many: str) -> str:
    """«én enhet», «tre enheter», «34 enheter»."""
    return f"{number_word(count)} {one if count == 1 else many}"


def neuter(count: int) -> str:
    """«ett», «to», … before a neuter noun."""
    return "ett" if count == 1 else number_word(count)


def name_of(indicator: Indicator, *, short: bool = False) -> str:
    """The indicator's name, short where there is little room."""
    return (indicator.short_name or indicator.name if short else indicator.name)["nb"]


def target_words(target: Target, measure: Measure) -> str:
    """«lavere enn 6 %», «minst 50 %», «mellom 6 og 12 %», «skal opp», «ikke tallfestet»."""
    if target.limit is None:
        return NOT_QUANTIFIED if target.not_quantified else _DIRECTION.get(target.operator, NOT_QUANTIFIED)
    limit = format_limit(Fraction(target.limit), measure)
    if target.operator is Operator.BETWEEN and target.upper is not None:
        return f"mellom {limit} og {format_limit(Fraction(target.upper), measure)}"
    return _WORD.get(target.operator, "") + limit


def held_words(held: Held, measure: Measure) -> str:
    """«mål: høyst 7,5 %», «skal opp», «mål: ikke tallfestet»."""
    words = target_words(held.target, measure)
    directed = held.target.limit is None and not held.target.not_quantified
    return words if directed else f"mål: {words}"


def held_of(figure: Figure | None) -> str | None:
    """The target that a figure is held against, None without one."""
    held = None if figure is None else figure.about.held
    return held_words(held, figure.about.indicator.measure) if held and figure else None


def next_milestone(held: Held | None, measure: Measure) -> str | None:
    """«neste delmål er 7,5 % innen desember 2026»."""
    if held is None or held.milestone_now is None or held.milestone_due is None:
        return None
    due = period_label(Period.containing(held.milestone_due))
    return f"neste delmål er {format_limit(held.milestone_now, measure)} innen {due}"


def due_words(target: Target) -> str | None:
    """«innen 31. desember 2034 (slutten på strategien)»."""
    if target.due is None:
        return None
    return f"innen {date_label(target.due)}" + (" (slutten på strategien)" if target.due_is_strategy_end else "")


def figure_words(figure: Figure | None) -> str:
    """A figure in one word or two, for tables and texts: never empty."""
    if isinstance(figure, Shown):
        return format_value(figure)
    return HIDDEN if isinstance(figure, Hidden) else missing_label(figure)


def status_word(figure: Figure | None) -> str:
    """The side of the target, without a verdict."""
    if isinstance(figure, Shown):
        return {True: MET, False: NOT_MET, None: WITHOUT_TARGET}[figure.met]
    return HIDDEN if isinstance(figure, Hidden) else NO_FIGURES


def window_words(window: Window, period: Period) -> str:
    """«siste tolv måneder», «oktober 2026», «hittil i 2026»."""
    if window is Window.ROLLING_TWELVE:
        return "siste tolv måneder"
    return f"hittil i {period.year}" if window is Window.YEAR_TO_DATE else period_label(period)


def age_words(figure: Figure, chosen: Period) -> str | None:
    """«tall fra aug. 2026» when the figure is older than the chosen month."""
    last = figure.about.period.last_month
    if last.start >= chosen.last_month.start:
        return None
    of_year = figure.about.period.grain is Grain.YEAR
    return f"tall fra {figure.about.period.year if of_year else month_label(last)}"


def distance(figure: Shown) -> str | None:
    """How far from the limit: «Avstanden er 0,4 prosentpoeng.», or the exact hits."""
    gap, held = figure.gap, figure.about.held
    if gap is None or held is None:
        return None
    if gap == 0:
        return "Det er akkurat i mål." if figure.met else "Det er på grensa, men ikke innenfor."
    percent = figure.about.indicator.measure is Measure.PERCENT
    unit = "prosentpoeng" if percent else "poeng"
    return f"Avstanden er {format_number(abs(gap), figure.decimals)} {unit}."


def indicator_note(indicator: Indicator) -> str:
    """The line under an indicator's name: which months, or which survey."""
    if indicator.origin.delivery == "ten_factor" and indicator.scale:
        return f"10-faktor, snitt {indicator.scale[0]:.0f}–{indicator.scale[1]:.0f}"
    if indicator.window is Window.ROLLING_TWELVE:
        return "siste tolv måneder"
    return indicator.explained["nb"]


def in_sentence(indicator: Indicator) -> str:
    """The name inside a sentence: «heltid i turnus»."""
    name = name_of(indicator)
    return name[:1].lower() + name[1:]
