"""Every address of the house, and the pages for when something goes wrong."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from stegvis.kernel.health import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("stegvis.faces.urls")),
    path("health/", health, name="health"),
    path("", include("stegvis.areas.people.urls")),
    path("", include("stegvis.areas.privacy.urls")),
    path("", include("stegvis.areas.messages.urls")),
    path("", include("stegvis.areas.directory.urls")),
    path("", include("stegvis.areas.admission.urls")),
    path("", include("stegvis.areas.groups.urls")),
    path("", include("stegvis.areas.remarks.urls")),
    path("", include("stegvis.areas.agreements.urls")),
    path("", include("stegvis.areas.staffing.urls")),
    path("", include("stegvis.areas.outings.urls")),
    path("", include("stegvis.areas.responsibilities.urls")),
    path("", include("stegvis.areas.participation.urls")),
    path("", include("stegvis.areas.counting.urls")),
    path("", include("stegvis.areas.insight.urls")),
]
if settings.DEMO:
    urlpatterns += [path("gallery/", include("stegvis.ui.urls")), path("demo/", include("stegvis.demo.urls"))]

handler400 = "stegvis.config.errors.not_understood"
handler403 = "stegvis.config.errors.not_allowed"
handler404 = "stegvis.config.errors.not_found"
handler500 = "stegvis.config.errors.server_error"
