"""Who gets which answer at the addresses of ideas and the trail; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read, read_api

IDEAS = read("""
# Ideas: the facilitator asks, the member proposes ---------------------------------------------------------------
campaigns/                                   GET   public 200
campaigns/new/                               GET   staff 200; rest 404
                                             POST  staff 422; rest 404
campaigns/<slug:slug=campaign>/              GET   guest 404; rest 200
campaigns/<slug:slug=open_campaign>/         GET   public 200
campaigns/<slug:slug=campaign>/change/       GET   facilitator owner 200; rest 404
                                             POST  facilitator owner 422; rest 404
campaigns/<slug:slug=campaign>/ideas/new/    GET   guest 404; rest 200
                                             POST  guest 404; rest 422
campaigns/<slug:slug=campaign>/look/         GET   facilitator owner 200; rest 404
                                             POST  facilitator owner 422; rest 404
campaigns/<slug:slug=campaign>/answers/      GET   guest 404; rest 200
campaigns/<slug:slug=open_campaign>/answers/ GET   public 200
ideas/answers/                               GET   public 200
campaigns/<slug:slug=campaign>/ballot/       GET   guest 404; rest 200
                                             POST  guest 404; rest 303
campaigns/<slug:slug=open_campaign>/ballot/  GET   guest 403; rest 200
                                             POST  guest 403; rest 303
campaigns/<slug:slug=campaign>/result/       GET   guest 404; rest 200
campaigns/<slug:slug=open_campaign>/result/  GET   public 200
campaigns/<slug:slug=campaign>/ideas.csv     GET   facilitator owner 200; rest 404
campaigns/<slug:slug=campaign>/recount.json  GET   guest 404; rest 409
campaigns/<slug:slug=weighed_campaign>/recount.json GET public 200
ideas/<int:pk=idea>/                         GET   guest 404; rest 200
ideas/<int:pk=open_idea>/                    GET   public 200
ideas/<int:pk=idea>/change/                  GET   member 200; guest 404; rest 403
                                             POST  member 422; guest 404; rest 403
ideas/<int:pk=idea>/step/                    GET   facilitator owner 200; guest 404; rest 403
                                             POST  facilitator owner 422; guest 404; rest 403
ideas/<int:pk=idea>/entrusting/              GET   anyhosts 409; guest 404; rest 403
                                             POST  anyhosts 409; guest 404; rest 403
ideas/<int:pk=idea>/withdrawal/              GET   member 200; guest 404; rest 403
                                             POST  member 422; guest 404; rest 403
ideas/<int:pk=idea>/attachments/             GET   member 200; guest 404; rest 403
                                             POST  member 422; guest 404; rest 403
ideas/<int:pk=idea>/attachments/<int:attachment=idea_attachment>/file/ GET guest 404; rest 200
ideas/<int:pk=idea>/attachments/<int:attachment=other_attachment>/removal/ POST rest 404
ideas/<int:pk=idea>/authors/                 POST  guest 404; rest 422
ideas/<int:pk=idea>/authors/leaving/         POST  guest 404; member 409; rest 403
ideas/<int:pk=idea>/authors/invitations/<int:invitation=author_invitation>/withdrawal/ POST member 303; rest 404
ideas/invitations/<str:token=author_token>/  GET   outsider 200; weak_owner 302; rest 404
                                             POST  outsider 303; weak_owner 404; rest 404
ideas/<int:pk=idea>/merge/                   GET   member facilitator owner 200; guest 404; rest 403
                                             POST  member facilitator owner 422; guest 404; rest 403
ideas/<int:pk=wanted_idea>/merge/answer/     GET   member 200; guest 404; rest 403
                                             POST  member 422; guest 404; rest 403
ideas/<int:pk=wanted_idea>/merge/withdrawal/ POST  facilitator 303; guest 404; rest 403
ideas/<int:pk=joined_idea>/merge/undoing/    GET   member facilitator owner 200; guest 404; rest 403
                                             POST  member facilitator owner 303; guest 404; rest 403
ideas/<int:pk=idea>/support/                 POST  guest 404; rest 303; anonymous 302
ideas/<int:pk=idea>/comments/                POST  guest 404; rest 422
comments/<int:pk=comment>/hiding/            GET   staff 200; guest 404; rest 403
                                             POST  staff 422; guest 404; rest 403
