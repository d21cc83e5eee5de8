"""The tables of the rooms, put together: pages, and addresses for programs."""

from tests.doors.after_rows import AFTER, AFTER_API
from tests.doors.circle_rows import CIRCLES, CIRCLES_API
from tests.doors.event_api_rows import EVENTS_API
from tests.doors.event_organising_rows import ORGANISING
from tests.doors.event_rows import EVENTS
from tests.doors.experiment_rows import EXPERIMENTS, EXPERIMENTS_API
from tests.doors.idea_rows import IDEAS, IDEAS_API
from tests.doors.library_rows import LIBRARY, LIBRARY_API
from tests.doors.notice_rows import NOTICES, NOTICES_API
from tests.doors.search_rows import SEARCH, SEARCH_API

ROOMS = CIRCLES + EVENTS + AFTER + IDEAS + EXPERIMENTS + LIBRARY + NOTICES + ORGANISING + SEARCH
ROOMS_API = (
    CIRCLES_API
    + EVENTS_API
    + AFTER_API
    + EXPERIMENTS_API
    + IDEAS_API
    + LIBRARY_API
    + NOTICES_API
    + SEARCH_API
)
