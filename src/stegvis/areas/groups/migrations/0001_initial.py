import django.db.models.deletion
import stegvis.areas.groups.rules.codes
import stegvis.kernel.encryption
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('capacity', models.PositiveSmallIntegerField(null=True)),
                ('open_for_new', models.BooleanField(default=True)),
                ('recurrence', models.CharField(max_length=200)),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('meeting_place', models.CharField(max_length=200)),
                ('last_number', models.PositiveIntegerField(default=0)),
                ('unnamed', models.PositiveSmallIntegerField(default=0)),
                ('version', models.PositiveIntegerField(default=1)),
                ('follows', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.round')),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.listing')),
                ('welcomed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('offered', 'offered'), ('held', 'held'), ('left', 'left')], max_length=20)),
                ('number', models.PositiveIntegerField()),
                ('since', models.DateTimeField()),
                ('read_by_participant_at', models.DateTimeField(null=True)),
                ('offered_at', models.DateTimeField(null=True)),
                ('reached_at', models.DateTimeField(null=True)),
                ('answer_by', models.DateTimeField(null=True)),
                ('rests', models.BooleanField(default=False)),
                ('company', models.UUIDField(null=True)),
                ('company_word', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='groups.round')),
            ],
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('on', models.DateField()),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('planned', 'planned'), ('held', 'held'), ('called_off', 'called_off')], default=stegvis.areas.groups.rules.codes.SessionState['PLANNED'], max_length=20)),
                ('came', models.PositiveSmallIntegerField(null=True)),
                ('called_off_why', models.CharField(blank=True, choices=[('staff', 'staff'), ('few', 'few'), ('other', 'other')], max_length=20)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('instead', models.CharField(blank=True, max_length=200)),
                ('told', models.PositiveSmallIntegerField(null=True)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='groups.round')),
            ],
        ),
        migrations.CreateModel(
            name='NotToday',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.session')),
            ],
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='groups.session')),
            ],
        ),
        migrations.CreateModel(
            name='SmallAim',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('words', stegvis.kernel.encryption.EncryptedText()),
                ('shared', models.BooleanField(default=False)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.session')),
            ],
        ),
        migrations.AddIndex(
            model_name='round',
            index=models.Index(fields=['organisation_id', 'until_on'], name='rounds_by_end'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='round_ends_after_it_starts'),
        ),
        migrations.AddIndex(
            model_name='place',
            index=models.Index(condition=models.Q(('state', 'offered')), fields=['organisation_id', 'answer_by'], name='offers_by_end'),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'left'), _negated=True), fields=('round', 'participant'), name='one_place_a_person'),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.UniqueConstraint(fields=('round', 'number'), name='one_person_a_number'),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(fields=['organisation_id', 'starts_at'], name='sessions_by_time'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(fields=('round', 'on', 'starts'), name='one_session_a_time'),
        ),
        migrations.AddConstraint(
            model_name='nottoday',
            constraint=models.UniqueConstraint(fields=('session', 'participant'), name='said_once_a_session'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('session', 'participant'), name='once_at_a_session'),
        ),
        migrations.AddConstraint(
            model_name='smallaim',
            constraint=models.UniqueConstraint(fields=('session', 'participant'), name='one_aim_a_session'),
        ),
    ]
