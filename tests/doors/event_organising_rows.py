"""Who gets which answer at the addresses of those who hold events; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read

ORGANISING = read("""
# Holding events: the member holds one at the lab ---------------------------------------------------------------
events/new/                                  GET   guest 403; rest 200
                                             POST  guest 403; rest 422
events/new/space/                            POST  guest 403; rest 200; anonymous 302
events/<int:pk=event>/change/space/          POST  member managers 200; rest 404; anonymous 302
events/<int:pk=event>/change/                GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=draft_event>/change/          GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=draft_event>/publication/     GET   member managers 200; rest 404
                                             POST  member managers 303; rest 404
events/<int:pk=event>/publication/           GET   member managers 303; rest 404
                                             POST  member managers 303; rest 404
events/<int:pk=event>/online/                GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/withdrawal/            GET   member managers 409; rest 404
                                             POST  member managers 409; rest 404
events/<int:pk=draft_event>/withdrawal/      GET   member managers 303; rest 404
                                             POST  member managers 303; rest 404
events/<int:pk=event>/cancellation/          GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=draft_event>/cancellation/    GET   member managers 200; rest 404
                                             POST  member managers 303; rest 404
events/mine/                                 GET   rest 200
events/lists/                                GET   managers 200; rest 404
events/<int:pk=event>/people/                GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/speakers/              GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/programme/             GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/materials/             GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/questions/             GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/quotas/                GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/materials/<int:material=material>/file/ GET guest 404; rest 200
events/<int:pk=event>/series/                GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/series/new/            GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/series/<int:pk=closed_series>/change/ GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/template/              GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/templates/<int:pk=template>/removal/  POST  member managers 303; rest 404; anonymous 302
kinds/new/                                   GET   managers 200; rest 404
                                             POST  managers 422; rest 404
kinds/<slug:slug=kind>/change/               GET   managers 200; rest 404
                                             POST  managers 422; rest 404
kinds/<slug:slug=kind>/questions/            GET   managers 200; rest 404
                                             POST  managers 422; rest 404
themes/new/                                  GET   managers 200; rest 404
                                             POST  managers 422; rest 404
themes/<slug:slug=theme>/change/             GET   managers 200; rest 404
                                             POST  managers 422; rest 404
seasons/new/                                 GET   managers 200; rest 404
                                             POST  managers 422; rest 404
seasons/<slug:slug=season>/change/           GET   managers 200; rest 404
                                             POST  managers 422; rest 404
seasons/<slug:slug=season>/plan/             GET   managers 200; rest 404
                                             POST  managers 422; rest 404
""")
