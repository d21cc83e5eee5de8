"""Addresses of this room: nouns, the same in every language."""

from django.urls import path

from fiksummin.library.views import history, items, lab, upkeep, use

app_name = "library"
urlpatterns = [
    path("library/", items.item_list, name="item_list"),
    path("library/new/", items.item_new, name="item_new"),
    path("library/retired/", items.retired_list, name="retired_list"),
    path("library/<int:pk>/", items.item, name="item"),
    path("library/<int:pk>/change/", items.item_change, name="item_change"),
    path("library/<int:pk>/publication/", items.item_publication, name="item_publication"),
    path("library/<int:pk>/copy/", items.item_copy, name="item_copy"),
    path("library/<int:pk>/keepers/", items.item_keeper, name="item_keeper"),
    path("library/<int:pk>/versions/", history.item_history, name="item_history"),
    path("library/<int:pk>/versions/<int:number>/", history.item_version, name="item_version"),
    path("library/<int:pk>/check/", upkeep.item_check, name="item_check"),
    path("library/<int:pk>/retirement/", upkeep.item_retirement, name="item_retirement"),
    path("library/<int:pk>/return/", upkeep.item_return, name="item_return"),
    path("library/<int:pk>/adoption/", use.item_adoption, name="item_adoption"),
    path("library/<int:pk>/ruling/", use.item_ruling, name="item_ruling"),
    path("lab/model/", lab.lab_model, name="lab_model"),
    path("lab/model/change/", lab.lab_model_change, name="lab_model_change"),
    path("lab/model/<int:number>/", lab.lab_model_version, name="lab_model_version"),
    path("lab/lessons/", lab.lab_lesson_list, name="lab_lesson_list"),
    path("lab/lessons/new/", lab.lab_lesson_new, name="lab_lesson_new"),
    path("lab/lessons/<int:pk>/removal/", lab.lab_lesson_removal, name="lab_lesson_removal"),
]
