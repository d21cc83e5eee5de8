"""Questions to the index."""

from fiksummin.search.queries.finding import Answer, Found, find
from fiksummin.search.queries.tried import tried

__all__ = ["Answer", "Found", "find", "tried"]
