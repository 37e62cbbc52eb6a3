"""The pages of admission: the way in, the participant's copy, and the adviser's talks."""

from .desk import talk as talk
from .desk import waiting as waiting
from .introductions import introduce as introduce
from .introductions import introductions as introductions
from .joining import join as join
from .own import my_talk as my_talk
