"""Survey reports in blocks become means: Σ score · count of Σ count, exactly."""

from fractions import Fraction

from config.catalogue import Catalogue
from config.format_layouts import Blocks
from config.formats import Format
from data.importers.codes import Code
from data.importers.dates import PERIOD_EXAMPLES, parse_period
from data.importers.gathering import Gathered
from data.importers.numbers import parse_number
from data.importers.report_rows import Answered, Rows, answered, listed_periods
from data.importers.rows import Reading, Row
from data.importers.values import Amount, CellError, as_amount
from data.sheets import Table, read_grids
from data.sheets.cells import Cell, folded, text_of
from metrics.amounts import SCALE
from metrics.observations import Measured, Observation
from metrics.periods import Period
from metrics.problems import Read


def fits_blocks(content: bytes, given: Format) -> list[str]:
    """The questions of the format that stand in the first rows of the file."""
    if given.blocks is None:
        return []
    wanted = {folded(question.text): question.text for question in given.blocks.questions}
    found = {folded(row[0]) for grid in read_grids(content, given).value for row in grid.head if row}
    return [text for name, text in wanted.items() if name in found]


def read_blocks(content: bytes, given: Format, catalogue: Catalogue) -> Read[tuple[Observation, ...]]:
    """One observation for each question of the format and each selection, people = the answers that count.

    A row with a hidden count is hidden at source. The same cell twice with equal counts is one observation and a
    warning. A stated mean that the counts do not give is a Problem: the scale is then declared the wrong way.
    """
    grids = read_grids(content, given)
    if not grids.value or given.blocks is None:
        return Read((), grids.problems)
    rows = grids.value[0].load()
    table = Table(sheet=grids.value[0].sheet, columns={}, headings={}, rows=[])
    reading = Reading(table, given, list(rows.problems))
    gathered = Gathered(reading)
    periods = listed_periods(rows.value, given.blocks)
    for about in answered(rows.value, given.blocks):
        _observe(gathered, given.blocks, catalogue, about, periods)
    _look_for_questions(reading, given.blocks, rows.value)
    return Read(tuple(gathered.observations.values()), reading.problems)


def _look_for_questions(reading: Reading, blocks: Blocks, rows: Rows) -> None:
    asked = [one.question for one in answered(rows, blocks)]
    for question in blocks.questions:
        if question not in asked:
            params = {"occurrence": str(question.occurrence)}
            reading.problem(Code.MISSING_QUESTION, expected=question.text, params=params)


def _observe(
    gathered: Gathered, blocks: Blocks, catalogue: Catalogue, about: Answered, periods: dict[str, Cell]
) -> None:
    reading, question = gathered.reading, about.question
    named = {folded(name): selection for name, selection in blocks.selections.items()}
    selection = named.get(folded(about.selection))
    indicator = catalogue.indicators.get(question.indicator)
    if indicator is None:
        reading.problem(Code.UNKNOWN_INDICATOR, row=about.number, found=question.indicator)
    if selection is None:
        expected = ", ".join(blocks.selections)
        reading.problem(Code.UNKNOWN_SELECTION, row=about.number, found=text_of(about.selection), expected=expected)
        return
    given = periods.get(folded(about.selection), "") if selection.period is None else selection.period
    period, counts = _period(reading, about.number, given), _counts(reading, about)
    if indicator is None or period is None or counts is None:
        return
    row = Row(reading, 0, about.number)
    hidden = next((count for count in counts if isinstance(count, Measured)), None)
    if hidden is not None:
        gathered.observe(row, indicator, selection.unit, period, hidden, hidden, None)
        return
    numerator, total = _sums(blocks, about, counts, turned=question.reversed)
    if total == 0:
        state = Measured.NOT_MEASURED
        gathered.observe(row, indicator, selection.unit, period, state, state, 0)
        return
    other, _ = _sums(blocks, about, counts, turned=not question.reversed)
    _hold_against_stated(reading, blocks, about, Fraction(numerator, total), Fraction(other, total))
    gathered.observe(row, indicator, selection.unit, period, numerator, total, total // SCALE)


def _period(reading: Reading, number: int, cell: Cell) -> Period | None:
    found = parse_period(cell, reading.format.dates)
    if found is None:
        code = Code.UNREADABLE_PERIOD if text_of(cell) else Code.MISSING_VALUE
        params = {"field": "period"}
        reading.problem(code, row=number, found=text_of(cell) or None, expected=PERIOD_EXAMPLES, params=params)
    return found


def _counts(reading: Reading, about: Answered) -> list[Amount] | None:
    """The counts, scaled; None, with a Problem, when one cannot be read."""
    found: list[Amount] = []
    for answer, cell in zip(about.answers, about.counts, strict=True):
        try:
            found.append(_whole(cell, reading.format))
        except CellError as fault:
            params = {"field": answer, **fault.params}
            reading.problem(fault.code, row=about.number, column=answer, found=text_of(cell) or None, params=params)
            return None
    return found


def _whole(cell: Cell, given: Format) -> Amount:
    amount = as_amount(cell, given, None)
    if isinstance(amount, int) and amount % SCALE:
        raise CellError(Code.NOT_WHOLE_NUMBER)
    return amount


def _sums(blocks: Blocks, about: Answered, counts: list[Amount], *, turned: bool) -> tuple[int, int]:
    """Σ score · count and Σ count. Answers score 1, 2, 3 …, or from the other end when the scale is turned."""
    own = {folded(answer): score for answer, score in blocks.scores.items()}
    scale = [answer for answer in about.answers if answer not in own]
    score = {answer: len(scale) - i if turned else i + 1 for i, answer in enumerate(scale)} | own
    whole = [count for count in counts if isinstance(count, int)]
    return sum(score[answer] * count for answer, count in zip(about.answers, whole, strict=True)), sum(whole)


def _hold_against_stated(reading: Reading, blocks: Blocks, about: Answered, mean: Fraction, other: Fraction) -> None:
    """The stated mean must be the mean of the counts, as exactly as it is written."""
    stated = parse_number(about.mean, reading.format.numbers, "," if "," in text_of(about.mean) else ".")
    if stated is None:
        return
    half = Fraction(1, 2) * Fraction(10) ** int(stated.as_tuple().exponent)
    if abs(Fraction(stated) - mean) > half:
        reading.problem(
            Code.STATED_MEAN_DIFFERS,
            row=about.number,
            column=blocks.mean,
            found=text_of(about.mean),
            expected=f"{float(mean):.4f}",
            params={"reversed": f"{float(other):.4f}"},
        )
