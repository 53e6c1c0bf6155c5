"""A call that can't be carried out: no such file, a broken style, no engine."""


class MisuseError(Exception):
    """Its text is one Indonesian sentence that says what is wrong and what to do."""