ideas/comments/<int:pk=comment>/words/           GET   colleague 200; guest 404; rest 403
                                             POST  colleague 422; guest 404; rest 403
ideas/comments/<int:pk=comment>/taking-back/     POST  colleague 303; guest 404; rest 403
ideas/comments/<int:pk=comment>/report/          GET   colleague 403; guest 404; rest 200
                                             POST  colleague 403; guest 404; rest 422
moderation/                                  GET   staff 200; rest 404
moderation/comments/<int:pk=reported_comment>/ GET staff 200; rest 404
moderation/comments/<int:pk=reported_comment>/leaving/ POST staff 422; rest 404
moderation/<int:pk=hiding>/                  GET   member staff 200; rest 404
moderation/<int:pk=hiding>/appeal/           POST  member staff 422; rest 404
moderation/<int:pk=hiding>/ruling/           POST  member staff 422; rest 404
moderation/<int:pk=hiding>/restoring/        POST  staff member 403; host 303; rest 404
trail/                                       GET   rest 200
trail/<slug:kind=idea_kind>/<int:number=idea>/ GET guest 404; rest 200
trail/<slug:kind=idea_kind>/<int:number=open_idea>/ GET public 200
""")

IDEAS_API = read_api("""
api/v1/campaigns                             GET   rest 200
api/v1/campaigns/<int:campaign=campaign_id>/ideas GET   guest 404; rest 200
                                             POST  rest 422
api/v1/campaigns/<int:campaign=campaign_id>/ballot GET guest 404; rest 200
api/v1/campaigns/<int:campaign=campaign_id>/recount GET guest 404; rest 409
api/v1/campaigns/<int:campaign=weighed_id>/recount GET rest 200
api/v1/ideas/<int:idea>                      GET   guest 404; rest 200
api/v1/ideas/<int:idea>/support              POST  guest 404; rest 200
                                             DELETE guest 404; rest 200
api/v1/ideas/<int:idea>/decisions            POST  rest 422
api/v1/ideas/<int:idea>/entrusting           POST  rest 422
api/v1/ideas/<int:idea>/authors              GET   guest 404; rest 200
                                             POST  rest 422
api/v1/ideas/<int:idea>/authors/leaving      POST  guest 404; member 409; rest 403
api/v1/ideas/<int:idea>/authors/invitations/<int:invitation=author_invitation>/withdrawal POST member 200; rest 404
api/v1/ideas/invitations/<str:token=author_token> POST rest 422
api/v1/ideas/<int:idea>/merge                GET   rest 404  # it stands by itself
                                             POST  rest 422
api/v1/merges                                GET   rest 200
api/v1/ideas/<int:idea=wanted_idea>/merge    GET   guest 404; rest 200
                                             POST  rest 422
api/v1/ideas/<int:idea=wanted_idea>/merge/answer POST rest 422
api/v1/ideas/<int:idea=wanted_idea>/merge/withdrawal POST facilitator 200; guest 404; rest 403
api/v1/ideas/<int:idea=joined_idea>/merge/undoing POST member facilitator owner 200; guest 404; rest 403
api/v1/ideas/<int:idea>/comments             GET   guest 404; rest 200
                                             POST  rest 422
api/v1/comments/<int:comment>/hiding         POST  rest 422
api/v1/comments/<int:comment>                PATCH rest 422
api/v1/comments/<int:comment>/taking-back    POST  guest 404; member 409; rest 403  # a moderator hid it
api/v1/comments/<int:comment>/report         POST  rest 422
api/v1/comments/<int:comment>/leaving        POST  rest 422
api/v1/reports                               GET   rest 200
api/v1/hidings                               GET   rest 200
api/v1/hidings/<int:hiding>                  GET   member staff 200; rest 404
api/v1/hidings/<int:hiding>/appeal           POST  rest 422
api/v1/hidings/<int:hiding>/ruling           POST  rest 422
api/v1/hidings/<int:hiding>/restoring        POST  staff member 403; host 200; rest 404
api/v1/ideas/<int:idea>/attachments          GET   guest 404; rest 200
                                             POST  rest 422
api/v1/ideas/<int:idea>/attachments/<int:attachment=idea_attachment>/file GET guest 404; rest 200
api/v1/ideas/<int:idea>/attachments/<int:attachment=other_attachment> DELETE rest 404
api/v1/trail/<slug:kind=idea_kind>/<int:number=idea> GET guest 404; rest 200
""")
