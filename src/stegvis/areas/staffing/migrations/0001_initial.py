import datetime
import django.core.validators
import django.db.models.deletion
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
            name='RosterWeek',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('monday', models.DateField()),
                ('version', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation_id', 'monday'), name='one_version_a_week')],
            },
        ),
        migrations.CreateModel(
            name='Away',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.seat')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation_id', 'until_at'], name='away_by_end')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at', None), ('until_at__gt', models.F('from_at')), _connector='OR'), name='away_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('carries', models.JSONField(default=list)),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.session')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='duty_ends_after_it_starts'), models.UniqueConstraint(fields=('session', 'seat', 'starts_at'), name='once_on_duty_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='RoundStaffing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('employees', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)])),
                ('second_adult', models.BooleanField(default=False)),
                ('competence', models.CharField(blank=True, max_length=60)),
                ('check_days', models.PositiveSmallIntegerField(default=1)),
                ('check_at', models.TimeField(default=datetime.time(18, 0))),
                ('instead', models.CharField(blank=True, max_length=200)),
                ('substitutes', models.JSONField(default=list)),
                ('looked_after_from', models.DateField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('round', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.round')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('employees__gte', 1)), name='at_least_one_employee')],
            },
        ),
    ]
