import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Done",
            fields=[
                ("key", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("worker", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisation_id", models.UUIDField(db_index=True, editable=False)),
                ("seat_id", models.UUIDField(null=True)),
                ("role", models.CharField(max_length=30)),
                ("what", models.CharField(max_length=80)),
                ("about", models.UUIDField(db_index=True)),
                ("outcome", models.CharField(blank=True, max_length=60)),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisation_id", models.UUIDField(db_index=True, editable=False)),
                ("seat_id", models.UUIDField(null=True)),
                ("role", models.CharField(max_length=30)),
                ("about", models.UUIDField(db_index=True)),
                ("why", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TaskLease",
            fields=[
                ("task_id", models.UUIDField(primary_key=True, serialize=False)),
                ("worker", models.CharField(max_length=80)),
                ("lease_until", models.DateTimeField(db_index=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Tick",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("job", models.CharField(max_length=80)),
                ("due_at", models.DateTimeField()),
                ("task_id", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("job", "due_at"), name="one_tick_a_time")],
            },
        ),
    ]
