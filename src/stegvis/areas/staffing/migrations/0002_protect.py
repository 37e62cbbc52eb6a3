from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [
        ("staffing", "0001_initial"),
        ("people", "0002_protect"),
        ("groups", "0002_protect"),
    ]
    operations = [Protect(["roundstaffing", "duty", "away", "rosterweek"])]
