"""The sentences of the pages, in bokmål (STATISTICS §12, PRIVACY §4.5)."""

from datetime import datetime

from dashboard.notation import (
    format_number,
    format_value,
    number_word,
    period_label,
)
from dashboard.phrases import capital, count_of, distance, held_words, listed, milestone_words, name_of, neuter
from dashboard.states import COUNTED, hidden_reason, missing_label, missing_reason
from metrics.figures import Figure, Hidden, Missing, RestGroup, Shown
from metrics.indicators import Measure
from metrics.periods import Period
from metrics.strategy import Operator
from metrics.targets import Held

INVENTED = "Eksempelkommune med oppdiktede tall"
INVENTED_LINE = "Alle navn og tall på denne siden er oppdiktet."
PAGE_FAILED = (
    "Siden kunne ikke vises. Feilen er skrevet i loggen. Last siden på nytt, og si fra til den som drifter Målbilde "
    "hvis det ikke hjelper."
)
PROTECTED_HELP = "At et tall er skjermet her, er ikke et avslag på innsyn. Krav om innsyn vurderes konkret. Alle ser de samme tallene."
NOTHING_YET = "Det er ikke publisert noen tall ennå."
FIRST_STEPS = (
    ("Lag et hjem for kommunen:", 'maalbilde init --name "Navn på kommunen"'),
    ("Hent en mal, for eksempel for enheter, og fyll den ut:", "maalbilde template organisation"),
    ("Les inn filene. Tallene kommer hit når innlesingen er godkjent:", "maalbilde import enheter.csv sykefravaer.csv"),
)
"""What to do on an empty home, and the command that does it."""
AS_TABLE = "Vis tallene som tabell"
NO_LINE = "for få tall til en linje"
NOT_MEASURED_GOAL = "Ingen indikator måler dette målet ennå."
ORDER_OF_AREAS = "Øverst står området der avstanden utgjør flest dagsverk. Det er ikke en rangering."
NOTHING_TO_DRAW = "Det er ingen viste tall å tegne."
NO_SURVEY = "Ingen tall. 10-faktor er ikke lest inn for denne enheten."
TEN_FACTOR_NOTE = "Snitt fra 1 til 5. 10-FAKTOR er KS sin medarbeiderundersøkelse."
NO_FACTOR_TARGET = "Ingen av faktorene har måltall."
BACK_TO_TOP = "Vis hele kommunen"
NOT_MEASURED = "Måles ikke i Målbilde ennå."
NOT_ON_BOARD = "Måles ikke i Målbilde ennå"
NO_STRATEGY = "Legg en strategi i mappa config/strategies i hjemmet, og publiser på nytt med «maalbilde publish»."


def sick_leave_lead(figure: Figure | None) -> tuple[str, str]:
    """The unit page's first sentence, and what follows it."""
    if not isinstance(figure, Shown):
        return no_number_lead("sykefraværet", figure)
    held, measure = figure.about.held, figure.about.indicator.measure
    target = f" ({held_words(held, measure)})" if held else ""
    side = {True: " Målet er nådd.", False: " Målet er ikke nådd.", None: ""}[figure.met]
    first = f"Sykefraværet siste tolv måneder er {format_value(figure)}{target}.{side}"
    milestone = milestone_words(held, measure)
    rest = [distance(figure), f"{capital(milestone)}." if milestone else None]
    return first, " ".join(part for part in rest if part)


def no_number_lead(what: str, figure: Figure | None) -> tuple[str, str]:
    """The first sentence when the figure is hidden or missing."""
    if isinstance(figure, Hidden):
        return f"Tallet for {what} er skjermet.", hidden_reason(figure).removesuffix(".") + "."
    missing = figure if isinstance(figure, Missing) else None
    return f"{missing_label(missing)} for {what}.", missing_reason(missing)


