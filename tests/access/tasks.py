"""Who may open the pages of tasks: a part of the table."""

from __future__ import annotations

from tests.access.keys import ADVISER, DECIDING, EMPLOYED, PARTICIPANT, Page, round_with_tasks, task_of
from tests.access.visibility import Kind

TASKS: dict[str, Page] = {
    "responsibilities:mine": Page(PARTICIPANT, shows={Kind.TASK, Kind.PLACE}),
    "responsibilities:my_task": Page(
        PARTICIPANT,
        task_of("ingrid", "kari"),
        task_of("inger", "stranger"),
        task_of("ingrid", "eva"),
        shows={Kind.TASK, Kind.WORDS},
    ),
    "responsibilities:desk": Page(EMPLOYED, shows={Kind.HOUSE, Kind.TASK}),
    "responsibilities:task": Page(
        EMPLOYED,
        task_of("ingrid", "kari"),
        task_of("inger", "stranger"),
        shows={Kind.TASK, Kind.WORDS},
    ),
    "responsibilities:paper": Page(
        ADVISER, task_of("ingrid", "kari"), task_of("inger", "stranger"), shows={Kind.TASK}
    ),
    "responsibilities:note": Page(
        ADVISER, round_with_tasks("ingrid"), round_with_tasks("inger"), shows={Kind.REGISTERED, Kind.PLACE}
    ),
    "responsibilities:decide": Page(
        DECIDING,
        lambda world: {"listing_id": world.offering(world.here).pk},
        lambda world: {"listing_id": world.offering(world.there).pk},
        shows={Kind.HOUSE},
    ),
}
