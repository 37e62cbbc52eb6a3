"""Codes of the messages area."""

from enum import StrEnum


class Way(StrEnum):
    """How somebody wants to hear from us outside her own page. Every message stands there in any case."""

    HERE = "here"
    EMAIL = "email"
    CALL = "call"
    NEVER = "never"  # nothing goes out and nobody calls, whatever happens; she comes to us


class DeliveryState(StrEnum):
    """What became of reaching somebody outside her page."""

    WAITING = "waiting"  # an e-mail that is to go out
    SENDING = "sending"  # it may have gone; only its sender knows
    SENT = "sent"
    TO_CALL = "to_call"
    TOLD = "told"
    DROPPED = "dropped"  # she saw the message on her page, or it was taken back


class Why(StrEnum):
    """Why somebody stands in the call list."""

    CHOSEN = "chosen"
    NO_LOGIN = "no_login"
    UNCERTAIN = "uncertain"  # an e-mail that may have gone
    NOT_SENT = "not_sent"  # an e-mail that certainly has not gone, after every attempt


class Outcome(StrEnum):
    """What its sender knows of an e-mail that was begun."""

    WENT = "went"  # the other side took it
    NOT_NOW = "not_now"  # certainly not taken, this time
    NEVER = "never"  # certainly not taken, and it never will be
    UNKNOWN = "unknown"  # it may have been taken


class Refusal(StrEnum):
    """Why the messages area says no."""

    NOTHING_WRITTEN = "messages.nothing_written"
    SHE_HAS_NOT_WRITTEN = "messages.she_has_not_written"
    ADDRESS_NOT_VALID = "messages.address_not_valid"
    PHONE_NOT_VALID = "messages.phone_not_valid"
    OTHERS_MAY_NOT_SEE = "messages.others_may_not_see"
    EMAIL_NEEDS_LOGIN = "messages.email_needs_login"
    HOURS_ARE_NONE = "messages.hours_are_none"
    CODE_WORD_NOT_VALID = "messages.code_word_not_valid"
    NO_NAME = "messages.no_name"
    NO_WAY_WITHOUT_LOGIN = "messages.no_way_without_login"
    IN_THE_LINE = "messages.in_the_line"
    ABOUT_THE_READER = "messages.about_the_reader"
    NOBODY_READS = "messages.nobody_reads"
