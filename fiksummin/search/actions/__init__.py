"""The only writers of the index. What they write can be written again at any time, and is then the same."""

from fiksummin.search.actions.keeping import keep, keep_some, reindex
from fiksummin.search.actions.learning import relearn

__all__ = ["keep", "keep_some", "reindex", "relearn"]
