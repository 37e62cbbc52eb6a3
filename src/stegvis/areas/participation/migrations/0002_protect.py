from django.db import migrations

from stegvis.kernel.owned_tables import Protect


class Migration(migrations.Migration):
    dependencies = [
        ("participation", "0001_initial"),
        ("people", "0002_protect"),
        ("directory", "0002_protect"),
        ("groups", "0002_protect"),
    ]
    operations = [Protect([
            *("workinggroup", "member", "matter", "agreement", "reply", "note", "willingtotell"),
            *("reader", "draft", "draftversion", "reading", "suggestion"),
        ])]
