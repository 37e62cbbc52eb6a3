from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [
        ("responsibilities", "0001_initial"),
        ("people", "0002_protect"),
        ("directory", "0002_protect"),
    ]
    operations = [Protect(["offeringtasks", "task", "responsibility", "ownwords", "backwithstaff"])]
