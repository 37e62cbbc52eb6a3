from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [("messages", "0001_initial"), ("people", "0002_protect")]
    operations = [Protect(["reach", "message", "delivery", "letter", "namedperson", "complaint"])]
