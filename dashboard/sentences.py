"""The sentences of the pages, in bokmål (STATISTICS §12, PRIVACY §4.5)."""

from dataclasses import dataclass, field
from datetime import datetime

from dashboard.notation import (
    format_number,
    format_value,
    number_word,
    period_label,
)
from dashboard.phrases import capital, count_of, held_words, listed, name_of, neuter
from dashboard.states import COUNTED
from metrics.figures import RestGroup, Shown
from metrics.indicators import Measure
from metrics.periods import Period
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


@dataclass
class TargetCount:
    """How the targets of a strategy stand, and the names of those that are missed."""

    met: int = 0
    on_track: int = 0
    not_met: list[str] = field(default_factory=list)
    hidden: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        """Every target that has a limit."""
        return self.met + self.on_track + len(self.not_met) + self.hidden + self.missing


def targets_summary(count: TargetCount) -> str:
    """How many are met, on schedule and not met: «To av sju måltall er nådd, …»; the misses are named."""
    total, missed = count.total, len(count.not_met)
    named = f": {listed(count.not_met)}" if missed else ""
    if not total:
        return "Strategien har ingen måltall som kan holdes mot et tall."
    if count.met == total:
        return {1: "Det ene måltallet er nådd.", 2: "Begge måltallene er nådd."}.get(
            total, f"Alle {number_word(total)} måltall er nådd."
        )
    if missed == total:
        whole = "Det ene måltallet er ikke nådd" if total == 1 else f"Ingen av {number_word(total)} måltall er nådd"
        return whole + named + "."
    parts = [f"{capital(neuter(count.met) if count.met else 'ingen')} av {neuter(total)} måltall er nådd"]
    for number, state in (
        (count.on_track, "er i rute"),
        (count.hidden, "er skjermet"),
        (count.missing, "er uten tall"),
        (missed, "er ikke nådd"),
    ):
        parts += [f"{neuter(number)} {state}"] if number else []
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


def left(figure: Shown) -> str:
    """«6 sluttet», «Ingen sluttet»."""
    count = round(figure.natural_numerator)
    return f"{format_number(count) if count else 'Ingen'} sluttet"


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
