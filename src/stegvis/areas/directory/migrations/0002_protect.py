from django.db import migrations

from stegvis.kernel.owned_tables import Protect

OF_A_PUBLISHED = "EXISTS (SELECT 1 FROM directory_listing l WHERE l.id = listing_id AND l.state = 'published')"


class Migration(migrations.Migration):
    """Published listings are the one thing that all organisations share."""

    dependencies = [("directory", "0001_initial"), ("people", "0002_protect")]
    operations = [
        Protect(
            [
                "service",
                "source",
                "listing",
                "listingtext",
                "listingtime",
                "listingoriginal",
                "offering",
                "alternative",
                "abouttext",
                "guide",
                "notice",
            ],
            also_readable={
                "service": "true",
                "source": "true",
                "listing": "state = 'published'",
                "listingtext": OF_A_PUBLISHED,
                "listingtime": OF_A_PUBLISHED,
                "listingoriginal": OF_A_PUBLISHED,
                "offering": OF_A_PUBLISHED,
                "alternative": OF_A_PUBLISHED,
                "notice": "true",
            },
        )
    ]
