"""Who gets which answer at the addresses of what comes after an event; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read, read_api

AFTER = read("""
# After an event: the member held it, the colleague took part and told something that is not let out yet ----------
registrations/<int:pk=over_place>/takeaway/  GET   colleague 200; rest 404
                                             POST  colleague 422; rest 404; anonymous 303
registrations/<int:pk=over_place>/takeaway/withdrawal/ GET colleague 200; rest 404
                                             POST  colleague 303; rest 404; anonymous 303
registrations/<int:pk=over_place>/feedback/  POST  colleague 422; rest 404; anonymous 303
guests/<str:secret=over_secret>/takeaway/    GET   public 200
                                             POST  public 422
guests/<str:secret=no_token>/takeaway/       GET   public 404
                                             POST  public 404
guests/<str:secret=over_secret>/takeaway/withdrawal/ GET public 303
                                             POST  public 303
guests/<str:secret=over_secret>/feedback/    POST  public 422
guests/<str:secret=over_secret>/takeaways/   GET   public 200
guests/<str:secret=over_secret>/takeaways/<int:takeaway=told>/picture/ GET public 404
guests/<str:secret=over_secret>/takeaways/<int:takeaway=told>/recording/ GET public 404
events/<int:pk=over_event>/takeaways/        GET   public 200
events/<int:pk=over_event>/takeaways/<int:takeaway=told>/picture/ GET public 404  # it has none
events/<int:pk=over_event>/takeaways/<int:takeaway=told>/recording/ GET public 404
events/<int:pk=over_event>/takeaways/gathering/ GET member managers 200; rest 404
                                             POST  member managers 303; rest 404
events/<int:pk=event>/takeaways/gathering/   GET   member managers 409; rest 404  # it has not begun
                                             POST  member managers 409; rest 404
events/<int:pk=over_event>/takeaways/<int:takeaway=told>/removal/ GET member managers 200; rest 404
                                             POST  member managers 422; rest 404
events/<int:pk=over_event>/outcomes/         POST  member managers 422; rest 404
events/<int:pk=over_event>/feedback/         GET   member managers 200; rest 404
trail/<slug:kind=result_kind>/<int:number=step>/ GET public 200
outcomes/<int:pk=step>/settling/             POST  member outsider managers 303; weak_owner 404; rest 404
outcomes/<int:pk=step>/removal/              POST  member managers 303; outsider 403; weak_owner 404; rest 404

# Agencies invite the lab: the outsider's does; whom to visit next -------------------------------------------------
tour/                                        GET   public 200
tour/invitations/                            GET   rest 200
tour/invitations/new/                        GET   partner guest 403; rest 200
                                             POST  partner guest 403; rest 422; anonymous 302
tour/invitations/<int:pk=invitation>/        GET   outsider anyhosts 200; weak_owner 302; rest 404
tour/invitations/<int:pk=invitation>/acceptance/ POST anyhosts 303; outsider 403; weak_owner 404; rest 404
tour/invitations/<int:pk=answered>/acceptance/ POST anyhosts 409; outsider 403; weak_owner 404; rest 404
tour/invitations/<int:pk=invitation>/refusal/ GET  anyhosts 200; outsider 403; weak_owner 302; rest 404
                                             POST  anyhosts 422; outsider 403; weak_owner 404; rest 404
tour/invitations/<int:pk=invitation>/stop/   GET   anyhosts 200; outsider 403; weak_owner 302; rest 404
                                             POST  anyhosts 422; outsider 403; weak_owner 404; rest 404
tour/invitations/<int:pk=invitation>/withdrawal/ GET outsider 200; anyhosts 403; weak_owner 302; rest 404
                                             POST  outsider 303; anyhosts 403; weak_owner 404; rest 404
targets/                                     GET   rest 200
                                             POST  rest 422
targets/<int:pk=target>/vote/                POST  guest 403; rest 303
targets/<int:pk=target>/vote/withdrawal/     POST  guest 403; rest 303
targets/<int:pk=target>/rewording/           GET   member 200; rest 403
                                             POST  member 422; rest 403
targets/<int:pk=target>/choice/              GET   anyhosts 200; rest 403
                                             POST  anyhosts 422; rest 403
targets/<int:pk=target>/removal/             GET   anyhosts 200; rest 403
                                             POST  anyhosts 422; rest 403
""")

AFTER_API = read_api("""
api/v1/events/<int:event=over_event>/takeaways POST rest 422
api/v1/events/<int:event=over_event>/takeaways/picture POST rest 422
api/v1/events/<int:event=over_event>/takeaways/recording POST rest 422
api/v1/invitations                           POST  rest 422
api/v1/targets                               GET   rest 200
                                             POST  rest 422
api/v1/targets/<int:target=target>/votes     POST  guest 403; rest 200
api/v1/targets/<int:target=target>/votes/withdrawal POST guest 403; rest 200
api/v1/targets/<int:target=target>/removal   POST  rest 422
""")
