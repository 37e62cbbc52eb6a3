from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("people", "0002_protect")]
    operations = [Protect(["copy", "leavingwish", "question", "legalbasis", "grant", "grantitem", "reading"])]
