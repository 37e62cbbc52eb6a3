"""Every change of wishes for a talk and of talks."""

from .introductions import answer_introductions as answer_introductions
from .introductions import introduce as introduce
from .introductions import introduce_oneself as introduce_oneself
from .newcomers import come_in as come_in
from .newcomers import show_slip_later as show_slip_later
from .newcomers import slip_is_due as slip_is_due
from .reading import ask_for_change as ask_for_change
from .reading import confirm_read as confirm_read
from .talks import hold_talk as hold_talk
from .talks import meet as meet
from .talks import note_newcomer as note_newcomer
from .talks import record_talk_held_before as record_talk_held_before
from .talks import save_talk as save_talk
from .talks import start_talk as start_talk
from .times import call_off_time as call_off_time
from .times import choose_time as choose_time
from .times import choose_time_for as choose_time_for
from .times import confirm_time as confirm_time
from .times import forget_past_times as forget_past_times
from .times import give_time_back as give_time_back
from .times import give_time_back_for as give_time_back_for
from .times import keep_without_name as keep_without_name
from .times import offer_times as offer_times
from .wishes import answer_wish as answer_wish
from .wishes import ask_for_talk as ask_for_talk
from .wishes import take_back_wish as take_back_wish
