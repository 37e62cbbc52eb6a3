"""Which invented person is whom: the demo's only table, empty everywhere else."""

from django.db import models


class DemoPerson(models.Model):
    """Somebody that a visitor of the demo can become. Owned by nobody: these people do not exist."""

    key = models.CharField(max_length=30, primary_key=True)
    name = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField()
    is_participant = models.BooleanField(default=False)
    user_id = models.UUIDField()
    seat_id = models.UUIDField()
