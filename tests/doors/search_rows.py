"""Who gets which answer at the addresses of the search; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read, read_api

SEARCH = read("""
# Public things are for everybody; what is like one's own writing for those signed in -------------------------------
search/                                      GET   public 200
search/suggestions/                          GET   public 200
search/tried/                                POST  rest 200; anonymous 302
""")
SEARCH_API = read_api("""
api/v1/search                                GET   rest 200
""")
