"""Who gets which answer at the addresses of events; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read

EVENTS = read("""
# Events: what is on, and taking part. The member holds one at the lab; the colleague has a place in it ------------
events/                                      GET   public 200
events/events.ics                            GET   public 200
events/rss/                                  GET   public 200
events/atom/                                 GET   public 200
events/feeds/                                GET   public 200
events/<int:pk=event>/poster/                GET   guest 404; rest 200
events/<int:pk=open_event>/poster/           GET   public 200
events/<int:pk=draft_event>/poster/          GET   member hosts 200; rest 404
events/series/<int:pk=event_series>/         GET   public 200
events/series/<int:pk=closed_series>/        GET   member colleague hosts 200; rest 404; anonymous 404
themes/                                      GET   public 200
themes/<slug:slug=theme>/                    GET   public 200
themes/<slug:slug=closed_theme>/             GET   member colleague hosts 200; rest 404; anonymous 404
seasons/<slug:slug=season>/                  GET   public 200
seasons/<slug:slug=closed_season>/           GET   member colleague hosts 200; rest 404; anonymous 404
events/months/<int:year=year>-<int:month=month>/ GET public 200
events/weeks/<int:year=year>-<int:number=month>/ GET public 200
events/years/<int:year=year>/                GET   public 200
events/<int:pk=event>/                       GET   guest 404; rest 200
events/<int:pk=open_event>/                  GET   public 200
events/<int:pk=draft_event>/                 GET   member hosts 200; rest 404
events/<int:pk=event>/registration/          GET   guest 404; colleague outsider 302; weak_owner 200; rest 200
                                             POST  guest 404; anonymous 303; rest 422
events/<int:pk=open_event>/registration/     GET   public 200
                                             POST  anonymous 422; rest 303
events/<int:pk=open_event>/registration/sent/ GET  public 200
registrations/                               GET   rest 200
registrations/<int:pk=registration>/         GET   colleague 200; rest 404
registrations/<int:pk=registration>/change/  GET   colleague 200; rest 404
                                             POST  colleague 303; rest 404; anonymous 303
registrations/<int:pk=registration>/mode/    POST  colleague 403; rest 404; anonymous 303
registrations/<int:pk=registration>/offer/   POST  colleague 400; rest 404; anonymous 303
registrations/<int:pk=registration>/showing/ POST  colleague 400; rest 404; anonymous 303
registrations/<int:pk=registration>/acceptance/ POST colleague 303; rest 404; anonymous 303
registrations/<int:pk=registration>/refusal/ GET   colleague 409; rest 404
                                             POST  colleague 409; rest 404; anonymous 303
registrations/<int:pk=registration>/cancellation/ GET colleague 200; rest 404
                                             POST  colleague 303; rest 404; anonymous 303
registrations/<int:pk=registration>/handover/ GET  colleague 200; rest 404
                                             POST  colleague 422; rest 404; anonymous 303
registrations/<int:pk=registration>/registration.ics GET colleague 200; rest 404
guests/<str:secret=guest_secret>/            GET   public 200  # the link is the key
                                             POST  public 303
guests/<str:secret=no_token>/                GET   public 404
                                             POST  public 404
guests/<str:secret=guest_secret>/change/     GET   public 200
                                             POST  public 303
guests/<str:secret=guest_secret>/mode/       POST  public 403
guests/<str:secret=guest_secret>/offer/      POST  public 400
guests/<str:secret=guest_secret>/showing/    POST  public 400
guests/<str:secret=guest_secret>/acceptance/ POST  public 303
guests/<str:secret=guest_secret>/refusal/    GET   public 409
                                             POST  public 409
guests/<str:secret=guest_secret>/cancellation/ GET public 200
                                             POST  public 303
guests/<str:secret=guest_secret>/registration.ics GET public 200
guests/<str:secret=guest_secret>/lots.json   GET   public 409  # nothing is drawn there
guests/<str:secret=no_token>/lots.json       GET   public 404
events/<int:pk=event>/lots.json              GET   guest 404; rest 409
events/<int:pk=drawn_event>/lots.json        GET   guest 404; rest 200
handovers/<str:secret=hand_secret>/          GET   member 200; rest 410
                                             POST  member 303; rest 410; anonymous 302

# The door: the member holds the event, the host receives people at the lab ------------------------------------------
events/<int:pk=event>/door/                  GET   member hosts 200; rest 404
                                             POST  member hosts 422; rest 404
events/<int:pk=event>/door/walk-in/          GET   member hosts 200; rest 404
                                             POST  member hosts 409; rest 404  # days before
events/<int:pk=event>/door/presses/          POST  member hosts 422; rest 404
events/<int:pk=event>/door/offline/          GET   member hosts 200; rest 404
events/<int:pk=event>/door/worker.js         GET   public 200  # code, the same for everybody
places/<str:code=place_code>/                GET   member hosts colleague 302; rest 404
places/<str:code=no_token>/                  GET   rest 404
# Those who take part: hosts see who comes, organisers read the answers, write and invite -----------------------------
events/<int:pk=event>/participants/          GET   member hosts 200; rest 404
events/<int:pk=event>/participants/table.csv GET   member manager owner 200; host 403; rest 404
events/<int:pk=event>/participants/paper/    GET   member hosts 200; rest 404
events/<int:pk=event>/audit/                 GET   member hosts 200; rest 404
events/<int:pk=event>/participants/letters/  GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=event>/guests/                GET   member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=open_event>/guests/<int:link=invited_link>/withdrawal/ POST member owner 303; rest 404
registrations/<int:pk=registration>/priority/ GET  member managers 409; host colleague 403; rest 404  # has a place
                                             POST  member managers 409; host colleague 403; rest 404
registrations/<int:pk=registration>/removal/ GET   member managers 200; host colleague 403; rest 404
                                             POST  member managers 303; host colleague 403; rest 404
# Trainings: noted by those who took part; who leads or runs the lab reads whom they reached --------------------------
events/<int:pk=event>/training/              POST  guest 404; rest 409  # it is no training
events/<int:pk=event>/training/withdrawal/   POST  guest 404; rest 303
events/<int:pk=training>/training/           POST  rest 303
training/                                    GET   anyhosts 200; weak_owner 302; rest 403
events/<int:pk=event>/follow/                POST  guest 404; rest 303
events/<int:pk=event>/follow/end/            POST  guest 404; rest 303
""")
