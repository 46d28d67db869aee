"""Where one of our own errors happened, without what it said."""


def place_of(error: BaseException) -> str:
    """File and line of the innermost call. An error's message may hold values, so it is never told."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}" if step else "?"
