import stegvis.kernel.models
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
            name="TaskLease",
            fields=[
                ("task_id", models.UUIDField(primary_key=True, serialize=False)),
                ("worker", models.CharField(max_length=80)),
                ("lease_until", models.DateTimeField(db_index=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="ClosedDoor",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisation_id", models.UUIDField(db_index=True, editable=False)),
                ("about", models.UUIDField()),
                ("seat_id", models.UUIDField(null=True)),
                ("user_id", models.UUIDField(null=True)),
                ("section", models.CharField(blank=True, max_length=30)),
                ("by_seat", models.UUIDField(null=True)),
                ("closed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("about", "user_id", "section"), name="one_door_to_a_worker"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("user_id", None)),
                        fields=("about", "section"),
                        name="one_door_to_a_section",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("seat_id", None), ("user_id", None), models.Q(("section", ""), _negated=True)
                            ),
                            models.Q(("seat_id__isnull", False), ("section", ""), ("user_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_worker_or_a_section",
                    ),
                ],
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
                ("salt", models.BinaryField(default=stegvis.kernel.models.new_salt, max_length=16)),
                ("number", models.PositiveBigIntegerField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("number", None)),
                        fields=["organisation_id", "at"],
                        name="looks_without_a_seal",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationKey",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisation_id", models.UUIDField(db_index=True, editable=False)),
                ("master", models.CharField(max_length=80)),
                ("wrapped", models.TextField()),
                ("retired", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("retired", False)),
                        fields=("organisation_id",),
                        name="one_key_in_use",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisation_id", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveBigIntegerField()),
                ("look_id", models.UUIDField(null=True)),
                ("gone", models.TextField(blank=True)),
                ("why", models.CharField(blank=True, max_length=30)),
                ("commitment", models.BinaryField(max_length=32)),
                ("link", models.BinaryField(max_length=32)),
                ("sealed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("organisation_id", "number"), name="one_seal_a_number"),
                    models.UniqueConstraint(fields=("organisation_id", "look_id"), name="one_seal_a_look"),
                ],
            },
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
