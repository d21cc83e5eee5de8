"""Who gets which answer from the events and registrations for programs; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read_api

EVENTS_API = read_api("""
api/v1/events                                GET   rest 200
                                             POST  rest 422
api/v1/events/<int:event=closed_event>       GET   member colleague hosts 200; rest 404
                                             PATCH rest 422
api/v1/events/<int:event=draft_event>        GET   member hosts 200; rest 404
                                             PATCH rest 422
api/v1/events/<int:event=event>/lots         GET   guest 404; rest 409
api/v1/events/<int:event=drawn_event>/lots   GET   guest 404; rest 200
api/v1/events/<int:event=event>/training     POST  guest 404; rest 409  # it is no training
api/v1/events/<int:event=event>/training/withdrawal POST guest 404; rest 200
api/v1/events/<int:event=training>/training  POST  rest 200
api/v1/events/series                         POST  rest 422
api/v1/events/series/<int:series=event_series> GET   rest 200
                                             PATCH rest 422
api/v1/events/series/<int:series=closed_series> GET member colleague hosts 200; rest 404
                                             PATCH rest 422
api/v1/events/<int:event=draft_event>/publication POST member managers 200; host 403; rest 404
api/v1/events/<int:event=closed_event>/cancellation POST member managers 422; colleague host 403; rest 404  # without a reason
api/v1/events/<int:event=closed_event>/online POST member managers 422; colleague host 403; rest 404  # without a link
api/v1/events/<int:event=draft_event>/cancellation POST member managers 200; host 403; rest 404
api/v1/events/<int:event=closed_event>/registrations POST rest 422
api/v1/registrations                         GET   rest 200
api/v1/registrations/<int:registration=closed_place> GET member colleague hosts 200; rest 404
api/v1/registrations/<int:registration=closed_place>/cancellation POST member colleague managers 200; host 403; rest 404
api/v1/registrations/<int:registration=closed_place>/acceptance POST colleague 409; member hosts 403; rest 404
api/v1/registrations/<int:registration=closed_place>/refusal POST colleague 409; member hosts 403; rest 404
api/v1/registrations/<int:registration=closed_place>/mode POST rest 422
api/v1/registrations/<int:registration=closed_place>/offer POST rest 422
api/v1/registrations/<int:registration=closed_place>/showing POST rest 422
api/v1/registrations/<int:registration=closed_place>/handover POST rest 422
api/v1/handovers/<str:token=hand_secret>     GET   member 200; rest 404
                                             POST  member 200; rest 404
api/v1/registrations/<int:registration=closed_place>/check-in POST member hosts 422; colleague 403; rest 404
""")
