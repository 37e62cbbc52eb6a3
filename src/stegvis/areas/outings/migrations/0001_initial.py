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
            name='Outing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('route', models.CharField(blank=True, max_length=500)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('metres', models.PositiveIntegerField(null=True)),
                ('pace', models.CharField(blank=True, choices=[('slow', 'slow'), ('easy', 'easy'), ('brisk', 'brisk')], max_length=10)),
                ('terrain', models.CharField(blank=True, choices=[('firm', 'firm'), ('path', 'path'), ('hills', 'hills'), ('rough', 'rough')], max_length=10)),
                ('break_every', models.PositiveSmallIntegerField(null=True)),
                ('toilet', models.BooleanField(default=False)),
                ('benches', models.BooleanField(default=False)),
                ('meeting_point', models.CharField(blank=True, max_length=200)),
                ('turn_back_point', models.CharField(blank=True, max_length=200)),
                ('turn_back_by', models.TimeField(null=True)),
                ('emergency', models.CharField(blank=True, max_length=30)),
                ('phones', models.CharField(blank=True, max_length=200)),
                ('first_aid', models.CharField(blank=True, max_length=200)),
                ('way_home', models.CharField(blank=True, max_length=300)),
                ('heard', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('planner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('session', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.session')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Capacity',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('said', stegvis.kernel.encryption.EncryptedText()),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('outing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='capacities', to='outings.outing')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('outing', 'participant'), name='says_once_an_outing')],
            },
        ),
    ]
