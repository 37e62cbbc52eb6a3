"""The pages of admission: the way in, times and talks, the participant's copy, and the introductions."""

from .introductions import introduce as introduce
from .introductions import introductions as introductions
from .joining import join as join
from .own import my_talk as my_talk
from .talk import talk as talk
from .talk import talk_form as talk_form
from .times import times as times
from .waiting import waiting as waiting
