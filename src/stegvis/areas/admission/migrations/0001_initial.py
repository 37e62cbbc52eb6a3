import django.db.models.deletion
import stegvis.areas.admission.rules.codes
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
            name='IntroductionText',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('subject', models.CharField(choices=[('offering', 'offering'), ('group', 'group'), ('centre', 'centre'), ('promise', 'promise')], max_length=20)),
                ('of', models.UUIDField(null=True)),
                ('number', models.PositiveIntegerField()),
                ('language', models.CharField(max_length=2)),
                ('words', models.TextField()),
                ('mark', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('listing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.listing')),
            ],
        ),
        migrations.CreateModel(
            name='Introduction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('introduced_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='read_by', to='admission.introductiontext')),
            ],
        ),
        migrations.CreateModel(
            name='Talk',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('started_at', models.DateTimeField()),
                ('held_on', models.DateField(null=True)),
                ('held_before', models.BooleanField(default=False)),
                ('documentation', models.CharField(max_length=20)),
                ('good_for_me', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('good_to_know', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('if_it_does_not_fit', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('greeting', models.CharField(blank=True, choices=[('greet', 'greet'), ('only_if_i_do', 'only_if_i_do'), ('do_not', 'do_not')], max_length=20)),
                ('review_on', models.DateField(null=True)),
                ('wants_talks', models.BooleanField(default=False)),
                ('read_by_participant_at', models.DateTimeField(null=True)),
                ('wish_for_change', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('saved_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('adviser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='OfferingChoice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('choice', models.CharField(choices=[('now', 'now'), ('maybe_later', 'maybe_later'), ('not_for_me', 'not_for_me')], max_length=20)),
                ('expectations_said_by_person', models.BooleanField(default=False)),
                ('expectations_said_by_adviser', models.BooleanField(default=False)),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.listing')),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='admission.talk')),
            ],
        ),
        migrations.CreateModel(
            name='TalkRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('state', models.CharField(choices=[('asked', 'asked'), ('talk_held', 'talk_held'), ('taken_back', 'taken_back')], default=stegvis.areas.admission.rules.codes.RequestState['ASKED'], max_length=20)),
                ('way', models.CharField(blank=True, choices=[('come_by', 'come_by'), ('call', 'call'), ('write', 'write')], max_length=20)),
                ('phone', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('answer', stegvis.kernel.encryption.EncryptedText(blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('listing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.listing')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.participant')),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='TalkTime',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('on', models.DateField()),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('place', models.CharField(blank=True, max_length=120)),
                ('taken_without_name', models.BooleanField(default=False)),
                ('adviser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
            ],
        ),
        migrations.CreateModel(
            name='TalkBooking',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organisation_id', models.UUIDField(db_index=True, editable=False)),
                ('booked_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('told_by_seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.seat')),
                ('wish', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='booking', to='admission.talkrequest')),
                ('time', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='booking', to='admission.talktime')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='introductiontext',
            constraint=models.UniqueConstraint(condition=models.Q(('listing__isnull', False), ('of', None)), fields=('listing', 'number'), name='one_text_a_number'),
        ),
        migrations.AddConstraint(
            model_name='introductiontext',
            constraint=models.UniqueConstraint(condition=models.Q(('of__isnull', False)), fields=('of', 'number'), name='one_text_of_a_group_a_number'),
        ),
        migrations.AddConstraint(
            model_name='introductiontext',
            constraint=models.UniqueConstraint(condition=models.Q(('listing', None)), fields=('organisation_id', 'subject', 'number'), name='one_text_of_the_house_a_number'),
        ),
        migrations.AddConstraint(
            model_name='introduction',
            constraint=models.UniqueConstraint(fields=('participant', 'text'), name='one_introduction_a_version'),
        ),
        migrations.AddConstraint(
            model_name='talk',
            constraint=models.UniqueConstraint(condition=models.Q(('held_on', None)), fields=('participant',), name='one_unfinished_talk_a_person'),
        ),
        migrations.AddConstraint(
            model_name='offeringchoice',
            constraint=models.UniqueConstraint(fields=('talk', 'listing'), name='one_choice_an_offering'),
        ),
        migrations.AddIndex(
            model_name='talkrequest',
            index=models.Index(condition=models.Q(('state', 'asked')), fields=['organisation_id', 'asked_at'], name='waiting_for_a_talk'),
        ),
        migrations.AddConstraint(
            model_name='talkrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('participant',), name='one_open_wish_for_a_talk'),
        ),
        migrations.AddIndex(
            model_name='talktime',
            index=models.Index(fields=['organisation_id', 'starts_at'], name='talk_times_to_come'),
        ),
        migrations.AddConstraint(
            model_name='talktime',
            constraint=models.UniqueConstraint(fields=('adviser', 'starts_at'), name='one_time_at_a_time'),
        ),
    ]