def targets_summary(met: list[str], not_met: list[str], hidden: int, missing: int) -> str:
    """One sentence that counts the targets and names the misses."""
    total = len(met) + len(not_met) + hidden + missing
    named = f": {listed(not_met)}" if not_met else ""
    if not total:
        return "Strategien har ingen måltall som kan holdes mot et tall."
    if len(met) == total:
        return {1: "Det ene måltallet er nådd.", 2: "Begge måltallene er nådd."}.get(
            total, f"Alle {number_word(total)} måltall er nådd."
        )
    if len(not_met) == total:
        whole = "Det ene måltallet er ikke nådd" if total == 1 else f"Ingen av {number_word(total)} måltall er nådd"
        return whole + named + "."
    met_words = neuter(len(met)) if met else "ingen"
    parts = [f"{capital(met_words)} av {neuter(total)} måltall er nådd"]
    parts += [f"{neuter(hidden)} er skjermet"] if hidden else []
    parts += [f"{neuter(missing)} er uten tall"] if missing else []
    parts += [f"{neuter(len(not_met))} er ikke nådd"] if not_met else []
    return f"{listed(parts)}{named}."


def without_target_summary(count: int) -> str | None:
    """How many indicators have no limit to be held against, None for none."""
    return f"{capital(count_of(count, 'indikator', 'indikatorer'))} er uten måltall." if count else None


def rest_group_line(group: RestGroup) -> str:
    """«Sykefravær samlet for tre skjermede enheter og ansatte over dem (17 ansatte): 7,2 %»."""
    figure = group.figure
    indicator = figure.about.indicator
    one, many = COUNTED[indicator.privacy.counts]
    units = count_of(len(group.members), "skjermet enhet", "skjermede enheter")
    above = f" og ansatte over {'den' if len(group.members) == 1 else 'dem'}" if group.own_staff else ""
    people = f"{format_number(figure.people)} {one if figure.people == 1 else many}"
    return f"{name_of(indicator)} samlet for {units}{above} ({people}): {format_value(figure)}"


def full_time_need(figure: Shown) -> str | None:
    """«Fire til må få hel stilling for å nå målet.», or how many there are to go on."""
    held = figure.about.held
    if held is None or held.limit is None or held.target.operator is not Operator.AT_LEAST:
        return None
    have, of = round(figure.natural_numerator), round(figure.natural_denominator)
    needed = -(-held.limit.numerator * of // (held.limit.denominator * 100)) - have
    if needed > 0:
        return f"{capital(number_word(needed))} til må få hel stilling for å nå målet."
    return f"Målet er nådd, med {number_word(-needed)} å gå på." if needed else "Målet er akkurat nådd."


def leavers_words(figure: Shown) -> str:
    """«seks sluttet siste tolv måneder, av i snitt 46»."""
    count = round(figure.natural_numerator)
    who = "ingen" if count == 0 else number_word(count)
    return f"{who} sluttet siste tolv måneder, av i snitt {format_number(round(figure.natural_denominator))}"


def no_units(period: Period) -> str:
    """The chosen month has no units."""
    return f"Det finnes ingen enheter i {period_label(period)}. Velg en annen periode, eller les inn enhetslista."


def day_of(moment: str) -> datetime:
    """The local day of an ISO moment."""
    return datetime.fromisoformat(moment).astimezone()


def unknown_unit(code: str, period: Period) -> str:
    """The address asks for a unit that is not there."""
    return f"Det finnes ingen enhet med koden «{code}» i {period_label(period)}."


def sorting_key(name: str) -> str:
    """Names in Norwegian order: æ, ø, å last."""
    return name.lower().translate(str.maketrans("æøå", "{|}"))


def revised(years: int) -> str:
    """«hvert år», «hvert fjerde år»."""
    words = {1: "hvert år", 2: "annethvert år", 3: "hvert tredje år", 4: "hvert fjerde år", 5: "hvert femte år"}
    return words.get(years, f"hvert {years}. år")


def no_target(elsewhere: Held | None, measure: Measure) -> str:
    """An indicator that sheds light on a goal, whose target stands elsewhere or is not set."""
    if elsewhere is None:
        return "Uten måltall."
    return f"{capital(held_words(elsewhere, measure))}, satt et annet sted i strategien."


def strategy_summary(goals: int, subs: int, quantified: int) -> str:
    """What the strategy holds: «Fem mål og 15 delmål. To indikatorer har måltall»."""
    parts = f"{capital(neuter(goals))} mål og {neuter(subs)} delmål."
    return f"{parts} {capital(count_of(quantified, 'indikator', 'indikatorer'))} har måltall."


def not_measured(dark: int, subs: int) -> str:
    """How much of the strategy no number says anything about."""
    if not dark:
        return "Alle delmålene har en indikator."
    return f"{capital(neuter(dark))} av {neuter(subs)} delmål måles ikke ennå."
