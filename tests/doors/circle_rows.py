"""Who gets which answer at the addresses of communities; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read, read_api

CIRCLES = read("""
# Communities: an open one and a closed one that the member keeps and to which the colleague belongs ----------------
circles/                                     GET   rest 200
circles/new/                                 GET   guest 403; rest 200
                                             POST  guest 403; rest 422
circles/<int:pk=circle>/                     GET   guest 404; rest 200
circles/<int:pk=closed_circle>/              GET   guest 404; rest 200
circles/<int:pk=circle>/change/              GET   member 200; guest 404; rest 403
                                             POST  member 422; guest 404; rest 403
circles/<int:pk=circle>/ending/              GET   member anyhosts 200; guest 404; rest 403
                                             POST  member anyhosts 422; guest 404; rest 403
circles/<int:pk=circle>/joining/             POST  member colleague 409; guest 404; rest 303
circles/<int:pk=closed_circle>/joining/      POST  member colleague 409; guest 404; rest 403
circles/<int:pk=circle>/leaving/             POST  colleague 303; guest 404; rest 409  # the member keeps it alone
circles/<int:pk=circle>/invitations/         POST  member 422; guest 404; rest 403
circles/<int:pk=circle>/members/<int:member>/keeping/                       POST  member 303; guest 404; rest 403
circles/<int:pk=circle>/members/<int:member>/removal/                       POST  member 303; guest 404; rest 403
circles/<int:pk=closed_circle>/members/<int:member=hidden_member>/removal/  POST  member 303; colleague 403; rest 404
circles/<int:pk=closed_circle>/requests/     GET   member 200; guest 404; rest 403
circles/<int:pk=closed_circle>/requests/new/ POST  member colleague 409; guest 404; rest 303
circles/<int:pk=closed_circle>/requests/<int:asking>/                       GET   member 200; guest 404; rest 403
                                                                            POST  member 422; guest 404; rest 403
circles/<int:pk=closed_circle>/events/       GET   guest 404; rest 200
events/<int:pk=circle_event>/                GET   member colleague owner 200; rest 404
""")
CIRCLES_API = read_api("""
api/v1/circles                               GET   rest 200
                                             POST  rest 422
api/v1/circles/<int:circle>                  GET   guest 404; rest 200
api/v1/circles/<int:circle>/joining          POST  member colleague 409; guest 404; rest 200
api/v1/circles/<int:circle=closed_circle>/joining  POST  member colleague 409; guest 404; rest 200
api/v1/circles/<int:circle>/leaving          POST  colleague 200; guest 404; rest 409
""")
