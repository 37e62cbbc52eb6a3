"""One e-mail to the outside, and what is certain about it afterwards."""

from __future__ import annotations

import smtplib
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from .. import api

FOR_GOOD = 500
"""From this code on the other side says that it will never take it."""


def post(outgoing: api.Outgoing) -> api.Outcome:
    """Send the notice that is always the same. Says what is certain, and never raises for what the network does.

    Until the e-mail is handed over, every failure is certain; once that has begun, only an answer of the other side
    is. A connection that breaks in between leaves it unknown.
    """
    if not settings.EMAILS_GO_OUT or not outgoing.address:
        return api.Outcome.NEVER
    connection: BaseEmailBackend = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException):
        return api.Outcome.NOT_NOW
    try:
        return _hand_over(connection, notice(outgoing))
    finally:
        _close(connection)


def notice(outgoing: api.Outgoing) -> EmailMessage:
    """The e-mail. Its number is made of the sender's own domain: this machine's name could tell (X-02)."""
    words = api.outside(outgoing.language)
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    return EmailMessage(
        subject=words.subject,
        body=words.text,
        from_email=formataddr((words.sender, settings.DEFAULT_FROM_EMAIL)),
        to=[outgoing.address],
        headers={
            "Message-ID": f"<{outgoing.delivery_id}.{outgoing.attempt}@{domain}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def _hand_over(connection: BaseEmailBackend, email: EmailMessage) -> api.Outcome:
    try:
        connection.send_messages([email])
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _ in refused.recipients.values()]
        return api.Outcome.NEVER if min(codes) >= FOR_GOOD else api.Outcome.NOT_NOW
    except smtplib.SMTPDataError as refused:
        return api.Outcome.NEVER if refused.smtp_code >= FOR_GOOD else api.Outcome.NOT_NOW
    except (smtplib.SMTPSenderRefused, smtplib.SMTPNotSupportedError):
        return api.Outcome.NOT_NOW
    except ValueError:  # an address that cannot stand in a header: nothing was sent
        return api.Outcome.NEVER
    except (OSError, smtplib.SMTPException):
        return api.Outcome.UNKNOWN
    return api.Outcome.WENT


def _close(connection: BaseEmailBackend) -> None:
    """What goes wrong when saying goodbye changes nothing about what was said before."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        return
