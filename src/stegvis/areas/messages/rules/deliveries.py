"""How a message reaches somebody outside her page, and what happens when it does not."""

from .codes import DeliveryState, Way, Why


def first_delivery(*, has_login: bool, way: Way) -> tuple[DeliveryState, Why | None] | None:
    """What to do about a new message besides showing it on her page; None: nothing.

    Nothing leaves the house unless she chose it. Who cannot log in has no page to read, and is called.
    """
    if not has_login:
        return DeliveryState.TO_CALL, Why.CHOSEN if way is Way.CALL else Why.NO_LOGIN
    if way is Way.EMAIL:
        return DeliveryState.WAITING, None
    if way is Way.CALL:
        return DeliveryState.TO_CALL, Why.CHOSEN
    return None
