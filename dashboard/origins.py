"""«Hvor kommer tallet fra?»: from the figure back to its sums and the files they were read from."""

from dashboard import phrases, sentences, states
from dashboard.cards import Column, facts, more, table
from dashboard.markup import Html, paragraph
from dashboard.notation import date_label, format_number, period_label
from dashboard.reading import Reading
from metrics.figures import Figure, Shown

_DAY_DECIMALS = 1


def where_from(reading: Reading, figure: Figure | None) -> Html | None:
    """The formula, the two sums, the months, and the deliveries behind a figure."""
    if figure is None:
        return None
    about = figure.about.indicator
    parts = [paragraph(about.formula["nb"])]
    if isinstance(figure, Shown):
        parts += [facts(_sums(reading, figure)), _deliveries(reading, figure)]
    parts.append(paragraph(about.weaknesses["nb"], class_="sub"))
    parts.append(paragraph(f"Definisjon {about.version}. {about.reference}", class_="sub"))
    return more("Hvor kommer tallet fra?", *parts)


def _sums(reading: Reading, figure: Shown) -> list[tuple[str, object]]:
    about = figure.about
    window = phrases.window_words(about.window, about.period)
    of = f"{figure.months_shown} av {figure.months_wanted} måneder"
    return [
        (about.indicator.numerator, _amount(figure.natural_numerator)),
        (about.indicator.denominator, _amount(figure.natural_denominator)),
        ("Periode", f"{phrases.capital(window)}, til og med {period_label(about.period)} ({of})"),
        *_target(figure),
        *_people(reading, figure),
        ("Skjerming", states.protection_words(about.indicator, about.mask_version)),
    ]


def _people(reading: Reading, figure: Shown) -> list[tuple[str, object]]:
    """How many stand behind the figure, and the formula where the file did not say."""
    counted = phrases.capital(states.COUNTED[figure.about.indicator.privacy.counts][1])
    formulas = {reading.board.batches[batch].people_formula for batch in figure.sources} - {None}
    least = " i måneden med færrest" if figure.months_wanted > 1 else ""
    derived = [f", regnet ut: {formula}" for formula in sorted(filter(None, formulas))]
    return [(counted, f"{format_number(figure.people)}{least}{''.join(derived)}")]


def _target(figure: Shown) -> list[tuple[str, object]]:
    held, measure = figure.about.held, figure.about.indicator.measure
    if held is None:
        return []
    target = held.target
    parts = (
        phrases.target_words(target, measure),
        phrases.due_words(target),
        f"fra strategien, «{target.place}»" if target.place else None,
        f"satt av {target.set_by}" if target.set_by else None,
    )
    return [("Måltall", ", ".join(part for part in parts if part))]


def _amount(value: float) -> str:
    return format_number(value, 0 if value == round(value) else _DAY_DECIMALS)


def _deliveries(reading: Reading, figure: Shown) -> Html:
    columns = (
        Column("Fil"),
        Column("Leveranse", numeric=True),
        Column("Rader", numeric=True),
        Column("Lest inn"),
        Column("Av"),
        Column("Kontrollsum"),
    )
    rows = (
        (
            source.file,
            f"nr. {source.id}",
            format_number(source.rows),
            date_label(sentences.day_of(source.at)),
            source.by,
            source.sha256[:12],
        )
        for source in (reading.board.batches[batch] for batch in figure.sources)
    )
    return table(f"Filene bak {phrases.in_sentence(figure.about.indicator)}", columns, rows, wide=True)
