"""Why something cannot be done with the library: "" or the sentence that a person reads."""

from fiksummin.library.rules.items import (
    knows,
    not_known,
    why_not_change,
    why_not_copy,
    why_not_join,
    why_not_publish,
    why_not_upon,
    why_not_words,
    why_not_write,
)
from fiksummin.library.rules.lab import why_not_lab, why_not_lab_lesson, why_not_lab_words
from fiksummin.library.rules.upkeep import why_not_check, why_not_retire, why_not_retirement, why_not_return
from fiksummin.library.rules.use import why_not_adopt, why_not_adoption, why_not_rule

__all__ = [
    "knows",
    "not_known",
    "why_not_adopt",
    "why_not_adoption",
    "why_not_change",
    "why_not_check",
    "why_not_copy",
    "why_not_join",
    "why_not_lab",
    "why_not_lab_lesson",
    "why_not_lab_words",
    "why_not_publish",
    "why_not_retire",
    "why_not_retirement",
    "why_not_return",
    "why_not_rule",
    "why_not_upon",
    "why_not_words",
    "why_not_write",
]
