"""Sending e-mail without saying from which machine: its name could tell what this is (X-02)."""

import smtplib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend


class Quiet(EmailBackend):
    """SMTP that greets with the sender's own domain, where Django would give this machine's full name."""

    @property
    def connection_class(self) -> Callable[..., smtplib.SMTP]:  # type: ignore[override, unused-ignore]
        connect = smtplib.SMTP_SSL if self.use_ssl else smtplib.SMTP

        def greet(*given: Any, **named: Any) -> smtplib.SMTP:
            domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
            return connect(*given, **{**named, "local_hostname": domain})

        return greet
