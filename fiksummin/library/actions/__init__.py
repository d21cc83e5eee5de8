"""The only writers of the library."""

from fiksummin.library.actions.items import add_keeper, change_item, copy_item, draft_item, publish_item
from fiksummin.library.actions.lab import change_lab_model, tell_lab_lesson, withdraw_lab_lesson
from fiksummin.library.actions.upkeep import check_item, let_reviews_fall, retire_item, return_item
from fiksummin.library.actions.use import adopt, rule_tool

__all__ = [
    "add_keeper",
    "adopt",
    "change_item",
    "change_lab_model",
    "check_item",
    "copy_item",
    "draft_item",
    "let_reviews_fall",
    "publish_item",
    "retire_item",
    "return_item",
    "rule_tool",
    "tell_lab_lesson",
    "withdraw_lab_lesson",
]
