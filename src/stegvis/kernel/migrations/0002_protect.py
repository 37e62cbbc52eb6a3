from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]
    operations = [
        Protect(
            ["journalentry", "look", "seal", "closeddoor", "organisationkey"],
            # Without the master key they open nothing. Read by all: the start looks whether it has every key it needs.
            also_readable={"organisationkey": "true"},
        )
    ]
