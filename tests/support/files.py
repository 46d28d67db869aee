"""Small files in the templates."""

from pathlib import Path

ORGANISATION = """Enhetskode;Enhetsnavn;Overordnet;Gyldig fra;Gyldig til;Tjenesteområde;Enhetstype;Turnus
K;Prøve kommune;;;;;kommune;nei
A;Helse;K;;;A;tjenesteområde;nei
B;Skole;K;;;B;tjenesteområde;nei
a1;Sone én;A;;;A;hjemmetjeneste;ja
a2;Sone to;A;;;A;hjemmetjeneste;ja
a3;Sone tre;A;;;A;hjemmetjeneste;ja
b1;Bakken skole;B;;;B;skole;nei
b2;Lia skole;B;;;B;skole;nei
"""
SICK_HEADINGS = "Enhetskode;Periode;Tapte dagsverk;Avtalte dagsverk;Ansatte\n"


def write(folder: Path, name: str, text: str) -> Path:
    """A file in UTF-8."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def organisation(folder: Path, text: str = ORGANISATION) -> Path:
    """The organisation of two service areas and five units."""
    return write(folder, "organisasjon.csv", text)


def sick_leave(folder: Path, rows: list[str], name: str = "sykefravaer.csv") -> Path:
    """A sick-leave file with the given rows."""
    return write(folder, name, SICK_HEADINGS + "".join(f"{row}\n" for row in rows))


def months(first: int, last: int, year: int = 2026) -> list[str]:
    """The codes of months of a year."""
    return [f"{year}-{month:02d}" for month in range(first, last + 1)]


def steady(counts: dict[str, int], periods: list[str], rate: float = 0.08) -> list[str]:
    """Rows where every unit has the same rate every month: 20 agreed days for each employee."""
    return [
        f"{unit};{period};{str(round(20 * people * rate, 2)).replace('.', ',')};{20 * people};{people}"
        for period in periods
        for unit, people in counts.items()
    ]
