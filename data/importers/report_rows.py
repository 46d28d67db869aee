"""Walks a survey report in blocks: scale row, question, then a row per selection."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from config.format_layouts import Blocks, Question
from data.sheets.cells import Cell, empty, folded

Rows = list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Answered:
    """What one selection answered to one question."""

    number: int
    """The row in the file."""
    question: Question
    selection: Cell
    answers: list[str]
    """The answers of the scale, folded."""
    counts: list[Cell]
    """How many gave each answer."""
    mean: Cell
    """The mean that the report states."""


def listed_periods(rows: Rows, blocks: Blocks) -> dict[str, Cell]:
    """The period of each selection, from the list at the top."""
    found: dict[str, Cell] = {}
    column: int | None = None
    for row in rows:
        texts = [folded(cell) for cell in row]
        if texts and texts[0] == folded(blocks.selection) and blocks.period and folded(blocks.period) in texts:
            column = texts.index(folded(blocks.period))
        elif empty(row):
            column = None
        elif column is not None and column < len(row):
            found.setdefault(texts[0], row[column])
    return found


def answered(rows: Rows, blocks: Blocks) -> Iterator[Answered]:
    """Every row under a question of the format. Other questions, titles and footnotes are passed over."""
    wanted = {(folded(one.text), one.occurrence): one for one in blocks.questions}
    seen: Counter[str] = Counter()
    scale: list[str] = []
    question: Question | None = None
    for number, row in enumerate(rows, start=1):
        texts = [folded(cell) for cell in row]
        if folded(blocks.mean) in texts[1:]:
            scale, question = texts[1 : texts.index(folded(blocks.mean), 1)], None
        elif texts and texts[0] and empty(row[1:]):
            seen[texts[0]] += 1
            question = wanted.get((texts[0], seen[texts[0]]))
        elif question is not None and not empty(row) and len(row) > len(scale) + 1:
            counts, mean = row[1 : len(scale) + 1], row[len(scale) + 1]
            yield Answered(number, question, row[0], scale, counts, mean)
