"""Who gets which answer at the addresses of those who hold events; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read

ORGANISING = read("""
# Holding events: the member holds one at the lab ---------------------------------------------------------------
events/new/                                  GET   guest 403; rest 200
                                             POST  guest 403; rest 422
events/<int:pk=event>/change/                GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=draft_event>/change/          GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=draft_event>/publication/     GET   member managers 200; rest 404
                                             POST  member managers 303; rest 404
events/<int:pk=event>/publication/           GET   member managers 303; rest 404
                                             POST  member managers 303; rest 404
events/<int:pk=event>/withdrawal/            GET   member managers 409; rest 404
                                             POST  member managers 409; rest 404
events/<int:pk=draft_event>/withdrawal/      GET   member managers 303; rest 404
                                             POST  member managers 303; rest 404
events/<int:pk=event>/cancellation/          GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=draft_event>/cancellation/    GET   member managers 200; rest 404
                                             POST  member managers 303; rest 404
""")
