from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]
    operations = [Protect(["journalentry", "look", "seal", "closeddoor"])]
