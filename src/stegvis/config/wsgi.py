"""The web application, as granian serves it."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings.prod")
application = get_wsgi_application()


def _demand_kept_words() -> None:
    """Do not serve people from a database that may lose their words, nor without the keys that open them.

    A database that is away just now is waited for.
    """
    from stegvis.config.apps import keys_are_there, writes_are_kept

    try:
        found = writes_are_kept(databases=["default"]) + keys_are_there(databases=["default"])
    except DatabaseError:
        return
    finally:
        connection.close()
    if found:
        raise ImproperlyConfigured(" ".join(message.msg for message in found))


_demand_kept_words()
