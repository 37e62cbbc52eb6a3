"""When what people have said becomes what everybody reads. Pure.

Not in the moment somebody says it: whoever sits beside her, and looks at the page before and after, would know whose it
was.
"""

from datetime import datetime, timedelta

MORNING = 6
BEFORE_IT_LEAVES = timedelta(hours=1)


def last_settling(starts_at: datetime, now: datetime) -> datetime:
    """The latest of the moments at which it settles: each morning at six, and an hour before it leaves.

    `now` in the local time of the place, so that six is six there.
    """
    morning = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    if morning > now:
        morning = (now - timedelta(days=1)).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    last_call = starts_at - BEFORE_IT_LEAVES
    return max(morning, last_call) if last_call <= now else morning
