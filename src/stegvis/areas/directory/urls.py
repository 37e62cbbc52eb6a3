"""Addresses of the directory."""

from django.urls import path

from .views import offerings, public

app_name = "directory"
urlpatterns = [
    path("offerings/", offerings.offerings, name="offerings"),
    path("offerings/<slug:slug>/", public.offering, name="offering"),
    path("offerings/<slug:slug>/card/", public.card, name="card"),
]
