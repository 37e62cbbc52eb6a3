"""Addresses of user participation."""

from django.urls import path

from . import views

app_name = "participation"
urlpatterns = [
    path("me/working-groups/", views.mine, name="mine"),
    path("me/working-groups/<uuid:group_id>/", views.my_group, name="my_group"),
    path("me/working-groups/<uuid:group_id>/note/", views.note, name="note"),
    path("me/meetings/<uuid:session_id>/willing/", views.willing, name="willing"),
    path("me/drafts/", views.reading, name="reading"),
    path("me/drafts/<uuid:draft_id>/", views.to_read, name="to_read"),
    path("desk/working-groups/", views.groups, name="groups"),
    path("desk/working-groups/<uuid:group_id>/", views.group, name="group"),
    path("desk/working-groups/for/<uuid:participant_id>/", views.for_person, name="for_person"),
    path("desk/participation/", views.overview, name="overview"),
    path("desk/drafts/", views.drafts, name="drafts"),
    path("desk/drafts/<uuid:draft_id>/", views.draft, name="draft"),
    path("desk/drafts/<uuid:draft_id>/paper/", views.paper, name="paper"),
]
