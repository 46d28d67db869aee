r"""Every code that `config` gives a Problem, with the params that the sentence may use.

`row` is the line in the file, `column` the way into it («goals › 3 › targets › 1 › operator», lists count from 1),
`found` what stands there. `nearest` is the known name that resembles it most, and is left out when none does.

A file that cannot be read

| code | found | expected | params |
|---|---|---|---|
| missing_file | | | `file` is missing (only settings.yaml: the folder is not a home) |
| not_readable | | | the operating system refuses |
| not_utf8 | | | the file is written in another character set |
| empty_file | | | nothing but comments |
| bad_yaml | | | why: tab, indent, colon, quote, alias, documents, character, tag, size, other |
| duplicate_key | the key | | first: the line where it stands the first time |
| wrong_file_ending | .yml | .yaml | |
| unknown_folder | the folder | indicators, strategies, formats | nearest (a warning) |
| id_is_not_file_name | the id | the file's name without .yaml | |

A field

| code | found | expected | params |
|---|---|---|---|
| unknown_field | the field | | nearest |
| missing_field | | the field | |
| empty_field | | | the key is there without a value |
| not_text | the value | | numbers and dates as text need quotation marks |
| not_a_number | the value | | comma: yes when it has a decimal comma |
| not_a_whole_number | the value | | |
| not_yes_or_no | the value | true, false | |
| not_a_date | the value | YYYY-MM-DD | |
| not_one_of | the value | the choices, separated by «, » | nearest |
| not_a_list | the value | | |
| not_a_group | the value | | indented fields were expected here |
| wrong_shape | the value | the pattern | |
| wrong_length | | | least, most (one or both) |
| out_of_range | the value | for example ≥ 1 | |
| not_valid | the value | | why: English, for faults without a sentence of their own |

What does not fit together (`config.rules`)

| code | found | expected | params |
|---|---|---|---|
| unknown_indicator | the id | | nearest |
| unknown_strategy | the id | | nearest |
| unknown_family | the family | | nearest |
| family_within_itself | the family | | |
| indicator_not_on_board | the id | | (a warning) |
| limit_missing | | limit | operator |
| limit_not_wanted | the limit | | operator, or not_quantified: yes |
| upper_missing | | upper | |
| upper_not_wanted | upper | | operator |
| upper_below_limit | upper | | limit |
| target_out_of_scale | the limit | for example 0–100 | indicator |
| milestone_out_of_scale | the limit | for example 0–100 | indicator |
| milestone_after_due | the date | | due |
| milestone_beyond_target | the limit | | limit, operator |
| milestone_without_limit | | | the target has no figure to be on the way to |
| milestone_twice | the date | | |
| due_is_not_strategy_end | due | valid_to | |
| scope_twice | | | unit, unit_type: a target is for one of them |
| duplicate_target | the indicator | | scope, first: the line of the first |
| goal_twice | the id | | |
| strategy_ends_before_start | valid_to | | valid_from |
| threshold_too_low | the threshold | 3 | |
| privacy_family_mixed | the value | what the family has | indicator: the one that it differs from; `column` names the field |
| factor_twice | the name | | indicator: the one that has it already |
| scale_missing | | scale | (a score without its scale) |
| name_missing | | nb | the field has no text in Norwegian bokmål |
| origin_field_missing | | the field | delivery |
| origin_field_not_wanted | the field | | delivery |
| format_field_missing | | the field, or «a \| b» where one of them would do | kind |
| unknown_format_field | the field | | nearest, kind |
"""

FILE = {
    "missing_file", "not_readable", "not_utf8", "empty_file", "bad_yaml", "duplicate_key", "wrong_file_ending",
    "unknown_folder", "id_is_not_file_name",
}  # fmt: skip
FIELD = {
    "unknown_field", "missing_field", "empty_field", "not_text", "not_a_number", "not_a_whole_number",
    "not_yes_or_no", "not_a_date", "not_one_of", "not_a_list", "not_a_group", "wrong_shape", "wrong_length",
    "out_of_range", "not_valid",
}  # fmt: skip
RULE = {
    "unknown_indicator", "unknown_strategy", "unknown_family", "family_within_itself", "indicator_not_on_board",
    "limit_missing", "limit_not_wanted", "upper_missing", "upper_not_wanted", "upper_below_limit",
    "target_out_of_scale", "milestone_out_of_scale", "milestone_after_due", "milestone_beyond_target",
    "milestone_without_limit", "milestone_twice", "due_is_not_strategy_end", "scope_twice", "duplicate_target",
    "goal_twice", "strategy_ends_before_start", "threshold_too_low", "privacy_family_mixed", "factor_twice",
    "scale_missing", "name_missing", "origin_field_missing", "origin_field_not_wanted",
    "format_field_missing", "unknown_format_field",
}  # fmt: skip
CODES = frozenset(FILE | FIELD | RULE)
"""All of them: `dashboard.wording` has a sentence for each."""
