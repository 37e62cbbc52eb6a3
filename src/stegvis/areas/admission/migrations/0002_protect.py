from django.db import migrations

from stegvis.kernel.owned_tables import Protect

OWNED = ["talkrequest", "talk", "offeringchoice", "talktime", "talkbooking", "introductiontext", "introduction"]


class Migration(migrations.Migration):
    dependencies = [("admission", "0001_initial"), ("people", "0002_protect"), ("directory", "0002_protect")]
    operations = [Protect(OWNED)]
