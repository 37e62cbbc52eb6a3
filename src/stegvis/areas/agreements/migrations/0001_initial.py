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
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('number', models.PositiveIntegerField(null=True)),
                ('base', models.PositiveIntegerField()),
                ('language', models.CharField(max_length=2)),
                ('spoken_of', models.JSONField(default=dict)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('since', models.DateTimeField()),
                ('agreed_on', models.DateField(null=True)),
                ('goes_on_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='agreements.agreement')),
                ('host', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.round')),
                ('session', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.session')),
            ],
        ),
        migrations.CreateModel(
            name='AgreedRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('part', models.CharField(choices=[('talk', 'talk'), ('treat', 'treat'), ('subject', 'subject'), ('social_media', 'social_media'), ('greeting', 'greeting')], max_length=20)),
                ('position', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=300)),
                ('base', models.CharField(blank=True, max_length=40)),
                ('because', models.CharField(blank=True, max_length=300)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rules', to='agreements.agreement')),
            ],
        ),
        migrations.CreateModel(
            name='BaseRules',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('number', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='BaseRuleWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('key', models.CharField(max_length=40)),
                ('part', models.CharField(choices=[('talk', 'talk'), ('treat', 'treat'), ('subject', 'subject'), ('social_media', 'social_media'), ('greeting', 'greeting')], max_length=20)),
                ('position', models.PositiveSmallIntegerField()),
                ('language', models.CharField(max_length=2)),
                ('words', models.CharField(max_length=300)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rules', to='agreements.baserules')),
            ],
        ),
        migrations.CreateModel(
            name='GreetingWish',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.round')),
            ],
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('round', 'number'), name='one_agreement_a_number'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(('number', None)), fields=('round',), name='one_agreement_on_the_table'),
        ),
        migrations.AddConstraint(
            model_name='agreedrule',
            constraint=models.UniqueConstraint(fields=('agreement', 'position'), name='one_rule_a_position'),
        ),
        migrations.AddConstraint(
            model_name='baserules',
            constraint=models.UniqueConstraint(fields=('organisation_id', 'number'), name='base_rules_once'),
        ),
        migrations.AddConstraint(
            model_name='baserulewords',
            constraint=models.UniqueConstraint(fields=('of', 'key', 'language'), name='a_base_rule_once_a_language'),
        ),
        migrations.AddConstraint(
            model_name='greetingwish',
            constraint=models.UniqueConstraint(fields=('round', 'participant'), name='wishes_once_a_round'),
        ),
    ]
