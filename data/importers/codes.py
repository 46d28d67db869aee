"""Every code that reading a file gives a Problem (`data.sheets` and `data.importers`), with its params.

`row` counts from 1 as in the file, `column` is the heading as it stands there (or the column's letter). In files with
one row per person (`Format.person_level`) `found` is always empty. Errors unless marked as a warning.

The file

| code | found | expected | params |
|---|---|---|---|
| missing_file | | | |
| unreadable_file | | | the operating system refuses |
| empty_file | | | |
| file_too_large | | | megabytes: the most that is allowed (unpacked, for a workbook) |
| sheet_too_large | the last cell | | a stray cell far down and far to the right |
| encrypted_file | | | |
| unreadable_workbook | | | broken, or no workbook in spite of its first bytes |
| unreadable_text | | character sets | neither a workbook nor text |
| broken_quotes | | | a quotation mark without its partner, from this row on |
| missing_sheet | the sheets there are | the sheet | |

The table

| code | found | expected | params |
|---|---|---|---|
| header_not_found | | the headings | no row has any of them |
| missing_column | the nearest heading | accepted headings, joined by « / » | field |
| duplicate_heading | the heading | | column is the letter of the first |
| row_too_long | | number of headings | more cells than headings: a decimal comma has split a row |
| data_after_empty_row | | | rows after an empty one look like data |
| no_rows | | | headings, and nothing that counts below |
| format_lacks_field | | the fields, «a | b» when one would do | format: its id (the format file is wrong) |

A cell

| code | found | expected | params |
|---|---|---|---|
| missing_value | | | field |
| unreadable_number | the cell | | |
| ambiguous_number | the cell | | one, two: the two numbers it may be |
| number_too_large | the cell | the largest number | |
| negative_number | the cell | | |
| not_whole_number | the cell | | |
| unreadable_period | the cell | examples | |
| unreadable_date | the cell | examples | |
| unreadable_yes_no | the cell | accepted texts | |
| unknown_kind | the cell | accepted texts | field |
| unknown_indicator | the cell | the nearest known | |
| unknown_factor | the cell | the nearest known | |
| out_of_scale | the cell | 1–5 | |
| position_percent_out_of_range | | 0–200 | |
| percent_looks_like_share | | | every percentage is at most 1.5: the file writes 1 for 100 % |

The row against the others

| code | found | expected | params |
|---|---|---|---|
| duplicate_row | the unit | | indicator, unit, period, first: the row it stood in first, with other amounts |
| repeated_row (warning) | the unit | | indicator, unit, period, first: the same row once more, counted once |
| numerator_above_denominator | numerator | denominator | indicator, unit, period |
| answered_above_invited | answers | invited | unit, period |
| invited_differs | invited | invited in the first row | unit, period, first |
| dates_differ | | the date of the first row | first |
| leaver_outside_coverage | | | unit, period: no dekning row covers it |
| coverage_overlaps | | | unit, period, first |
| coverage_without_headcount | | | unit, period |
| employment_left_out (warning) | | counted types | rows: how many have a type that the format does not name |
| unit_differs | the name | the name in the first row | unit, first: one code, two names or two places |
| ends_before_start | valid_to | valid_from | unit |

A survey report in blocks

| code | found | expected | params |
|---|---|---|---|
| unknown_selection | the row's first cell | selections of the format | |
| missing_question | | the question | occurrence |
| stated_mean_differs | the stated mean | the mean of the counts | reversed: the mean if the scale is turned |
"""

from enum import StrEnum


class Code(StrEnum):
    """The codes in the table above."""

    MISSING_FILE = "missing_file"
    UNREADABLE_FILE = "unreadable_file"
    EMPTY_FILE = "empty_file"
    FILE_TOO_LARGE = "file_too_large"
    SHEET_TOO_LARGE = "sheet_too_large"
    ENCRYPTED_FILE = "encrypted_file"
    UNREADABLE_WORKBOOK = "unreadable_workbook"
    UNREADABLE_TEXT = "unreadable_text"
    BROKEN_QUOTES = "broken_quotes"
    MISSING_SHEET = "missing_sheet"
    HEADER_NOT_FOUND = "header_not_found"
    MISSING_COLUMN = "missing_column"
    DUPLICATE_HEADING = "duplicate_heading"
    ROW_TOO_LONG = "row_too_long"
    DATA_AFTER_EMPTY_ROW = "data_after_empty_row"
    NO_ROWS = "no_rows"
    FORMAT_LACKS_FIELD = "format_lacks_field"
    MISSING_VALUE = "missing_value"
    UNREADABLE_NUMBER = "unreadable_number"
    AMBIGUOUS_NUMBER = "ambiguous_number"
    NUMBER_TOO_LARGE = "number_too_large"
    NEGATIVE_NUMBER = "negative_number"
    NOT_WHOLE_NUMBER = "not_whole_number"
    UNREADABLE_PERIOD = "unreadable_period"
    UNREADABLE_DATE = "unreadable_date"
    UNREADABLE_YES_NO = "unreadable_yes_no"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_INDICATOR = "unknown_indicator"
    UNKNOWN_FACTOR = "unknown_factor"
    OUT_OF_SCALE = "out_of_scale"
    POSITION_PERCENT_OUT_OF_RANGE = "position_percent_out_of_range"
    PERCENT_LOOKS_LIKE_SHARE = "percent_looks_like_share"
    DUPLICATE_ROW = "duplicate_row"
    REPEATED_ROW = "repeated_row"
    NUMERATOR_ABOVE_DENOMINATOR = "numerator_above_denominator"
    ANSWERED_ABOVE_INVITED = "answered_above_invited"
    INVITED_DIFFERS = "invited_differs"
    DATES_DIFFER = "dates_differ"
    LEAVER_OUTSIDE_COVERAGE = "leaver_outside_coverage"
    COVERAGE_OVERLAPS = "coverage_overlaps"
    COVERAGE_WITHOUT_HEADCOUNT = "coverage_without_headcount"
    EMPLOYMENT_LEFT_OUT = "employment_left_out"
    UNIT_DIFFERS = "unit_differs"
    ENDS_BEFORE_START = "ends_before_start"
    UNKNOWN_SELECTION = "unknown_selection"
    MISSING_QUESTION = "missing_question"
    STATED_MEAN_DIFFERS = "stated_mean_differs"
