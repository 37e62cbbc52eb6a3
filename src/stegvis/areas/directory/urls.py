"""Addresses of the directory."""

from django.urls import path

from .views import about, desk, editor, house, offerings, public

app_name = "directory"
urlpatterns = [
    path("offerings/", offerings.offerings, name="offerings"),
    path("offerings/<slug:slug>/", public.offering, name="offering"),
    path("offerings/<slug:slug>/card/", public.card, name="card"),
    path("about/", about.houses, name="about_houses"),
    path("about/<slug:slug>/", about.about_house, name="about"),
    path("desk/about/", about.desk_about, name="desk_about"),
    path("desk/house/", house.house, name="house"),
    path("desk/house/guides/", house.add_guide, name="add_guide"),
    path("desk/house/guides/remove/", house.remove_guide, name="remove_guide"),
    path("desk/offerings/", desk.offerings, name="desk_offerings"),
    path("desk/offerings/new/", desk.new, name="desk_new"),
    path("desk/offerings/<uuid:listing_id>/", editor.offering, name="desk_offering"),
    path("desk/offerings/<uuid:listing_id>/copy/", desk.copy, name="desk_copy"),
    path("desk/offerings/<uuid:listing_id>/publish/", editor.publish, name="desk_publish"),
    path("desk/services/", desk.services, name="desk_services"),
    path("desk/services/new/", desk.new_service, name="desk_new_service"),
]
