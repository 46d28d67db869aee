"""What tells the kinds of workplaces apart: absence, full-time and how often people leave."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A unit type. Levels are near those of DOMAIN §2.2, §3 and §4; the exact figures are invented."""

    absence: float
    """Expected share of lost days, egenmeldt and legemeldt."""
    full_time: float
    """Share in a full position among those who do not work in shifts."""
    leaving: float
    """How often people leave, 1 is the municipality's mean."""
    shift: bool = False


KINDS = {
    "kommune": Kind(0.040, 0.97, 0.8),
    "tjenesteområde": Kind(0.045, 0.95, 0.9),
    "virksomhet": Kind(0.050, 0.95, 0.9),
    "sykehjem": Kind(0.111, 0.80, 1.15, shift=True),
    "hjemmetjeneste": Kind(0.109, 0.80, 1.15, shift=True),
    "bofellesskap": Kind(0.107, 0.75, 1.15, shift=True),
    "legevakt": Kind(0.085, 0.75, 1.1, shift=True),
    "helsetjeneste": Kind(0.080, 0.78, 1.0),
    "barnehage": Kind(0.115, 0.72, 1.0),
    "skole": Kind(0.075, 0.76, 0.85),
    "familietjeneste": Kind(0.085, 0.84, 1.1),
    "kultur": Kind(0.060, 0.62, 0.9),
    "renhold": Kind(0.092, 0.55, 0.9),
    "teknisk": Kind(0.060, 0.93, 0.8),
    "brann": Kind(0.055, 0.90, 0.7, shift=True),
    "administrasjon": Kind(0.050, 0.92, 0.95),
}
