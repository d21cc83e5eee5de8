"""Who gets which answer at the addresses of experiments and batons; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read, read_api

EXPERIMENTS = read("""
# Experiments: the member's, ended, its lesson is the colleague's to receive; a baton that the member is offered -----
experiments/                                 GET   rest 200
experiments/cells/                           GET   rest 200
experiments.csv                              GET   rest 200
experiments/new/                             GET   guest 403; rest 200
                                             POST  guest 403; rest 422
experiments/<int:pk=experiment>/             GET   guest 404; rest 200
experiments/<int:pk=running>/                GET   guest 404; rest 200
experiments/<int:pk=experiment>/notes/       POST  guest 404; member 409; rest 403
experiments/<int:pk=experiment>/model/       POST  member editors 303; guest 404; rest 403
experiments/<int:pk=experiment>/notes/<int:attachment=note_attachment>/file/ GET guest 404; rest 200
experiments/<int:pk=running>/ending/         GET   guest 404; member anyhosts 200; rest 403
                                             POST  guest 404; member anyhosts 422; rest 403
experiments/<int:pk=running>/last-day/       GET   guest 404; member 200; rest 403
                                             POST  guest 404; member 422; rest 403
experiments/<int:pk=running>/words/          GET   guest 404; member 200; rest 403
                                             POST  guest 404; member 422; rest 403
experiments/<int:pk=experiment>/repetitions/new/ GET guest 404; rest 200
                                             POST  guest 404; rest 422
experiments/<int:pk=experiment>/questions/   POST  guest 404; rest 422
questions/<int:pk=question>/answer/          POST  guest 404; rest 422
experiments/<int:pk=experiment>/lesson/      POST  colleague 422; rest 404
experiments/<int:pk=experiment>/lesson/receiver/ GET anyhosts 409; colleague 200; guest 404; rest 403
                                             POST  anyhosts 409; colleague 422; guest 404; rest 403
experiments/lessons/<str:token=lesson_token>/ GET  outsider 200; weak_owner 302; rest 404
                                             POST  outsider 303; weak_owner 404; rest 404
experiments/invitations/<str:token=team_token>/ GET outsider 200; weak_owner 302; rest 404
                                             POST  outsider 303; weak_owner 404; rest 404
experiments/<int:pk=running>/team/           POST  guest 404; rest 422
experiments/<int:pk=running>/team/leaving/   POST  guest 404; member 409; rest 403
experiments/<int:pk=running>/team/invitations/<int:invitation=team_invitation>/withdrawal/ POST member 303; rest 404
batons/offers/<str:token=baton_token>/       GET   outsider 200; weak_owner 302; rest 404
                                             POST  outsider 303; weak_owner 404; rest 404
batons/                                      GET   public 200
batons/new/                                  GET   guest 403; rest 200
                                             POST  guest 403; rest 422
batons/<int:pk=baton>/                       GET   public 200
campaigns/<slug:slug=campaign>/batons/new/   GET   guest 404; staff 200; rest 403
                                             POST  guest 404; staff 422; rest 403
batons/<int:pk=baton>/holder/                POST  member 303; rest 404
batons/<int:pk=baton>/acceptance/            POST  member 303; rest 403
batons/<int:pk=baton>/handover/              GET   member 200; rest 403
                                             POST  member 422; rest 403
batons/<int:pk=baton>/release/               GET   anyhosts 409; rest 403
                                             POST  anyhosts 409; rest 403
""")
EXPERIMENTS_API = read_api("""
api/v1/experiments                           GET   rest 200
                                             POST  rest 422
api/v1/experiments/<int:experiment>          GET   guest 404; rest 200
                                             PATCH rest 422
api/v1/experiments/<int:experiment>/ending   POST  rest 422
api/v1/experiments/<int:experiment>/last-day POST  rest 422
api/v1/experiments/<int:experiment>/repetitions POST rest 422
api/v1/experiments/<int:experiment>/team     GET   guest 404; rest 200
                                             POST  rest 422
api/v1/experiments/<int:experiment>/team/leaving POST guest 404; member 409; rest 403
api/v1/experiments/invitations/<str:token=team_token> POST rest 422
api/v1/experiments/<int:experiment=running>/team/invitations/<int:invitation=team_invitation>/withdrawal POST member 200; rest 404
api/v1/experiments/<int:experiment>/notes    GET   guest 404; rest 200
                                             POST  rest 422
api/v1/experiments/<int:experiment>/lesson/answer POST rest 422
api/v1/experiments/<int:experiment>/lesson/receiver POST rest 422
api/v1/batons                                GET   rest 200
                                             POST  rest 422
api/v1/batons/<int:baton>/acceptance         POST  member 200; rest 403
api/v1/batons/<int:baton>/experiments        POST  rest 422
api/v1/batons/<int:baton>/release            POST  rest 422
api/v1/campaigns/<int:campaign=campaign_id>/batons GET guest 404; rest 200
                                             POST  rest 422
api/v1/batons/<int:baton>                    GET   rest 200
api/v1/batons/<int:baton>/hand-over          POST  rest 422
""")
