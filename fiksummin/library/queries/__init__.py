"""Reads of the room of the library."""

from fiksummin.library.queries.differences import Difference, differences, pieces, shown
from fiksummin.library.queries.items import (
    face_of_node,
    face_of_source,
    history,
    modelled_from,
    rulings,
    standing_retirement,
    whole_item,
    with_faces,
)
from fiksummin.library.queries.lab import lab_lessons, lab_model, lab_versions
from fiksummin.library.queries.reviews import host_of_lab, late_reviews, next_keeper, reviews_of
from fiksummin.library.queries.shelf import drafts_of, find, items_for, retired_for, retirements, sharing
from fiksummin.library.queries.use import Used, adoptions, own_adoption, used, used_in
from fiksummin.library.queries.wishes import (
    FACET_WORDS,
    AdoptionWish,
    Change,
    Finding,
    ItemWish,
    LabWish,
)

__all__ = [
    "FACET_WORDS",
    "AdoptionWish",
    "Change",
    "Difference",
    "Finding",
    "ItemWish",
    "LabWish",
    "Used",
    "adoptions",
    "differences",
    "drafts_of",
    "face_of_node",
    "face_of_source",
    "find",
    "history",
    "host_of_lab",
    "items_for",
    "lab_lessons",
    "lab_model",
    "lab_versions",
    "late_reviews",
    "modelled_from",
    "next_keeper",
    "own_adoption",
    "pieces",
    "retired_for",
    "retirements",
    "reviews_of",
    "rulings",
    "sharing",
    "shown",
    "standing_retirement",
    "used",
    "used_in",
    "whole_item",
    "with_faces",
]
