from django.db import migrations

from stegvis.kernel.owned_tables import ME, Protect


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        Protect(
            ["department", "seat", "participant", "draft", "checkedrole", "recordcheck", "agepolicy"],
            also_readable={"seat": f"user_id = {ME}", "participant": f"user_id = {ME}"},
        )
    ]
