"""The only writers of communities."""

from fiksummin.circles.actions.asking import answer_asking, ask_to_join, invite_member
from fiksummin.circles.actions.circles import change_circle, end_circle, found_circle
from fiksummin.circles.actions.members import (
    find_keepers,
    forget_member,
    join_circle,
    leave_circle,
    make_keeper,
    remove_member,
)

__all__ = [
    "answer_asking",
    "ask_to_join",
    "change_circle",
    "end_circle",
    "find_keepers",
    "forget_member",
    "found_circle",
    "invite_member",
    "join_circle",
    "leave_circle",
    "make_keeper",
    "remove_member",
]
