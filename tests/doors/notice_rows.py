"""Who gets which answer at the addresses of notices; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read, read_api

NOTICES = read("""
# Notices: each her own; the secret of a letter stops letters like it --------------------------------------------
notices/                                     GET   rest 200
notices/seen/                                POST  rest 404; anonymous 302
notices/following/                           GET   rest 200
notices/following/letters/                   POST  rest 303; anonymous 302
notices/following/<int:node=campaign_node>/  POST  guest 404; rest 303; anonymous 302
notices/words/<int:pk=word>/                  GET   member facilitator owner 200; rest 404
campaigns/<slug:slug=campaign>/words/new/     GET   facilitator owner 200; rest 404
                                             POST  facilitator owner 422; rest 404
notices/letters/<str:token=way_out>/         GET   public 200
                                             POST  public 200
""")

NOTICES_API = read_api("""
api/v1/notices                               GET   rest 200
""")
