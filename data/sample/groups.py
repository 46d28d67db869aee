"""What the municipality consists of: service areas, the groups below them, and the names of their units.

Every name is made up. Places are put together from two parts and stand for nowhere.
"""

from dataclasses import dataclass

ROOT = "1000"
SERVICE_AREAS = {
    "HO": "Helse og omsorg",
    "OK": "Oppvekst og kultur",
    "TE": "Teknikk og eiendom",
    "SA": "Stab og administrasjon",
    "NO": "Næring og organisasjon",
}

_FIRST = ("Alke", "Lyng", "Stor", "Krykkje", "Rav", "Selje", "Terne", "Måse", "Tind", "Sølv", "Hav", "Grå", "Rogne")
_SECOND = ("neset", "holmen", "bukta", "lia", "brynet", "vågen", "haugen")


@dataclass(frozen=True, slots=True)
class Group:
    """A unit on the third level with the pattern of those below it."""

    area: str
    name: str
    kind: str
    pattern: str
    """Name of a unit below, with {} for the place."""
    units: float
    """How many units it has in a municipality of about 120, relative to the other groups."""
    staff: float
    """Employees in one of its units, relative to the other groups."""
    named: tuple[tuple[str, str], ...] = ()
    """The first units by name and kind; the rest follow the pattern."""


GROUPS = (
    Group("HO", "Hjemmetjenester", "hjemmetjeneste", "Hjemmetjenesten {}", 8, 50),
    Group("OK", "Barnehager", "barnehage", "{} barnehage", 9, 21),
    Group("TE", "Eiendom og renhold", "renhold", "Renhold {}", 4, 36, (("Eiendomsdrift", "teknisk"),)),
    Group("SA", "Økonomi og lønn", "administrasjon", "Regnskap {}", 2, 14, (("Lønn", "administrasjon"),)),
    Group("NO", "Næring og utvikling", "administrasjon", "Utviklingslag {}", 2, 9, (("Næring", "administrasjon"),)),
    Group("HO", "Sykehjem", "sykehjem", "{} sykehjem", 7, 66),
    Group("OK", "Barneskoler", "skole", "{} skole", 8, 46),
    Group("HO", "Bofellesskap sør", "bofellesskap", "{} bofellesskap", 7, 28),
    Group("OK", "Ungdomsskoler", "skole", "{} ungdomsskole", 4, 50),
    Group("TE", "Vei og vann", "teknisk", "Uteseksjon {}", 3, 24, (("Vann og avløp", "teknisk"),)),
    Group("HO", "Bofellesskap nord", "bofellesskap", "{} botun", 6, 30),
    Group(
        "OK",
        "Barn og familie",
        "familietjeneste",
        "Familiehuset {}",
        4,
        27,
        (("Barneverntjenesten", "familietjeneste"),),
    ),
    Group("SA", "Personal", "administrasjon", "Personal {}", 2, 13, (("Rekruttering", "administrasjon"),)),
    Group(
        "HO",
        "Helse og mestring",
        "helsetjeneste",
        "Mestringshuset {}",
        6,
        24,
        (
            ("Legevakten", "legevakt"),
            ("Helsestasjonen", "helsetjeneste"),
            ("Ergo- og fysioterapi", "helsetjeneste"),
            ("Rus og psykisk helse", "helsetjeneste"),
        ),
    ),
    Group(
        "OK", "Kultur", "kultur", "Kulturskolen {}", 4, 16, (("Biblioteket", "kultur"), ("Fritidsklubbene", "kultur"))
    ),
    Group("TE", "Brann og beredskap", "brann", "{} brannstasjon", 2, 27),
    Group("OK", "Oppvekstsentre", "barnehage", "{} oppvekstsenter", 6, 24),
    Group("TE", "Plan og byggesak", "administrasjon", "Byggesak {}", 3, 15, (("Kart og plan", "administrasjon"),)),
    Group(
        "SA", "Digitalisering", "administrasjon", "Digital drift {}", 2, 15, (("Dokumentsenteret", "administrasjon"),)
    ),
    Group("NO", "Organisasjon", "administrasjon", "Utvikling {}", 2, 10, (("Kommunikasjon", "administrasjon"),)),
    Group("HO", "Heldøgns omsorg", "sykehjem", "{} omsorgsboliger", 4, 40),
    Group("NO", "Landbruk og miljø", "administrasjon", "Miljøvern {}", 2, 9, (("Landbruk", "administrasjon"),)),
)
"""In the order in which they come in as the municipality grows: the first five cover the five service areas."""


def place(index: int) -> str:
    """An invented place; 91 numbers in a row give 91 places."""
    return _FIRST[index % len(_FIRST)] + _SECOND[index % len(_SECOND)]
