"""The tables of the rooms, put together: pages, and addresses for programs."""

from tests.doors.after_rows import AFTER, AFTER_API
from tests.doors.event_organising_rows import ORGANISING
from tests.doors.event_rows import EVENTS
from tests.doors.experiment_rows import EXPERIMENTS
from tests.doors.idea_rows import IDEAS
from tests.doors.notice_rows import NOTICES

ROOMS = EVENTS + AFTER + IDEAS + EXPERIMENTS + NOTICES + ORGANISING
ROOMS_API = AFTER_API
