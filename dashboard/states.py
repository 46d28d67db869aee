"""Why there is no number: what is hidden and what is missing, in words (PRIVACY §4.5)."""

from dashboard.notation import (
    number_word,
    period_label,
)
from metrics.figures import Figure, Hidden, Missing, Reason, Shown
from metrics.indicators import Indicator
from metrics.windows import NEEDED_OF_TWELVE

NO_FIGURES = "Ingen tall"
HIDDEN = "Skjermet"
PENDING = "Rettelse venter: tallet rettes når flere endringer er samlet."
COUNTED = {
    "employees": ("ansatt", "ansatte"),
    "headcount": ("ansatt i snitt", "ansatte i snitt"),
    "answers": ("svar", "svar"),
    "people": ("person", "personer"),
}
_LATER = {
    Reason.NOT_DELIVERED: "Tallene er ikke levert.",
    Reason.NOT_MEASURED: "Dette er ikke målt her.",
    Reason.NOT_APPLICABLE: "Dette gjelder ikke denne enheten.",
    Reason.TOO_FEW_MONTHS: f"Det trengs tall for minst {number_word(NEEDED_OF_TWELVE)} av tolv måneder.",
}


def hidden_reason(figure: Hidden, area: str | None = None) -> str:
    """Why a number that exists is not shown; `area` is the unit whose rest group holds it."""
    privacy = figure.about.indicator.privacy
    survey = figure.about.indicator.origin.delivery == "ten_factor"
    if figure.reason is Reason.PROTECTS_OTHERS:
        see = f" Se samlet tall for {area}." if area else ""
        known = "Her" if survey else "Du har tallene i HR-systemet; her"
        return f"Skjermet for å verne en mindre enhet. {known} ser alle det samme.{see}"
    if figure.reason is Reason.NO_PEOPLE:
        return f"Skjermet: fila sier ikke hvor mange {COUNTED[privacy.counts][1]} tallet gjelder."
    sentence = f"Skjermet: færre enn {privacy.threshold} {COUNTED[privacy.counts][1]}"
    if not survey:
        return sentence
    return f"{sentence}. KS-rapporten kan vise 3 svar; Målbilde gjør ikke det."


def pending_note(figure: Figure | None) -> str | None:
    """That a correction waits, None where none does."""
    return PENDING if isinstance(figure, Shown) and figure.pending else None


def protection_words(indicator: Indicator, version: str) -> str:
    """«Minst 5 ansatte bak hvert viste tall (utgave d53af5ad)»."""
    privacy = indicator.privacy
    return f"Minst {privacy.threshold} {COUNTED[privacy.counts][1]} bak hvert viste tall (utgave {version[:8]})"


def missing_label(figure: Missing | None) -> str:
    """«Ingen tall siden mars 2026», «Ingen tall»."""
    if figure is None or figure.since is None:
        return NO_FIGURES
    return f"{NO_FIGURES} siden {period_label(figure.since.last_month)}"


def missing_reason(figure: Missing | None) -> str:
    """Why there is no number."""
    return _LATER[Reason.NOT_DELIVERED] if figure is None else _LATER[figure.reason]


def has_number(figure: Figure | None) -> bool:
    """Whether a number exists, shown or hidden."""
    return isinstance(figure, Shown | Hidden)
