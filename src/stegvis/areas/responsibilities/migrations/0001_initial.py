import django.db.models.deletion
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
            name='OfferingTasks',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('possible', models.BooleanField(default=False)),
                ('decided_on', models.DateField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('listing', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.listing')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Responsibility',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('called', stegvis.kernel.encryption.EncryptedText()),
                ('wished_on', models.DateField()),
                ('own_yes_on', models.DateField(null=True)),
                ('purpose', models.CharField(blank=True, choices=[('mastery', 'mastery'), ('social_skills', 'social_skills')], default='', max_length=20)),
                ('review_on', models.DateField(null=True)),
                ('said', models.CharField(blank=True, choices=[('good', 'good'), ('change', 'change')], default='', max_length=10)),
                ('version', models.PositiveIntegerField(default=1)),
                ('guide', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('paper_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='OwnWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('words', stegvis.kernel.encryption.EncryptedText()),
                ('shared', models.BooleanField(default=False)),
                ('responsibility', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='own_words', to='responsibilities.responsibility')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('kind', models.CharField(choices=[('coffee', 'coffee'), ('lunch', 'lunch'), ('other', 'other')], max_length=10)),
                ('name', models.CharField(blank=True, default='', max_length=60)),
                ('offered', models.BooleanField(default=True)),
                ('offering', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='responsibilities.offeringtasks')),
            ],
        ),
        migrations.AddField(
            model_name='responsibility',
            name='task',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responsibilities', to='responsibilities.task'),
        ),
        migrations.CreateModel(
            name='BackWithStaff',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('since_on', models.DateField()),
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='responsibilities.task')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.UniqueConstraint(fields=('offering', 'kind', 'name'), name='one_task_a_name'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'other'), ('name', ''), _connector='XOR'), name='only_other_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='responsibility',
            constraint=models.UniqueConstraint(fields=('task', 'participant'), name='a_task_once_a_person'),
        ),
        migrations.AddConstraint(
            model_name='responsibility',
            constraint=models.CheckConstraint(condition=models.Q(('own_yes_on', None), models.Q(('guide__isnull', False), ('review_on__isnull', False), models.Q(('purpose', ''), _negated=True)), _connector='OR'), name='a_yes_is_to_all_of_it'),
        ),
    ]
