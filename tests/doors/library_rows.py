"""Who gets which answer at the addresses of the library; a part of the table in ``tests/permissions.py``."""

from tests.doors.verdicts import read, read_api

LIBRARY = read("""
# The library: the member's tool, what is for members alone, her draft, what she took out of use --------------------
library/                                     GET   public 200
library/new/                                 GET   guest 403; rest 200
                                             POST  guest 403; rest 200
library/retired/                             GET   public 200
library/<int:pk=tool>/                       GET   public 200
library/<int:pk=inner>/                      GET   guest 404; rest 200
library/<int:pk=library_draft>/              GET   member 200; rest 404
library/<int:pk=tool>/change/                GET   member editors 200; rest 403
                                             POST  member editors 422; rest 403
library/<int:pk=library_draft>/publication/  POST  member 303; rest 404
library/<int:pk=tool>/copy/                  POST  guest 403; rest 303
library/<int:pk=tool>/keepers/               POST  member editors 422; rest 403
library/<int:pk=tool>/versions/              GET   public 200
library/<int:pk=tool>/versions/<int:number>/ GET   public 200
library/<int:pk=tool>/check/                 POST  member anyhosts editor 303; rest 403
library/<int:pk=tool>/retirement/            GET   member anyhosts editor 200; rest 403
                                             POST  member anyhosts editor 422; rest 403
library/<int:pk=retired>/                    GET   public 200
library/<int:pk=retired>/return/             POST  member anyhosts editor 303; rest 403
library/<int:pk=tool>/adoption/              GET   guest 403; rest 200
                                             POST  guest 403; rest 422
library/<int:pk=tool>/ruling/                GET   rest 200
                                             POST  rest 422
lab/model/                                   GET   public 200
lab/model/change/                            GET   editors 200; rest 403
                                             POST  editors 422; rest 403
lab/model/<int:number>/                      GET   public 200
lab/lessons/                                 GET   public 200
lab/lessons/new/                             GET   editors 200; rest 403
                                             POST  editors 422; rest 403
lab/lessons/<int:pk=lesson>/removal/         POST  editors 303; rest 403
""")
LIBRARY_API = read_api("""
api/v1/library                               GET   rest 200
api/v1/library/<int:item=inner>              GET   guest 404; rest 200
api/v1/library/<int:item=inner>/adoptions    POST  rest 422
""")
