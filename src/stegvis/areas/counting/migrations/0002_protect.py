from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [("counting", "0001_initial")]
    operations = [Protect(["tally", "byhand", "knowntoday"])]
