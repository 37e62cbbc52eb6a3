"""Addresses of the directory."""

from django.urls import path

from .rules import Move
from .views import desk, editor, offerings, public

app_name = "directory"
urlpatterns = [
    path("offerings/", offerings.offerings, name="offerings"),
    path("offerings/<slug:slug>/", public.offering, name="offering"),
    path("offerings/<slug:slug>/card/", public.card, name="card"),
    path("desk/offerings/", desk.offerings, name="desk_offerings"),
    path("desk/offerings/new/", desk.new, name="desk_new"),
    path("desk/offerings/<uuid:listing_id>/", editor.offering, name="desk_offering"),
    path("desk/offerings/<uuid:listing_id>/copy/", desk.copy, name="desk_copy"),
    path(
        "desk/offerings/<uuid:listing_id>/publish/", editor.move, {"move": Move.PUBLISH}, name="desk_publish"
    ),
    path("desk/offerings/<uuid:listing_id>/pause/", editor.move, {"move": Move.PAUSE}, name="desk_pause"),
    path("desk/offerings/<uuid:listing_id>/close/", editor.move, {"move": Move.CLOSE}, name="desk_close"),
    path("desk/services/", desk.services, name="desk_services"),
    path("desk/services/new/", desk.new_service, name="desk_new_service"),
]
