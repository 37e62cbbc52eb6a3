import django.db.models.deletion
import stegvis.kernel.encryption
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('groups', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='GuidelineVersion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('number', models.PositiveIntegerField()),
                ('note_days', models.PositiveSmallIntegerField(default=30)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'number'), name='one_guideline_a_number')],
            },
        ),
        migrations.CreateModel(
            name='PosterInRoom',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('room', models.CharField(max_length=200)),
                ('key', models.CharField(max_length=200)),
                ('since', models.DateField()),
                ('number', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'key'), name='one_poster_a_room')],
            },
        ),
        migrations.CreateModel(
            name='WrittenDown',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('on', models.DateField()),
                ('round', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.round')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GuidelineText',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('language', models.CharField(max_length=2)),
                ('heading', models.CharField(max_length=60)),
                ('words', models.TextField()),
                ('acting', models.TextField(blank=True)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='remarks.guidelineversion')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'language'), name='one_guideline_a_language')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('on', models.DateField()),
                ('words', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('follow_up_by', models.DateField()),
                ('done_on', models.DateField(null=True)),
                ('expires_on', models.DateField()),
                ('follow_up_seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('session', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.session')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done_on', None)), fields=['organisation_id', 'follow_up_seat'], name='remarks_to_follow_up'), models.Index(fields=['organisation_id', 'expires_on'], name='remarks_by_end')],
            },
        ),
    ]
